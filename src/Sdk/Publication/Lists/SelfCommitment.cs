namespace CreditKit.Publication.Lists;

/// <summary>自我信用承诺: what a market subject promised of its own will and wants published.</summary>
/// <param name="Name">Who promised, as shown.</param>
/// <param name="Code">统一社会信用代码; null when there is none.</param>
/// <param name="Kind">主动型, 审批替代型, …</param>
/// <param name="Text">What was promised, masked.</param>
/// <param name="MadeOn">When.</param>
/// <param name="Until">First day on which it is no longer shown; null: stands.</param>
public sealed record SelfCommitment(string Name, string? Code, string Kind, string Text, DateOnly MadeOn, DateOnly? Until);
