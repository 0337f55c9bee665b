using System.Globalization;
using CreditKit.Assessment;
using CreditKit.Ledger;
using CreditKit.Ledger.Sqlite;
using CreditKit.Policy;
using CreditKit.Records;
using CreditKit.Templates.Models;

namespace CreditKit.AspNetCore.Staff;

/// <summary>Records: lists, the explanation of one, its revisions, withdrawal and marks.</summary>
internal static class RecordPages
{
    private const int MostRefused = 1_000;

    private static readonly (string Key, string Text)[] s_lists =
    [
        ("", "全部"), ("waiting", "待审核"), ("returned", "退回待修改"), ("due", "即将到期"), ("overdue", "逾期未公示"), ("refused", "被平台退回"), ("published", "已公示"), ("withheld", "依法不公示"), ("withdrawn", "已撤下"), ("severity", "严重程度待确认"),
    ];

    private static readonly WithdrawalGround[] s_grounds = [WithdrawalGround.Revoked, WithdrawalGround.Changed, WithdrawalGround.FoundUnlawful, WithdrawalGround.FoundVoid];

    public static void Map(StaffMap map)
    {
        map.Get("/records", StaffNavigation.Readers, ListAsync);
        map.Get("/records/{id}", StaffNavigation.Readers, ShowAsync);
        map.Get("/records/{id}/revisions", StaffNavigation.Readers, RevisionsAsync);
        map.Post("/records/{id}/withdraw", StaffRole.Reviewer | StaffRole.Publisher, WithdrawAsync);
        map.Post("/records/{id}/mark", StaffRole.Reviewer, MarkAsync);
        map.Post("/records/{id}/letters", StaffRole.Entry | StaffNavigation.Approvers, RecordLetters.ShowAsync);
        map.Post("/nil", StaffRole.Reporter | StaffRole.Reviewer, TodayPage.SignAsync);
    }

    private static Task ListAsync(StaffCall call)
    {
        var list = s_lists.Any(l => l.Key == call.Query("list")) ? call.Query("list") : "";
        var number = call.Query("q").Trim();
        List<StaffBlock> blocks =
        [
            new() { Form = new() { Asks = true, Action = call.Url("/records"), Groups = [new() { Fields = [StaffFields.Text("q", "决定文书号", number, "括号和空格的写法不影响查找。")] }], Buttons = [new() { Text = "查找", Name = "find", Value = "1" }] } },
            new() { Links = [.. s_lists.Select(l => new StaffLink { Text = l.Text, Url = l.Key == list && number.Length == 0 ? "" : call.Url(l.Key.Length == 0 ? "/records" : "/records?list=" + l.Key) })] },
        ];
        if (number.Length > 0)
        {
            var found = call.Engine.Ledger.FindByDocumentNumber(number).Where(call.Sees).Select(r => call.Engine.Work.Find(r.Id)).OfType<WorkRow>().Take(call.PageSize).ToList();
            blocks.Add(new() { Heading = "查找结果", Table = RecordViews.Table(call, "查找结果", "没有这个文书号的记录。请核对年份和序号。", new WorkPage(found, null), "/records", true) });
        }
        else if (list == "refused")
        {
            blocks.Add(new() { Heading = "被平台退回", Note = "按平台的说明更正后自动重报；内容无误的，请报送人员核实后重新报送。", Table = RecordViews.Table(call, "被平台退回", "没有被退回的记录。", new WorkPage(Refused(call), null), "/records", true) });
        }
        else
        {
            var after = call.Query("after");
            var page = call.Engine.Work.List(Filter(call, list), after.Length == 0 ? null : after, call.PageSize);
            blocks.Add(new() { Heading = s_lists.First(l => l.Key == list).Text, Table = RecordViews.Table(call, "记录", "没有这样的记录。", page, list.Length == 0 ? "/records" : "/records?list=" + list, after.Length == 0) });
        }

        return call.PageAsync(call.Page("记录", "/records", blocks, "名称和正文均已脱敏；查看原文须登记目的。公示时限近的在前。"));
    }

    private static Task ShowAsync(StaffCall call)
    {
        if (call.Record(call.Route("id")) is not { } record) return call.NotFoundAsync();
        var engine = call.Engine;
        var work = engine.Work.Find(record.Id)!;
        var shown = RecordViews.Public(engine, record);
        var explanation = engine.Explain(record);
        var (deadline, _) = work.Published is null ? StaffWords.Deadline(engine.Calendar, work.PublishBy, call.Today) : ("", "");
        List<StaffBlock> blocks =
        [
            new()
            {
                Heading = "现在的状态",
                Facts =
                [
                    Fact("状态", StaffWords.Of(work.State), work.Step is { } step ? "等待" + StaffWords.Of(step) : explanation.Law.Visible ? "正在公示" : ""),
                    Fact("修订", FormattableString.Invariant($"第 {record.Revision} 次{(record.Corrected ? "，公示后更正过" : "")}")),
                    Fact("决定日期", StaffCall.Day(work.Decided)),
                    Fact("公示时限", StaffCall.Day(work.PublishBy), deadline),
                    Fact("首次公示", record.Standing.PublishedAt is { } at ? ShanghaiTime.Minute(at) : "尚未公示"),
                    Fact("公示至", work.ShownUntil is { } until ? StaffCall.Day(until.AddDays(-1)) : work.ShownFrom is null ? "不公示" : "没有截止日"),
                    Fact("录入", $"{record.Source.Actor}（{(record.Source.System == "staff" ? "页面录入" : record.Source.System)}{(record.Source.Row is { } row ? FormattableString.Invariant($" 第 {row} 行") : "")}）"),
                    Fact("责任人", PersonOf(call, record)),
                ],
            },
            new() { Heading = "为何公示或者不公示", Note = explanation.Law.Text },
            new() { Heading = "公众看到的内容", Facts = [.. shown.Fields.Where(f => f.Value.Length > 0).Select(f => new StaffFact { Label = f.Label, Value = f.Value, Badge = f.Masked ? "已脱敏" : "", Long = f.Value.Length > 40 })] },
            Approvals(call, record),
            AttachmentPages.Of(call, record),
            Timeline(record, engine),
        ];
        if (call.Person.Is(StaffRole.Entry) && record.Standing.WithdrawnAt is null) blocks.Add(new() { Heading = "更正", Note = record.Standing.Released ? "已经放行的记录，更正由另一人审核以后生效。" : "修改以后重新审核。", Form = new() { Small = true, Action = call.Url($"/records/{record.PublicId}/edit"), Token = call.Token, Buttons = [new() { Text = "打开更正（登记本次查看）", Value = "edit", Quiet = true }] } });
        if (call.Person.Is(StaffRole.Entry | StaffNavigation.Approvers) && record.Standing.WithdrawnAt is null && !record.Held) blocks.Add(RecordLetters.Asking(call, record));
        if (call.Person.Is(StaffRole.Reviewer | StaffRole.Publisher) && record.Standing.WithdrawnAt is null) blocks.Add(Withdrawal(call, record));
        if (call.Person.Is(StaffRole.Reviewer) && record.Standing.WithdrawnAt is null) blocks.Add(Marks(call, record));
        blocks.Add(new()
        {
            Links =
            [
                new() { Text = "各次修订的差别", Url = call.Url($"/records/{record.PublicId}/revisions") },
                .. work.Step is not null && call.Person.Is(StaffNavigation.Approvers) ? [new StaffLink { Text = "审核这条记录", Url = call.Url($"/review/{record.PublicId}") }] : Array.Empty<StaffLink>(),
                .. explanation.Law.Visible ? [new StaffLink { Text = "专栏上的页面", Url = call.Http.Request.PathBase.ToUriComponent() + call.Options.RoutePrefix + "/records/" + record.PublicId }] : Array.Empty<StaffLink>(),
            ],
        });
        return call.PageAsync(call.Page(RecordViews.Number(shown), "/records", blocks, $"{shown.CounterpartName}，{StaffWords.Of(work.Kind)}，{shown.AuthorityName}", Crumbs(call, "记录", "/records", RecordViews.Number(shown))));
    }

    private static Task RevisionsAsync(StaffCall call)
    {
        if (call.Record(call.Route("id")) is not { } record) return call.NotFoundAsync();
        var revisions = new RevisionReader(call.Engine.Ledger.Database).Of(record);
        var shown = RecordViews.Public(call.Engine, record);
        var blocks = new List<StaffBlock>();
        for (var i = revisions.Count - 1; i > 0; i--) blocks.Add(RevisionViews.Difference(call.Engine, revisions[i - 1], revisions[i]));
        if (revisions.Count > 0)
            blocks.Add(new() { Heading = "第 1 次：录入", Note = $"{ShanghaiTime.Minute(revisions[0].At)}，{revisions[0].Source.Actor}，来自 {revisions[0].Source.System}" });
        return call.PageAsync(call.Page("各次修订的差别", "/records", blocks, RecordViews.Number(shown), Crumbs(call, RecordViews.Number(shown), $"/records/{record.PublicId}", "各次修订的差别")));
    }

    private static async Task WithdrawAsync(StaffCall call)
    {
        if (call.Record(call.Route("id")) is not { } record)
        {
            await call.NotFoundAsync();
            return;
        }

        if (!Enum.TryParse<WithdrawalGround>(call.Posted("ground"), out var ground) || !s_grounds.Contains(ground) || call.Posted("reason").Length == 0)
        {
            await call.RefuseAsync("没有撤下", "请选择撤下的依据，并写明理由。理由会在撤下公告中公开（脱敏后）。", 422, "/records");
            return;
        }

        await call.Engine.Cases.Withdrawals.NoticeAsync(record.PublicId, ground, call.Today, new(call.Person.Id, call.Posted("reason")), call.Http.RequestAborted);
        await call.SeeAsync($"/records/{record.PublicId}", "withdrawn");
    }

    private static Task MarkAsync(StaffCall call)
    {
        if (call.Record(call.Route("id")) is not { } record) return call.NotFoundAsync();
        if (!Enum.TryParse<RecordMark>(call.Posted("mark"), out var mark) || mark is not (RecordMark.ReviewPending or RecordMark.EnforcementSuspended))
            return call.RefuseAsync("没有标注", "没有选择标注的种类。", 422, "/records");
        call.Engine.Cases.Withdrawals.Mark(record.PublicId, mark, call.Posted("do") != "lift", new(call.Person.Id, call.Posted("reason")));
        return call.SeeAsync($"/records/{record.PublicId}", "marked");
    }

    public static StaffBlock Approvals(StaffCall call, LedgerRecord record) => new()
    {
        Heading = "审核经过",
        Table = new()
        {
            Caption = "审核经过",
            Empty = record.Standing.Released ? "随导入文件所载的审查人和审查日期放行，或者按设置免审。" : "还没有人审核。",
            Head = ["时间", "修订", "步骤", "结果", "办理人", "意见"],
            Rows = [.. call.Engine.Approvals.History(record).Select(a => new StaffRow
            {
                Cells = [Cell(ShanghaiTime.Minute(a.At)), Cell(a.Revision.ToString(CultureInfo.InvariantCulture)), Cell(StaffWords.Of(a.Step)), a.Approved ? Cell("通过") : new() { Badge = "退回", Tone = "care" }, Cell(a.Actor), Cell(call.Engine.Desensitizer.MaskText(a.Note.Reason).Text)],
            })],
        },
    };

    public static IReadOnlyList<StaffLink> Crumbs(StaffCall call, string parent, string path, string here) => [new() { Text = "今日", Url = call.Url("/") }, new() { Text = parent, Url = call.Url(path) }, new() { Text = here }];

    private static StaffBlock Timeline(LedgerRecord record, CreditKitEngine engine) => new()
    {
        Heading = "报送经过",
        Table = new()
        {
            Caption = "报送经过",
            Empty = engine.Channels.Count == 0 ? "没有配置报送通道。" : "没有排入任何通道：未经共享前的保密审查，或者依照规定不报送。",
            Head = ["排入", "通道", "事项", "修订", "状态", "回执", "办结"],
            Rows = [.. new SqliteOutbox(engine.Ledger.Database).Timeline(record.Id).Select(t => new StaffRow
            {
                Cells =
                [
                    Cell(ShanghaiTime.Minute(t.QueuedAt)), Cell(t.Entry.Channel), Cell(t.Entry.Operation == OutboxOperation.Withdraw ? "撤下" : "报送"), Cell(t.Entry.Revision.ToString(CultureInfo.InvariantCulture)),
                    new() { Text = ReportingWords.Of(t.Entry.State), Note = ReportingPages.Words(engine, t) }, Cell(t.Number ?? ""), Cell(t.FinishedAt is { } at ? ShanghaiTime.Minute(at) : ""),
                ],
            })],
        },
    };

    private static StaffBlock Withdrawal(StaffCall call, LedgerRecord record) => new()
    {
        Heading = "撤下",
        Note = "收到决定被撤销、变更、确认违法或者确认无效的告知，当日撤下；专栏留下撤下公告，各报送通道同时撤下。",
        Form = new()
        {
            Action = call.Url($"/records/{record.PublicId}/withdraw"),
            Token = call.Token,
            Groups = [new() { Fields = [StaffFields.Select("ground", "依据", [("", "请选择"), .. s_grounds.Select(g => (g.ToString(), WithdrawalGroundText.Of(g)))], "", required: true), StaffFields.Long("reason", "理由", "", "在撤下公告中公开，脱敏后显示。", required: true)] }],
            Buttons = [new() { Text = "立即撤下", Value = "withdraw" }],
        },
    };

    private static StaffBlock Marks(StaffCall call, LedgerRecord record) => new()
    {
        Heading = "复议、诉讼标注",
        Form = new()
        {
            Action = call.Url($"/records/{record.PublicId}/mark"),
            Token = call.Token,
            Groups = [new() { Fields = [StaffFields.Select("mark", "标注", [(nameof(RecordMark.ReviewPending), "正在复议或者诉讼：专栏加注"), (nameof(RecordMark.EnforcementSuspended), "停止执行：专栏暂不显示")], ""), StaffFields.Text("reason", "受理机关和文书号", "", "", required: true)] }],
            Buttons = [new() { Text = "标注", Value = "set" }, new() { Text = "解除标注", Value = "lift", Quiet = true }],
        },
    };

    /// <summary>Records that a platform refused and nobody has mended, at most a page of them.</summary>
    public static IReadOnlyList<WorkRow> Refused(StaffCall call)
    {
        var outbox = new SqliteOutbox(call.Engine.Ledger.Database);
        return [.. call.Engine.Channels.SelectMany(c => outbox.Waiting(c.Name, MostRefused)).Where(t => t.Entry.State == OutboxState.Rejected).Select(t => t.Entry.RecordId).Distinct()
            .Select(call.Engine.Work.Find).OfType<WorkRow>().Where(w => call.Person.Unit is null || w.Unit == call.Person.Unit || w.UnitName == call.Person.Unit).Take(call.PageSize)];
    }

    private static WorkFilter Filter(StaffCall call, string list) => list switch
    {
        "waiting" => call.Own with { State = WorkState.Waiting },
        "returned" => call.Own with { State = WorkState.Returned },
        "due" => call.Own with { DueFrom = call.Today, DueBy = call.Engine.Calendar.Compute(call.Today, 2).Date },
        "overdue" => call.Own with { DueBy = call.Today.AddDays(-1) },
        "published" => call.Own with { State = WorkState.Published },
        "withheld" => call.Own with { State = WorkState.Withheld },
        "withdrawn" => call.Own with { State = WorkState.Withdrawn },
        "severity" => call.Own with { SeverityAssumed = true },
        _ => call.Own,
    };

    private static string PersonOf(StaffCall call, LedgerRecord record)
    {
        var content = record.Record.Value;
        var unit = call.Options.Staff.Units.FirstOrDefault(u => u.CreditCode == content.DecidingAuthority.CreditCode || u.Name == content.DecidingAuthority.Name);
        if (unit is null) return "未登记";
        if (content.ItemCode is { } item && unit.Items.TryGetValue(item, out var person)) return person;
        return PeoplePage.ReporterOf(call, unit).Person is { Length: > 0 } reporter ? reporter : "未登记";
    }

    private static StaffFact Fact(string label, string value, string badge = "") => new() { Label = label, Value = value.Length == 0 ? "—" : value, Badge = badge };

    private static StaffCell Cell(string text) => new() { Text = text };
}
