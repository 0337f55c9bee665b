namespace CreditKit.Ledger.Access;

/// <summary>Who wants to see personal data unmasked, and what for (424号 (十七): 个人信息查询使用登记).</summary>
/// <param name="Actor">Who: the account name of a person, never shared.</param>
/// <param name="Purpose">What for, in words; must not be blank. Kept encrypted.</param>
/// <param name="Kind">In which way.</param>
/// <param name="Approver">Who allowed it, where the agency's rules ask for one.</param>
public sealed record AccessRequest(string Actor, string Purpose, AccessKind Kind = AccessKind.View, string? Approver = null);
