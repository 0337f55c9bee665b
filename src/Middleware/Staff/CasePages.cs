using CreditKit.Cases;

namespace CreditKit.AspNetCore.Staff;

/// <summary>Objections, enquiries, repairs and personal-information requests.</summary>
internal static class CasePages
{
    /// <summary>Open cases that the person may see: those about records of the unit, and those about none.</summary>
    public static IEnumerable<(CaseFile File, CaseAlarm Alarm, string Text)> Visible(StaffCall call) =>
        call.Engine.Cases.Desk.Worklist().Where(c => Sees(call, c.File));

    public static bool Sees(StaffCall call, CaseFile file) =>
        call.Person.Unit is null || file.Row.RecordId is not { } id || (call.Engine.Ledger.Find(id) is { } record && call.Sees(record));
}
