namespace CreditKit.Publication;

/// <summary>What stays after a withdrawal: no name, no content (行政处罚法 48(2): 公开说明理由).</summary>
/// <param name="Id">Public id of the record.</param>
/// <param name="DocumentNumber">Document number as shown; may be empty.</param>
/// <param name="AuthorityName">Deciding agency.</param>
/// <param name="WithdrawnAt">When, UTC.</param>
/// <param name="Reason">Why, in Chinese, without personal data.</param>
public sealed record WithdrawalNotice(string Id, string DocumentNumber, string AuthorityName, DateTimeOffset WithdrawnAt, string Reason);
