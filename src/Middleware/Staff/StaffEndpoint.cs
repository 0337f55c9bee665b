namespace CreditKit.AspNetCore.Staff;

/// <summary>What an endpoint of the staff side asks for; one place decides, and the tests read it.</summary>
/// <param name="Roles">Any of these.</param>
/// <param name="Writes">It takes a POST with an antiforgery token.</param>
internal sealed record StaffEndpoint(StaffRole Roles, bool Writes);
