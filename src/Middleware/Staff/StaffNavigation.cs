namespace CreditKit.AspNetCore.Staff;

/// <summary>Where each role can go.</summary>
internal static class StaffNavigation
{
    public const StaffRole Readers = StaffRole.Entry | StaffRole.Reviewer | StaffRole.Confidentiality | StaffRole.Publisher | StaffRole.Reporter | StaffRole.Auditor;
    public const StaffRole Everyone = Readers | StaffRole.Administrator;
    public const StaffRole Approvers = StaffRole.Reviewer | StaffRole.Confidentiality | StaffRole.Publisher;
    public const StaffRole CaseHandlers = StaffRole.Entry | StaffRole.Reviewer;

    private static readonly (string Text, string Path, string Key, StaffRole Roles)[] s_all =
    [
        ("今日", "/", "1", Everyone),
        ("录入", "/entry", "2", StaffRole.Entry),
        ("导入", "/import", "3", StaffRole.Entry),
        ("审核", "/review", "4", Approvers | StaffRole.Auditor),
        ("记录", "/records", "5", Readers),
        ("申请办理", "/cases", "6", CaseHandlers | StaffRole.Auditor),
        ("报送", "/reporting", "7", StaffRole.Reporter | StaffRole.Auditor | StaffRole.Administrator),
        ("评估", "/assessment", "8", Readers),
        ("审计", "/audit", "9", StaffRole.Auditor),
        ("责任人", "/people", "0", Everyone),
    ];

    public static IEnumerable<(string Text, string Path, string Key)> Of(StaffPerson person) => s_all.Where(n => person.Is(n.Roles)).Select(n => (n.Text, n.Path, n.Key));
}
