using CreditKit.Cases;
using CreditKit.Ledger;
using CreditKit.Ledger.Reviews;
using CreditKit.Ledger.Sqlite;
using CreditKit.Records;
using CreditKit.Review;
using CreditKit.Templates.Models;

namespace CreditKit.AspNetCore.Staff;

/// <summary>Corrections of what is released: written by entry staff, decided by a reviewer, effective at once everywhere.</summary>
internal static class CorrectionPages
{
    private const int Most = 200;

    public static void Map(StaffMap map)
    {
        map.Get("/corrections", StaffRole.Reviewer | StaffRole.Auditor, ListAsync);
        map.Get("/corrections/{draft}", StaffRole.Reviewer | StaffRole.Auditor, ShowAsync);
        map.Post("/corrections/{draft}", StaffRole.Reviewer, DecideAsync);
    }

    /// <summary>The content of a proposed correction.</summary>
    public static CreditRecord Content(StaffCall call, Draft draft)
    {
        var sheet = new EntrySheet(call.Side.Edition, draft.Kind);
        return sheet.Bind(sheet.Take(draft)).Record;
    }

    private static Task ListAsync(StaffCall call)
    {
        var rows = new DraftTable(call.Engine.Ledger.Database).Corrections(Most)
            .Select(d => (Draft: d, Record: call.Engine.Ledger.Find(d.RecordId!.Value))).Where(r => r.Record is not null && call.Sees(r.Record))
            .Select(r => (r.Draft, Heading: call.Engine.Desensitizer.Heading(r.Record!.Record.Value, r.Record.Handling)));
        return call.PageAsync(call.Page("待审的更正", "/review",
        [
            new()
            {
                Table = new()
                {
                    Caption = "待审的更正",
                    Empty = "没有等待审核的更正。",
                    Head = ["决定文书号", "行政相对人", "提出人", "提出时间"],
                    Rows = [.. rows.Select(r => new StaffRow { Cells = [new() { Text = r.Heading.DocumentNumber.Length == 0 ? "（无文号）" : r.Heading.DocumentNumber, Url = call.Url("/corrections/" + r.Draft.Id) }, new() { Text = r.Heading.CounterpartName }, new() { Text = r.Draft.Owner }, new() { Text = ShanghaiTime.Minute(r.Draft.At) }] })],
                },
            },
        ], "已经放行的记录，更正须由另一人审核；通过后专栏和平台同时更新。", RecordPages.Crumbs(call, "审核", "/review", "待审的更正")));
    }

    private static Task ShowAsync(StaffCall call)
    {
        if (Find(call) is not var (draft, record)) return call.NotFoundAsync();
        var content = Content(call, draft);
        var difference = RevisionViews.Difference(call.Engine,
            new RecordRevision(record.Revision, record.ReceivedAt, record.Source, null, record.Record.Value),
            new RecordRevision(record.Revision + 1, draft.At, new SourceReference("staff", null, draft.Owner), draft.Values.GetValueOrDefault("why"), content));
        var blocks = new List<StaffBlock> { difference with { Heading = "更正的内容" } };
        if (draft.Owner == call.Person.Id || call.Engine.Approvals.Wrote(record, call.Person.Id)) blocks.Add(new() { Notice = new() { Tone = "care", Word = "您不能审核这件更正。", Text = "您录入或者修改过这条记录。" } });
        else if (call.Person.Is(StaffRole.Reviewer)) blocks.Add(new()
        {
            Heading = "决定",
            Form = new()
            {
                Action = call.Url("/corrections/" + draft.Id),
                Token = call.Token,
                Groups = [new() { Fields = [StaffFields.Long("reason", "审核意见", "", "退回时必须写明理由。"), StaffFields.Text("case", "办理的异议编号", "", "因异议更正的，填写编号：异议同时办结，申请人可查到结果。")] }],
                Buttons = [new() { Text = "同意更正，立即生效", Value = "approve" }, new() { Text = "不同意", Value = "refuse", Quiet = true }],
            },
        });
        return call.PageAsync(call.Page("审核更正", "/review", blocks, call.Engine.Desensitizer.Heading(record.Record.Value, record.Handling).DocumentNumber, RecordPages.Crumbs(call, "待审的更正", "/corrections", "审核更正")));
    }

    private static async Task DecideAsync(StaffCall call)
    {
        if (Find(call) is not var (draft, record))
        {
            await call.NotFoundAsync();
            return;
        }

        if (draft.Owner == call.Person.Id || call.Engine.Approvals.Wrote(record, call.Person.Id))
        {
            await call.RefuseAsync("没有权限", "录入或者修改过这条记录的人不能审核它的更正。", 403, "/review");
            return;
        }

        var reason = call.Posted("reason");
        if (call.Posted("do") != "approve")
        {
            if (reason.Length == 0) throw new CreditKitException("CK1804", "退回没有写明理由。", "请写明哪一处要怎样改。");
            call.Engine.Ledger.Audit(call.Person.Id, "refuse-correction", "done", record.Id, "");
            new DraftTable(call.Engine.Ledger.Database).Drop(draft.Id);
            await call.SeeAsync("/corrections", "returned");
            return;
        }

        await ApplyAsync(call, draft, record, reason);
        new DraftTable(call.Engine.Ledger.Database).Drop(draft.Id);
        await call.SeeAsync($"/records/{record.PublicId}", "corrected");
    }

    /// <summary>Corrects, as the case decides where there is one; the reviewer's word on the new revision is recorded.</summary>
    private static async Task ApplyAsync(StaffCall call, Draft draft, LedgerRecord record, string reason)
    {
        var content = Content(call, draft);
        var why = draft.Values.GetValueOrDefault("why", "更正");
        if (call.Posted("case") is { Length: > 0 } number)
        {
            await call.Engine.Cases.Desk.AmendAsync(number, new Ruling(call.Person.Id, reason.Length > 0 ? reason : why) { Reply = "经核实，公示信息已更正。" }, content, call.Http.RequestAborted);
        }
        else
        {
            var result = await call.Engine.Entered.CorrectAsync(record.PublicId, content, why, new SourceReference("staff", null, draft.Owner), call.Http.RequestAborted);
            if (result.Outcome == Intake.IntakeOutcome.Rejected) throw new CreditKitException("CK1806", "更正后的内容没有通过校验。", string.Join("；", result.Issues.Where(i => i.Severity == Validation.IssueSeverity.Block).Select(i => i.Message)));
        }

        if (call.Engine.Ledger.Find(record.Id) is { Standing: { Released: true, WithdrawnAt: null } } now)
            call.Engine.Reviews.Decide(new ReviewDecision { Id = now.PublicId, Revision = now.Revision, Reviewer = call.Person.Id, Scope = ReviewScope.Publication, Release = true });
    }

    private static (Draft Draft, LedgerRecord Record)? Find(StaffCall call) =>
        call.Route("draft") is { Length: > 0 and < 64 } id && new DraftTable(call.Engine.Ledger.Database).Find(id) is { Stage: DraftStage.Correction, RecordId: { } key } draft
        && call.Engine.Ledger.Find(key) is { } record && call.Sees(record) ? (draft, record) : null;
}
