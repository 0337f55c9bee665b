using CreditKit.Records;

namespace CreditKit.Cases;

/// <summary>A result that was decided elsewhere, by 信用中国 above all, and takes effect here the same day.</summary>
/// <param name="Channel">Channel name.</param>
/// <param name="Number">Number of the decision there; the same number is applied once.</param>
/// <param name="DocumentNumber">Document number of the penalty.</param>
/// <param name="CounterpartCode">统一社会信用代码 of the counterpart, where known.</param>
/// <param name="Granted">Display is to end; false only tells that it was refused.</param>
/// <param name="Ground">Why it ends.</param>
/// <param name="Reason">The reason, which becomes public, masked.</param>
/// <param name="NoticedOn">The day on which it reached this agency.</param>
internal sealed record ExternalResult(
    string Channel, string Number, string DocumentNumber, string? CounterpartCode, bool Granted, WithdrawalGround Ground, string Reason, DateOnly NoticedOn);
