namespace ProvincialPortal.Exchange;

/// <summary>A case or decision.</summary>
/// <param name="Number">Number at the portal.</param>
/// <param name="Kind"><c>objection</c>, <c>enquiry</c>, <c>repair</c>, <c>personal-information</c> or <c>decision</c>.</param>
/// <param name="DocumentNumber">Document number of the decision it is about.</param>
/// <param name="CounterpartCode">统一社会信用代码 of the counterpart.</param>
/// <param name="Text">Statement or reason.</param>
/// <param name="Granted">For a decision: display is to end.</param>
/// <param name="Ground">For a decision: 信用修复, 异议成立, 被依法撤销, 被依法变更, 确认违法, 确认无效 or 法院裁定重整.</param>
/// <param name="ApplicantName">Who asks.</param>
/// <param name="Phone">Their telephone.</param>
public sealed record InboxItem(string Number, string Kind, string DocumentNumber, string? CounterpartCode = null, string? Text = null, bool Granted = false, string? Ground = null, string? ApplicantName = null, string? Phone = null);
