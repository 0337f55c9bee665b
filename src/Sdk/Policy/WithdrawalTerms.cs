namespace CreditKit.Policy;

/// <summary>Both clocks of a withdrawal and the term of its notice (424号 (十五); 行政处罚法 48(2)).</summary>
/// <param name="SameDay">The day of receiving the notice; the record is gone on that day.</param>
/// <param name="Latest">The statute's limit, with the reason made public.</param>
/// <param name="Sync">By when other systems are told; no figure: at once.</param>
/// <param name="NoticeUntil">End of the nameless notice, exclusive.</param>
/// <param name="Source">Document and clause of taking down the same day.</param>
public sealed record WithdrawalTerms(DateOnly SameDay, LegalTerm Latest, LegalTerm Sync, DateOnly NoticeUntil, string Source);
