namespace CreditKit.Ledger;

/// <summary>The reporting person of a unit changed (004-7: one person per unit, handed over without a gap).</summary>
/// <param name="Unit">Credit code of the unit, or its name.</param>
/// <param name="Person">Who takes over.</param>
/// <param name="Phone">His telephone; may be empty.</param>
/// <param name="Since">From this day.</param>
/// <param name="Note">What was handed over, e.g. open objections and refused rows.</param>
/// <param name="Actor">Who recorded it.</param>
/// <param name="At">When, UTC.</param>
internal sealed record Handover(string Unit, string Person, string Phone, DateOnly Since, string Note, string Actor, DateTimeOffset At);
