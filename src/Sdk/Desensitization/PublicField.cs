namespace CreditKit.Desensitization;

/// <summary>One value as anyone may see it.</summary>
/// <param name="Id">Field id, e.g. <c>Counterpart.Name</c>.</param>
/// <param name="Group">Group on the detail page: <c>counterpart</c>, <c>decision</c>, <c>authority</c>, <c>disclosure</c>, <c>remedy</c>.</param>
/// <param name="Label">Chinese label.</param>
/// <param name="Value">Masked text; dates as yyyy-MM-dd, amounts as <c>20,000.00 元</c>.</param>
/// <param name="Masked">Something was hidden: the page says 已脱敏.</param>
public sealed record PublicField(string Id, string Group, string Label, string Value, bool Masked);
