using CreditKit.Assessment;
using CreditKit.Calendar;
using CreditKit.Records;
using CreditKit.Review.Approvals;

namespace CreditKit.AspNetCore.Staff;

/// <summary>What staff read: the law's terms and short sentences.</summary>
internal static class StaffWords
{
    private static readonly (StaffRole Role, string Text)[] s_roles =
    [
        (StaffRole.Entry, "录入"), (StaffRole.Reviewer, "内容审核"), (StaffRole.Confidentiality, "保密审查"), (StaffRole.Publisher, "公示签发"),
        (StaffRole.Reporter, "报送"), (StaffRole.Auditor, "安全审计"), (StaffRole.Administrator, "系统管理"),
    ];

    public static string Of(StaffRole roles) => roles == StaffRole.None ? "没有职责" : string.Join("、", s_roles.Where(r => (roles & r.Role) != 0).Select(r => r.Text));

    public static string Of(RecordKind kind) => kind switch
    {
        RecordKind.License => "行政许可",
        RecordKind.Penalty => "行政处罚",
        RecordKind.Act => "其他行政行为",
        _ => "其他行政决定",
    };

    public static string Of(WorkState state) => state switch
    {
        WorkState.Waiting => "待审核",
        WorkState.Returned => "已退回",
        WorkState.Withheld => "依法不公示",
        WorkState.Published => "已公示",
        _ => "已撤下",
    };

    public static string Of(ApprovalStep step) => step switch
    {
        ApprovalStep.Content => "内容审核",
        ApprovalStep.Confidentiality => "保密审查",
        _ => "公示签发",
    };

    public static StaffRole RoleOf(ApprovalStep step) => step switch
    {
        ApprovalStep.Content => StaffRole.Reviewer,
        ApprovalStep.Confidentiality => StaffRole.Confidentiality,
        _ => StaffRole.Publisher,
    };

    /// <summary>A deadline in words, and how it should look.</summary>
    public static (string Text, string Tone) Deadline(WorkdayCalendar calendar, DateOnly? due, DateOnly today)
    {
        if (due is not { } last) return ("", "");
        if (today > last) return (FormattableString.Invariant($"逾期 {Math.Max(1, calendar.CountWorkdays(last, today))} 个工作日"), "wrong");
        var left = calendar.CountWorkdays(today, last);
        return (left == 0 ? "今天到期" : FormattableString.Invariant($"还有 {left} 个工作日"), left <= 2 ? "care" : "");
    }

    public static string Done(string code) => code switch
    {
        "entered" => "记录已进入台账，等待审核。",
        "published" => "最后一步审核已通过，记录现在已经公示，并已排入报送。",
        "withheld" => "最后一步审核已通过。依照规定这条记录不公示，理由见记录页；应当报送的已排入报送。",
        "approved" => "这一步已通过，记录进入下一步审核。",
        "returned" => "记录已退回录入人员。",
        "held" => "记录已按保密审查意见留存，不公示。",
        "withdrawn" => "记录已撤下，专栏不再显示，各报送通道已排入撤下。",
        "marked" => "标注已更新。",
        "proposed" => "更正已提交，等待审核；通过后专栏和平台同时更新。",
        "corrected" => "更正已生效，专栏已经更新，并已排入报送。",
        "draft" => "草稿已保存。",
        "dropped" => "草稿已删除。",
        "case" => "这一步已记入案卷。",
        "filed" => "申请已登记。",
        "paused" => "通道已暂停。",
        "resumed" => "通道已恢复。",
        "resent" => "已排入重新报送。",
        "settled" => "已按核实结果登记。",
        "nil" => "零报送已签认。",
        "attached" => "附件已收入，隐藏信息已清除，等待另一人审查。",
        "attachment-shown" => "附件已放行，现在随记录公开。",
        "attachment-released" => "附件已放行，将在记录公示时一并公开。",
        "unreleased" => "附件不予放行，理由已记录。",
        "unattached" => "附件已撤下。",
        "handover" => "交接已登记，从写明的日期起由新的责任人负责。",
        "reviewed" => "查询登记已审查。",
        _ => "",
    };
}
