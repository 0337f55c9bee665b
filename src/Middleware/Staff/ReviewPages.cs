using System.Globalization;
using CreditKit.Assessment;
using CreditKit.Ledger;
using CreditKit.Ledger.Access;
using CreditKit.Ledger.Reviews;
using CreditKit.Review;
using CreditKit.Review.Approvals;
using CreditKit.Templates.Models;

namespace CreditKit.AspNetCore.Staff;

/// <summary>The review: the queue with deadlines, the original beside the public version, and the decision.</summary>
internal static class ReviewPages
{
    private const string Purpose = "公示前审查";

    private static readonly (string Code, string Text)[] s_grounds =
    [
        ("state-secret", "涉及国家秘密"), ("trade-secret", "涉及商业秘密"), ("privacy", "涉及个人隐私"), ("endangers-security", "公开后可能危及国家安全、公共安全、经济安全、社会稳定"), ("process-information", "过程性信息"), ("no-social-impact", "没有一定社会影响的处罚"),
    ];

    public static void Map(StaffMap map)
    {
        map.Get("/review", StaffNavigation.Approvers | StaffRole.Auditor, QueueAsync);
        map.Get("/review/{id}", StaffNavigation.Approvers | StaffRole.Auditor, ShowAsync);
        map.Post("/review/{id}", StaffNavigation.Approvers, DecideAsync);
    }

    private static Task QueueAsync(StaffCall call)
    {
        var steps = call.Engine.Approvals.Steps;
        var asked = Enum.TryParse<ApprovalStep>(call.Query("step"), out var named) && steps.Contains(named) ? named : steps.FirstOrDefault(s => call.Person.Is(StaffWords.RoleOf(s)), steps[0]);
        var after = call.Query("after");
        var page = call.Engine.Work.List(call.Own with { State = WorkState.Waiting, Step = asked }, after.Length == 0 ? null : after, call.PageSize);
        var table = RecordViews.Table(call, "审核队列", "没有等待这一步的记录。", page, PathOf(asked), after.Length == 0);
        List<StaffBlock> blocks =
        [
            new()
            {
                Links =
                [
                    .. steps.Select(s => new StaffLink { Text = FormattableString.Invariant($"{StaffWords.Of(s)}（{call.Engine.Work.Count(call.Own with { State = WorkState.Waiting, Step = s })}）"), Url = s == asked ? "" : call.Url(PathOf(s)) }),
                    new() { Text = "待审的更正", Url = call.Url("/corrections") }, new() { Text = "待审的附件", Url = call.Url("/attachments") },
                ],
            },
            new() { Heading = "等待" + StaffWords.Of(asked), Table = table with { Rows = [.. table.Rows.Select(r => r with { Cells = [r.Cells[0] with { Url = r.Cells[0].Url.Replace("/records/", "/review/", StringComparison.Ordinal) }, .. r.Cells.Skip(1)] })] } },
        ];
        return call.PageAsync(call.Page("审核", "/review", blocks, "先审查、后公开，逐条办理。时限近的在前；录入或者修改过一条记录的人不能审核它。"));
    }

    private static Task ShowAsync(StaffCall call) => call.Record(call.Route("id")) is { } record ? PageAsync(call, record, null) : call.NotFoundAsync();

    private static Task PageAsync(StaffCall call, LedgerRecord record, ReviewSheet? sheet)
    {
        var engine = call.Engine;
        var shown = RecordViews.Public(engine, record);
        var state = engine.Approvals.Of(record);
        var work = engine.Work.Find(record.Id)!;
        var law = engine.Policy.Explain(record.Record.Value, record.Standing with { Released = true, PublishedAt = record.Standing.PublishedAt ?? call.Now }, [], call.Now);
        var blocks = new List<StaffBlock> { State(call, work, state), new() { Heading = "放行以后", Note = law.Text } };
        if (sheet is null)
        {
            if (Mine(call, state)) blocks.Add(Opening(call, record));
            blocks.Add(new() { Heading = "公众将看到的内容", Facts = [.. shown.Fields.Where(f => f.Value.Length > 0).Select(f => new StaffFact { Label = f.Label, Value = f.Value, Badge = f.Masked ? "已脱敏" : "", Long = f.Value.Length > 40 })] });
        }
        else
        {
            blocks.Add(new() { Heading = "原文与公开版本对照", Note = FormattableString.Invariant($"本次查看已登记（第 {sheet.Entry} 号）。划出的文字公示时遮盖。"), Compare = ReviewMarks.Compare(sheet) });
        }

        blocks.Add(RecordPages.Approvals(call, record));
        if (Mine(call, state)) blocks.Add(Decision(call, record, state.Next!.Value, sheet));
        blocks.Add(new() { Links = [new() { Text = "记录页", Url = call.Url($"/records/{record.PublicId}") }, new() { Text = "各次修订的差别", Url = call.Url($"/records/{record.PublicId}/revisions") }] });
        return call.PageAsync(call.Page("审核：" + RecordViews.Number(shown), "/review", blocks, $"{shown.CounterpartName}，{StaffWords.Of(work.Kind)}", RecordPages.Crumbs(call, "审核", "/review", RecordViews.Number(shown))));
    }

    private static Task DecideAsync(StaffCall call)
    {
        if (call.Record(call.Route("id")) is not { } record) return call.NotFoundAsync();
        if (!Enum.TryParse<ApprovalStep>(call.Posted("step"), out var step) || !call.Engine.Approvals.Steps.Contains(step)) return call.RefuseAsync("没有办理", "没有写明是哪一步审核。", 422, "/review");

        // The step decides the role: a form of another step is no way around it.
        if (!call.Person.Is(StaffWords.RoleOf(step))) return call.RefuseAsync("没有权限", $"这一步需要“{StaffWords.Of(StaffWords.RoleOf(step))}”的职责。", 403, "/review");
        if (call.Engine.Approvals.Wrote(record, call.Person.Id)) return call.RefuseAsync("没有权限", "录入或者修改过这条记录的人不能审核它。", 403, "/review");
        if (call.Posted("do") == "open")
            return call.Engine.Reviews.Open(record.PublicId, new AccessRequest(call.Person.Id, Purpose)) is { } sheet ? PageAsync(call, record, sheet) : call.NotFoundAsync();
        if (call.Posted("revision") != record.Revision.ToString(CultureInfo.InvariantCulture)) return call.RefuseAsync("没有办理", "您打开页面以后，这条记录有了新的修订。请重新打开，按新的内容审核。", 409, "/review");
        return call.Posted("do") switch
        {
            "return" => ReturnAsync(call, record, step),
            "hold" when step == ApprovalStep.Confidentiality => HoldAsync(call, record),
            "approve" => ApproveAsync(call, record, step),
            _ => call.RefuseAsync("没有办理", "没有写明是通过还是退回。", 422, "/review"),
        };
    }

    private static Task ApproveAsync(StaffCall call, LedgerRecord record, ApprovalStep step)
    {
        // Nobody confirms masks that he has not seen beside the original.
        if (step != ApprovalStep.Publication && !Opened(call, record)) return call.RefuseAsync("没有办理", "请先打开原文，与公开版本对照以后再通过。", 409, "/review");
        var note = new ApprovalNote { Reason = call.Posted("reason"), Marks = ReviewMarks.Read(call, record), Shares = step != ApprovalStep.Confidentiality || call.Posted("shares") != "no" };
        call.Engine.Approvals.Approve(record, step, call.Person.Id, note);
        if (step != call.Engine.Approvals.Steps[^1]) return call.SeeAsync(PathOf(step), "approved");
        return call.SeeAsync($"/records/{record.PublicId}", call.Engine.Work.Find(record.Id)?.State == WorkState.Published ? "published" : "withheld");
    }

    private static Task ReturnAsync(StaffCall call, LedgerRecord record, ApprovalStep step)
    {
        call.Engine.Approvals.Return(record, step, call.Person.Id, call.Posted("reason"));
        return call.SeeAsync(PathOf(step), "returned");
    }

    private static Task HoldAsync(StaffCall call, LedgerRecord record)
    {
        if (!s_grounds.Any(g => g.Code == call.Posted("ground")) || call.Posted("reason").Length == 0) return call.RefuseAsync("没有办理", "不予公示请选择依据，并写明理由。", 422, "/review");
        if (call.Engine.Approvals.Of(record).Next != ApprovalStep.Confidentiality) return call.RefuseAsync("没有办理", "这条记录现在不等待保密审查。", 409, "/review");
        var decision = new ReviewDecision { Id = record.PublicId, Revision = record.Revision, Reviewer = call.Person.Id, Scope = ReviewScope.Publication, Release = false, Ground = call.Posted("ground"), Reason = call.Posted("reason") };
        call.Engine.Reviews.Decide(decision with { Scope = ReviewScope.Sharing, Ground = null, Release = call.Posted("shares") == "yes" });
        call.Engine.Reviews.Decide(decision);
        return call.SeeAsync(PathOf(ApprovalStep.Confidentiality), "held");
    }

    private static StaffBlock State(StaffCall call, WorkRow work, ApprovalState state)
    {
        var (deadline, tone) = StaffWords.Deadline(call.Engine.Calendar, work.PublishBy, call.Today);
        return new()
        {
            Notice = state switch
            {
                { Returned: true } => new() { Tone = "care", Word = "已退回。", Text = "等待录入人员修改后重新提交。" },
                { Next: { } next } => new() { Tone = tone.Length == 0 ? "done" : tone, Word = $"等待{StaffWords.Of(next)}。", Text = deadline.Length == 0 ? "没有公示时限。" : $"公示时限 {StaffCall.Day(work.PublishBy)}，{deadline}。" },
                _ => new() { Word = StaffWords.Of(work.State) + "。", Text = "审核已经结束。" },
            },
        };
    }

    private static StaffBlock Opening(StaffCall call, LedgerRecord record) => new()
    {
        Form = new()
        {
            Action = call.Url($"/review/{record.PublicId}"),
            Token = call.Token,
            Hidden = [new() { Name = "step", Value = call.Engine.Approvals.Of(record).Next.ToString()! }],
            Buttons = [new() { Text = "打开原文对照（登记本次查看）", Value = "open", Key = "o" }],
        },
    };

    private static StaffBlock Decision(StaffCall call, LedgerRecord record, ApprovalStep step, ReviewSheet? sheet)
    {
        if (call.Engine.Approvals.Wrote(record, call.Person.Id))
            return new() { Heading = StaffWords.Of(step), Notice = new() { Tone = "care", Word = "您不能审核这条记录。", Text = "您录入或者修改过它，请由另一位审核人员办理。" } };
        var last = step == call.Engine.Approvals.Steps[^1];
        var confidential = step == ApprovalStep.Confidentiality;
        List<StaffField> fields = [StaffFields.Long("reason", "审核意见", "", "退回、不予公示时必须写明理由；通过时可以不填。")];
        if (confidential)
        {
            fields.Add(StaffFields.Select("shares", "共享（报送平台）", [("yes", "可以共享"), ("no", "不可以共享")], "yes", "公开与共享分别审查、分别记录。"));
            fields.Add(StaffFields.Select("ground", "不予公示的依据", [("", "（通过时不选）"), .. s_grounds], ""));
        }

        return new()
        {
            Heading = StaffWords.Of(step),
            Form = new()
            {
                Action = call.Url($"/review/{record.PublicId}"),
                Token = call.Token,
                Wide = sheet is not null && !last,
                Hidden = [new() { Name = "step", Value = step.ToString() }, new() { Name = "revision", Value = record.Revision.ToString(CultureInfo.InvariantCulture) }],
                Groups = [.. sheet is null || last ? [] : ReviewMarks.Groups(sheet), new() { Legend = "意见", Fields = fields }],
                Buttons =
                [
                    new() { Text = last ? "签发，立即公示" : "通过", Value = "approve", Key = "y" },
                    new() { Text = "退回录入人员", Value = "return", Quiet = true, Key = "n" },
                    .. confidential ? [new StaffButton { Text = "不予公示", Value = "hold", Quiet = true }] : Array.Empty<StaffButton>(),
                ],
            },
        };
    }

    private static bool Mine(StaffCall call, ApprovalState state) => state.Next is { } next && call.Person.Is(StaffWords.RoleOf(next));

    private static bool Opened(StaffCall call, LedgerRecord record) =>
        call.Engine.Access.Entries(new AccessFilter { Actor = call.Person.Id, Subject = record.PublicId, Limit = 1_000 }).Any(e => e.Kind == AccessKind.Review);

    private static string PathOf(ApprovalStep step) => FormattableString.Invariant($"/review?step={(int)step}");
}
