namespace CreditKit.Cases;

/// <summary>What is wrong with one field of a form.</summary>
/// <param name="Field">Field id: <c>kind</c>, <c>record</c>, <c>number</c>, <c>grounds</c>, <c>right</c>, <c>statement</c>, <c>wish</c>, <c>name</c>, <c>phone</c>, <c>email</c>, <c>commitment</c> or <c>papers</c>.</param>
/// <param name="Message">What is wrong and what would be right, in Chinese.</param>
public sealed record CaseIssue(string Field, string Message);
