using System.Globalization;
using CreditKit.Assessment;
using CreditKit.Assessment.Sqlite;
using CreditKit.Ledger;
using CreditKit.Ledger.Sqlite;
using CreditKit.Records;
using CreditKit.Review.Approvals;
using CreditKit.Templates.Models;

namespace CreditKit.AspNetCore.Staff;

/// <summary>What is to be done today, by role; every count leads to what it counts.</summary>
internal static class TodayPage
{
    private const int DueWithin = 2;
    private const int UnansweredDays = 90;
    private const int MostWaiting = 200;

    public static Task ShowAsync(StaffCall call)
    {
        var blocks = new List<StaffBlock>();
        if (call.Engine.Options.PublishWithoutReview)
            blocks.Add(new() { Notice = new() { Tone = "wrong", Word = "不经审查即公示！", Text = "已设置 PublishWithoutReview：报入的记录无人审查即公开。保守国家秘密法第三十五条要求先审查、后公开；请由系统管理人员关闭这一设置。" } });
        if (call.Person.AuditorVoid)
            blocks.Add(new() { Notice = new() { Tone = "care", Word = "审计职责没有生效。", Text = "同一个人不能既办理又审计（三员分立）。请由系统管理人员把安全审计授予不担任其他职责的人。" } });
        if (call.Person.Is(StaffNavigation.Readers)) Work(call, blocks);
        if (call.Person.Is(StaffRole.Reporter | StaffRole.Auditor | StaffRole.Administrator)) blocks.Add(Channels(call));
        if (call.Person.Is(StaffNavigation.Readers)) blocks.Add(Inspection(call));
        return call.PageAsync(call.Page("今日", "/", blocks, $"{StaffCall.Day(call.Today)}，您好。数字都可以点开。"));
    }

    /// <summary>Signs that a month had no decision of a kind.</summary>
    public static Task SignAsync(StaffCall call)
    {
        if (!DateOnly.TryParseExact(call.Posted("month") + "-01", "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var month)
            || !Enum.TryParse<RecordKind>(call.Posted("kind"), out var kind) || !Enum.IsDefined(kind))
            return call.RefuseAsync("没有签认", "没有写明月份和类别。", 422);
        var unit = UnitOf(call);
        if (!Months(call).Any(m => m.Month == month && m.Kind == kind && m.SignedBy is null))
            return call.RefuseAsync("没有签认", "这个月有决定，或者已经签认过。", 409);
        new NilMonthTable(call.Engine.Ledger.Database).Sign(unit, kind, month, call.Person.Id, call.Posted("reason") is { Length: > 0 } reason ? reason : "当月没有作出决定");
        return call.SeeAsync("/", "nil");
    }

    private static void Work(StaffCall call, List<StaffBlock> blocks)
    {
        var work = call.Engine.Work;
        var near = call.Engine.Calendar.Compute(call.Today, DueWithin).Date;
        var counts = new List<StaffCount>
        {
            Count(work.Count(call.Own with { DueBy = call.Today.AddDays(-1) }), "已逾期未公示", "/records?list=overdue", "wrong", "逾期"),
            Count(work.Count(call.Own with { DueFrom = call.Today, DueBy = near }), $"{DueWithin} 个工作日内到期", "/records?list=due", "care", "临期"),
        };
        foreach (var step in call.Engine.Approvals.Steps)
            if (call.Person.Is(StaffWords.RoleOf(step)))
                counts.Add(Count(work.Count(call.Own with { State = WorkState.Waiting, Step = step }), "等待我：" + StaffWords.Of(step), $"/review?step={(int)step}"));
        if (call.Person.Is(StaffRole.Entry)) counts.Add(Count(work.Count(call.Own with { State = WorkState.Returned }), "退回待修改", "/records?list=returned", "care", "待改"));
        if (call.Person.Is(StaffRole.Entry | StaffRole.Reporter | StaffRole.Reviewer)) counts.Add(Count(Refused(call), "被平台退回", "/records?list=refused", "wrong", "待改"));
        if (call.Person.Is(StaffRole.Reviewer)) counts.Add(Count(call.Engine.Attachments.Waiting(MostWaiting).Count(a => a.AddedBy != call.Person.Id && call.Record(a.RecordId) is not null), "等待审查的附件", "/attachments"));
        if (call.Person.Is(StaffNavigation.Approvers)) counts.Add(Count(work.Count(call.Own with { SeverityAssumed = true }), "严重程度待确认", "/records?list=severity"));
        blocks.Add(new() { Heading = "公示", Counts = counts });

        if (call.Person.Is(StaffNavigation.CaseHandlers | StaffRole.Auditor))
        {
            var (late, close) = CasePages.Urgent(call);
            blocks.Add(new()
            {
                Heading = "异议、咨询、修复和个人信息请求",
                Counts =
                [
                    Count(call.Engine.CaseWork.Count(late), "逾期未办", "/cases?list=overdue", "wrong", "逾期"),
                    Count(call.Engine.CaseWork.Count(close), $"{DueWithin} 个工作日内到期", "/cases?list=due", "care", "临期"),
                    Count(call.Engine.CaseWork.Count(CasePages.Own(call)), "正在办理", "/cases"),
                ],
            });
        }

        var nil = Months(call).Where(m => m.SignedBy is null).ToList();
        if (nil.Count > 0) blocks.Add(Nil(call, nil));

        StaffCount Count(long value, string label, string path, string tone = "", string word = "") => new()
        {
            Label = label,
            Value = value.ToString("N0", CultureInfo.InvariantCulture),
            Url = call.Url(path),
            Tone = value > 0 ? tone : "",
            Word = value > 0 ? word : "",
        };
    }

    private static long Refused(StaffCall call)
    {
        // Whoever sees one unit counts its records, as the list behind the number does.
        if (call.Person.Unit is not null && call.Options.Staff.Units.Count > 1) return RecordPages.Refused(call).Count;
        var outbox = new SqliteOutbox(call.Engine.Ledger.Database);
        return call.Engine.Channels.Sum(c => outbox.Counts(c.Name).Rejected);
    }

    private static StaffBlock Nil(StaffCall call, List<NilMonth> months) => new()
    {
        Heading = "没有决定的月份",
        Note = "当月没有作出决定的，签认零报送；如有遗漏，请补录。",
        Table = new()
        {
            Caption = "没有决定的月份",
            Head = ["月份", "类别", "办理"],
            Rows = [.. months.Select(m => new StaffRow
            {
                Cells =
                [
                    new() { Text = Text(m.Month) },
                    new() { Text = StaffWords.Of(m.Kind) },
                    call.Person.Is(StaffRole.Reporter | StaffRole.Reviewer)
                        ? new() { Form = new() { Small = true, Action = call.Url("/nil"), Token = call.Token, Hidden = [new() { Name = "month", Value = Text(m.Month) }, new() { Name = "kind", Value = m.Kind.ToString() }], Buttons = [new() { Text = $"签认 {Text(m.Month)} {StaffWords.Of(m.Kind)}零报送", Quiet = true }] } }
                        : new() { Text = "等待报送或者审核人员签认" },
                ],
            })],
        },
    };

    private static StaffBlock Channels(StaffCall call)
    {
        var outbox = new SqliteOutbox(call.Engine.Ledger.Database);
        return new()
        {
            Heading = "报送通道",
            Table = new()
            {
                Caption = "报送通道",
                Empty = "没有配置报送通道：记录只在本专栏公示。",
                Head = ["通道", "状态", "待报送", "不明", "被退回", "已接收"],
                Rows = [.. call.Engine.Channels.Select(channel => (channel.Name, Counts: outbox.Counts(channel.Name), Standing: outbox.Standing(channel.Name))).Select(c => new StaffRow
                {
                    Cells =
                    [
                        new() { Text = c.Name, Url = call.Person.Is(StaffRole.Reporter | StaffRole.Auditor) ? call.Url("/reporting") : "" },
                        c.Standing switch
                        {
                            { Paused: true } => new() { Badge = "已暂停", Tone = "care" },
                            { Failures: > 0 } => new() { Badge = "连接失败", Tone = "wrong", Note = FormattableString.Invariant($"连续 {c.Standing.Failures} 次，{c.Standing.Fault}") },
                            _ => new() { Text = "正常" },
                        },
                        Cell(c.Counts.Pending + c.Counts.Leased), Cell(c.Counts.Unknown), Cell(c.Counts.Rejected), Cell(c.Counts.Accepted),
                    ],
                })],
            },
        };

        static StaffCell Cell(long value) => new() { Text = value.ToString("N0", CultureInfo.InvariantCulture), Number = true };
    }

    /// <summary>What a site inspection vetoes (国办秘函〔2019〕19号), with what to do.</summary>
    private static StaffBlock Inspection(StaffCall call)
    {
        var found = new List<StaffLink>();
        if (!call.Engine.Query.IsReady) found.Add(new() { Text = "专栏暂时不能访问：还没有公示库。请运行 creditkit rebuild。" });
        else
        {
            foreach (var kind in new[] { RecordKind.License, RecordKind.Penalty })
            {
                var newest = call.Engine.Query.List(new() { Kind = kind }, null, 1).Rows is [var first, ..] ? first : null;
                if (newest is null) found.Add(new() { Text = $"空白栏目：{StaffWords.Of(kind)}栏没有正在公示的信息。页面已写明原因；如有遗漏，请补录。" });
                else if (newest.DecisionDate < call.Today.AddMonths(-6)) found.Add(new() { Text = $"更新不及时：{StaffWords.Of(kind)}栏最新一条的决定日期是 {StaffCall.Day(newest.DecisionDate)}，已超过 6 个月。请核对是否有决定没有录入。" });
            }
        }

        var unanswered = call.Engine.CaseWork.Count(CasePages.Own(call) with { ReceivedBefore = call.Today.AddDays(-UnansweredDays) });
        if (unanswered > 0) found.Add(new() { Text = FormattableString.Invariant($"互动回应差：{unanswered} 件来信超过 3 个月没有答复，请立即办理。"), Url = call.Url("/cases?list=overdue") });
        return new()
        {
            Heading = "网站检查中单项否决的问题",
            Notice = found.Count == 0
                ? new() { Word = "没有发现。", Text = "栏目不空白，更新及时，来信都在期限内。全面自查请运行 creditkit selfcheck。" }
                : new() { Tone = "wrong", Word = "请处理：", Text = "", Items = found },
        };
    }

    private static IReadOnlyList<NilMonth> Months(StaffCall call) => new NilMonthTable(call.Engine.Ledger.Database).Of(call.Engine.Work, UnitOf(call), call.Person.Unit is null, call.Today, call.Engine.Ledger.Since is { } at ? ShanghaiTime.Today(at) : null);

    private static string UnitOf(StaffCall call) => call.Person.Unit ?? (call.Options.Agency.CreditCode.Length > 0 ? call.Options.Agency.CreditCode : call.Options.Agency.Name);

    private static string Text(DateOnly month) => month.ToString("yyyy-MM", CultureInfo.InvariantCulture);
}
