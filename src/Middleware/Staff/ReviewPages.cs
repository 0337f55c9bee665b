using CreditKit.Assessment;
using CreditKit.Ledger;
using CreditKit.Review.Approvals;
using CreditKit.Templates.Models;

namespace CreditKit.AspNetCore.Staff;

/// <summary>The review: the queue with deadlines, and one record with its public version.</summary>
internal static class ReviewPages
{
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
        var filter = call.Own with { State = WorkState.Waiting, Step = asked };
        var page = call.Engine.Work.List(filter, after.Length == 0 ? null : after, call.PageSize);
        var path = FormattableString.Invariant($"/review?step={(int)asked}");
        var table = RecordViews.Table(call, "审核队列", "没有等待这一步的记录。", page, path, after.Length == 0);
        List<StaffBlock> blocks =
        [
            new() { Links = [.. steps.Select(s => new StaffLink { Text = FormattableString.Invariant($"{StaffWords.Of(s)}（{call.Engine.Work.Count(call.Own with { State = WorkState.Waiting, Step = s })}）"), Url = s == asked ? "" : call.Url(FormattableString.Invariant($"/review?step={(int)s}")) })] },
            new() { Heading = "等待" + StaffWords.Of(asked), Table = table with { Rows = [.. table.Rows.Select(r => r with { Cells = [r.Cells[0] with { Url = r.Cells[0].Url.Replace("/records/", "/review/", StringComparison.Ordinal) }, .. r.Cells.Skip(1)] })] } },
        ];
        return call.PageAsync(call.Page("审核", "/review", blocks, "先审查、后公开，逐条办理。时限近的在前；录入或者修改过一条记录的人不能审核它。"));
    }

    private static Task ShowAsync(StaffCall call) => call.Record(call.Route("id")) is { } record ? PageAsync(call, record) : call.NotFoundAsync();

    private static Task PageAsync(StaffCall call, LedgerRecord record)
    {
        var engine = call.Engine;
        var shown = RecordViews.Public(engine, record);
        var state = engine.Approvals.Of(record);
        var work = engine.Work.Find(record.Id)!;
        var law = engine.Policy.Explain(record.Record.Value, record.Standing with { Released = true, PublishedAt = record.Standing.PublishedAt ?? call.Now }, [], call.Now);
        var (deadline, tone) = StaffWords.Deadline(engine.Calendar, work.PublishBy, call.Today);
        var blocks = new List<StaffBlock>
        {
            new()
            {
                Notice = state switch
                {
                    { Returned: true } => new() { Tone = "care", Word = "已退回。", Text = "等待录入人员修改后重新提交。" },
                    { Next: { } next } => new() { Tone = tone, Word = $"等待{StaffWords.Of(next)}。", Text = deadline.Length == 0 ? "没有公示时限。" : $"公示时限 {StaffCall.Day(work.PublishBy)}，{deadline}。" },
                    _ => new() { Word = StaffWords.Of(work.State) + "。", Text = "审核已经结束。" },
                },
            },
            new() { Heading = "放行以后", Note = law.Text },
            new() { Heading = "公众将看到的内容", Facts = [.. shown.Fields.Where(f => f.Value.Length > 0).Select(f => new StaffFact { Label = f.Label, Value = f.Value, Badge = f.Masked ? "已脱敏" : "", Long = f.Value.Length > 40 })] },
            RecordPages.Approvals(call, record),
        };
        if (state.Next is { } step && call.Person.Is(StaffWords.RoleOf(step))) blocks.Add(Decision(call, record, step));
        blocks.Add(new() { Links = [new() { Text = "记录页", Url = call.Url($"/records/{record.PublicId}") }, new() { Text = "各次修订的差别", Url = call.Url($"/records/{record.PublicId}/revisions") }] });
        return call.PageAsync(call.Page("审核：" + RecordViews.Number(shown), "/review", blocks, $"{shown.CounterpartName}，{StaffWords.Of(work.Kind)}", RecordPages.Crumbs(call, "审核", "/review", RecordViews.Number(shown))));
    }

    private static Task DecideAsync(StaffCall call)
    {
        if (call.Record(call.Route("id")) is not { } record) return call.NotFoundAsync();
        if (!Enum.TryParse<ApprovalStep>(call.Posted("step"), out var step) || !call.Engine.Approvals.Steps.Contains(step)) return call.RefuseAsync("没有办理", "没有写明是哪一步审核。", 422, "/review");

        // The step decides the role: a form of another step is no way around it.
        if (!call.Person.Is(StaffWords.RoleOf(step))) return call.RefuseAsync("没有权限", $"这一步需要“{StaffWords.Of(StaffWords.RoleOf(step))}”的职责。", 403, "/review");
        if (call.Posted("revision") != record.Revision.ToString(System.Globalization.CultureInfo.InvariantCulture)) return call.RefuseAsync("没有办理", "您打开页面以后，这条记录有了新的修订。请重新打开，按新的内容审核。", 409, "/review");
        if (call.Posted("do") == "return")
        {
            call.Engine.Approvals.Return(record, step, call.Person.Id, call.Posted("reason"));
            return call.SeeAsync(FormattableString.Invariant($"/review?step={(int)step}"), "returned");
        }

        call.Engine.Approvals.Approve(record, step, call.Person.Id, call.Posted("reason"));
        if (step != call.Engine.Approvals.Steps[^1]) return call.SeeAsync(FormattableString.Invariant($"/review?step={(int)step}"), "approved");
        return call.SeeAsync($"/records/{record.PublicId}", call.Engine.Work.Find(record.Id)?.State == WorkState.Withheld ? "withheld" : "published");
    }

    private static StaffBlock Decision(StaffCall call, LedgerRecord record, ApprovalStep step)
    {
        if (call.Engine.Approvals.Wrote(record, call.Person.Id))
            return new() { Heading = StaffWords.Of(step), Notice = new() { Tone = "care", Word = "您不能审核这条记录。", Text = "您录入或者修改过它，请由另一位审核人员办理。" } };
        return new()
        {
            Heading = StaffWords.Of(step),
            Form = new()
            {
                Action = call.Url($"/review/{record.PublicId}"),
                Token = call.Token,
                Hidden = [new() { Name = "step", Value = step.ToString() }, new() { Name = "revision", Value = record.Revision.ToString(System.Globalization.CultureInfo.InvariantCulture) }],
                Groups = [new() { Fields = [StaffFields.Long("reason", "审核意见", "", "退回时必须写明理由；通过时可以不填。")] }],
                Buttons = [new() { Text = step == call.Engine.Approvals.Steps[^1] ? "签发，立即公示" : "通过", Value = "approve" }, new() { Text = "退回录入人员", Value = "return", Quiet = true }],
            },
        };
    }
}
