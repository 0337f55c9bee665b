using System.Security.Claims;

namespace CreditKit.AspNetCore.Staff;

/// <summary>Who is at work, as the host's claims say.</summary>
/// <param name="Id">Stable account; stands in the audit chain.</param>
/// <param name="Name">Name to greet with.</param>
/// <param name="Roles">What the person may do.</param>
/// <param name="Unit">Credit code (or name) of the unit whose records the person sees; null: all.</param>
/// <param name="AuditorVoid">The auditor's role is void, because another is held beside it.</param>
internal sealed record StaffPerson(string Id, string Name, StaffRole Roles, string? Unit, bool AuditorVoid)
{
    public bool Is(StaffRole anyOf) => (Roles & anyOf) != 0;

    public static StaffPerson Of(ClaimsPrincipal principal, CreditKitOptions options)
    {
        var staff = options.Staff;
        var name = principal.Identity?.Name ?? "";
        var id = (staff.NameClaim is { } claim ? principal.FindFirstValue(claim) : principal.FindFirstValue(ClaimTypes.NameIdentifier) ?? name) ?? "";
        var roles = StaffRole.None;
        var held = staff.RoleClaim is { } type
            ? principal.FindAll(type)
            : principal.Identities.SelectMany(i => i.FindAll(i.RoleClaimType));
        foreach (var value in held) roles |= RoleOf(staff, value.Value);

        // Who acts does not audit himself (等保 8.1.4.2: 三员分立).
        var mixed = (roles & StaffRole.Auditor) != 0 && roles != StaffRole.Auditor;
        if (mixed) roles &= ~StaffRole.Auditor;
        return new StaffPerson(id, name.Length > 0 ? name : id, id.Length == 0 ? StaffRole.None : roles, UnitOf(principal, options), mixed);
    }

    private static StaffRole RoleOf(StaffOptions staff, string value)
    {
        if (staff.Roles.Count > 0) return staff.Roles.GetValueOrDefault(value);
        const string prefix = "creditkit-";
        return value.StartsWith(prefix, StringComparison.OrdinalIgnoreCase) && Enum.TryParse<StaffRole>(value.AsSpan(prefix.Length), ignoreCase: true, out var role) && Enum.IsDefined(role) ? role : StaffRole.None;
    }

    private static string? UnitOf(ClaimsPrincipal principal, CreditKitOptions options)
    {
        var claimed = principal.FindFirstValue(options.Staff.UnitClaim);
        if (claimed == "*") return null;
        var unit = string.IsNullOrWhiteSpace(claimed) ? options.Agency.CreditCode.Length > 0 ? options.Agency.CreditCode : options.Agency.Name : claimed;
        return options.Staff.Units.FirstOrDefault(u => u.Name == unit)?.CreditCode is { Length: > 0 } own ? own
            : options.Authorities.FirstOrDefault(a => a.Name == unit)?.CreditCode is { Length: > 0 } code ? code : unit;
    }
}
