using CreditKit.Ledger;
using CreditKit.Ledger.Access;
using CreditKit.Ledger.Sqlite;
using CreditKit.Records;
using CreditKit.Standards;
using CreditKit.Templates.Models;
using CreditKit.Validation;

namespace CreditKit.AspNetCore.Staff;

/// <summary>Entry: one form per kind with the import's rules beside each field, drafts, pasted rows, exercises, and corrections for a reviewer.</summary>
internal static class EntryPages
{
    private const int MostDrafts = 50;
    private static readonly (string Path, RecordKind Kind)[] s_kinds = [("license", RecordKind.License), ("penalty", RecordKind.Penalty), ("act", RecordKind.Act)];

    public static void Map(StaffMap map)
    {
        map.Get("/entry", StaffRole.Entry, HomeAsync);
        map.Post("/entry/drafts/{draft}", StaffRole.Entry, DropAsync);
        foreach (var (path, kind) in s_kinds)
        {
            map.Get("/entry/" + path, StaffRole.Entry, call => NewAsync(call, kind));
            map.Post("/entry/" + path, StaffRole.Entry, call => ActAsync(call, kind));
        }

        map.Post("/records/{id}/edit", StaffRole.Entry, EditAsync);
    }

    private static Task HomeAsync(StaffCall call)
    {
        var drafts = Drafts(call).Of(call.Person.Id, MostDrafts);
        List<StaffBlock> blocks =
        [
            new() { Heading = "录入", Links = [.. s_kinds.Where(k => call.Options.Kinds.Contains(k.Kind)).Select(k => new StaffLink { Text = "录入" + StaffWords.Of(k.Kind), Url = call.Url("/entry/" + k.Path) })] },
            new()
            {
                Heading = "我的草稿",
                Table = new()
                {
                    Caption = "我的草稿",
                    Empty = "没有草稿。",
                    Head = ["保存时间", "类别", "用途", "办理"],
                    Rows = [.. drafts.Select(d => new StaffRow
                    {
                        Cells =
                        [
                            new() { Text = ShanghaiTime.Minute(d.At) }, new() { Text = StaffWords.Of(d.Kind) },
                            d.Stage switch { DraftStage.Practice => new() { Badge = "练习", Tone = "care" }, DraftStage.Correction => new() { Text = "更正，等待审核" }, _ => new() { Text = "草稿" } },
                            d.Stage == DraftStage.Correction
                                ? new() { Form = Drop(call, d, "收回更正") }
                                : new() { Text = "继续填写", Url = call.Url($"/entry/{PathOf(d.Kind)}?draft={d.Id}"), Form = Drop(call, d, "删除草稿") },
                        ],
                    })],
                },
            },
            new() { Heading = "练习", Note = "练习与正式录入用同样的表格和规则，填写的内容不进入台账，不公示，也不报送。", Links = [.. s_kinds.Where(k => call.Options.Kinds.Contains(k.Kind)).Select(k => new StaffLink { Text = "练习录入" + StaffWords.Of(k.Kind), Url = call.Url($"/entry/{k.Path}?practice=1") })] },
        ];
        return call.PageAsync(call.Page("录入", "/entry", blocks, "每一栏旁边有填报说明；检查所用的规则与文件导入相同。"));
    }

    private static Task NewAsync(StaffCall call, RecordKind kind)
    {
        if (!call.Options.Kinds.Contains(kind)) return call.NotFoundAsync();
        var sheet = Sheet(call, kind);
        if (call.Query("draft") is { Length: > 0 } id)
        {
            return Drafts(call).Find(id) is { } draft && draft.Owner == call.Person.Id && draft.Kind == kind
                ? FormAsync(call, sheet, sheet.Take(draft), new(draft.Id, draft.Stage == DraftStage.Practice, "", 0), [], null)
                : call.NotFoundAsync();
        }

        return FormAsync(call, sheet, sheet.Blank(call), new("", call.Query("practice") == "1", "", 0), [], null);
    }

    /// <summary>Opens a record to be corrected: an unmasked view, registered before it is shown.</summary>
    private static Task EditAsync(StaffCall call)
    {
        if (call.Record(call.Route("id")) is not { } record) return call.NotFoundAsync();
        if (record.Standing.WithdrawnAt is not null) return call.RefuseAsync("没有打开", "这条记录已经撤下，不再更正。", 409, "/records");
        if (call.Engine.Access.Open(record.PublicId, new AccessRequest(call.Person.Id, "更正本单位录入的记录")) is not { } opened) return call.NotFoundAsync();
        var sheet = Sheet(call, opened.Record.Kind);
        return FormAsync(call, sheet, sheet.Write(opened.Record), new("", false, record.PublicId, record.Revision), [], null);
    }

    private static async Task ActAsync(StaffCall call, RecordKind kind)
    {
        var sheet = Sheet(call, kind);
        var cells = sheet.Columns.Select((_, i) => call.Posted(EntrySheet.Name(i))).ToArray();
        var state = new EntryState(call.Posted("draft"), call.Posted("practice") == "1", call.Posted("record"), int.TryParse(call.Posted("revision"), out var revision) ? revision : 0);
        if (state.Draft.Length > 0 && (Drafts(call).Find(state.Draft) is not { } kept || kept.Owner != call.Person.Id)) state = state with { Draft = "" };
        if (call.Posted("do") == "paste")
        {
            cells = sheet.Paste(call.Form["pasted"].ToString(), cells);
            await FormAsync(call, sheet, cells, state, [], new() { Word = "已填入。", Text = "请逐栏核对后检查。" });
            return;
        }

        if (call.Posted("do") is "subject" or "pick" or "item")
        {
            await HelpAsync(call, sheet, cells, state);
            return;
        }

        var bound = sheet.Bind(cells);
        var report = call.Engine.Validator.Validate(bound);
        var blocked = report.Issues.Any(i => i.Severity == IssueSeverity.Block && i.Destination == IssueDestination.Publish);
        switch (call.Posted("do"))
        {
            case "draft":
                Drafts(call).Save(new Draft(state.Draft, call.Person.Id, kind, state.Practice ? DraftStage.Practice : DraftStage.Draft, default, null, sheet.Keep(cells)));
                await call.SeeAsync("/entry", "draft");
                return;
            case "submit" when !blocked && !state.Practice:
                await SubmitAsync(call, sheet, cells, state, report);
                return;
            default:
                await FormAsync(call, sheet, cells, state, report.Issues, Notice(sheet, report, blocked, state), bound.Record);
                return;
        }
    }

    /// <summary>Fills fields from what is known; nothing is checked or kept yet.</summary>
    private static Task HelpAsync(StaffCall call, EntrySheet sheet, string[] cells, EntryState state)
    {
        if (call.Posted("do") == "item") return FormAsync(call, sheet, cells, state, [], EntryHelp.Fill(call, sheet, cells));
        var code = sheet.Get(cells, StandardField.UnifiedSocialCreditCode);
        var picked = call.Posted("do") == "pick" ? call.Posted("picked") : UnifiedSocialCreditCode.IsValid(code) ? code : sheet.Get(cells, StandardField.CounterpartName);
        var found = EntryHelp.Subjects(call, picked);
        if (found is not [var only]) return FormAsync(call, sheet, cells, state, [], found.Count == 0
            ? new() { Tone = "care", Word = "没有查到。", Text = "请在名称栏填写至少两个字，或者填写完整的统一社会信用代码。只查本栏目公示过的法人和非法人组织。" }
            : new() { Word = FormattableString.Invariant($"查到 {found.Count} 个相对人。"), Text = "请在下面选一个。" }, subjects: found);
        EntryHelp.Take(sheet, cells, only);
        return FormAsync(call, sheet, cells, state, [], new() { Word = "已填入相对人。", Text = $"{only.Name}（{only.Code}），请核对。" });
    }

    private static async Task SubmitAsync(StaffCall call, EntrySheet sheet, string[] cells, EntryState state, ValidationReport report)
    {
        var engine = call.Engine;
        var content = report.Record!.Value.Value;
        if (!Own(call, content))
        {
            await FormAsync(call, sheet, cells, state, report.Issues, new() { Tone = "wrong", Word = "没有提交。", Text = "作出决定的机关不是您的单位。" }, content);
            return;
        }

        if (state.Record.Length > 0)
        {
            await CorrectAsync(call, sheet, cells, state, content);
            return;
        }

        // The same decision again would be a correction, which has a way of its own.
        var twice = engine.Ledger.FindByDocumentNumber(content.DocumentNumber ?? "").FirstOrDefault(r => RecordKey.Of(r.Record.Value) == RecordKey.Of(content) || (RecordKey.ByCode(content) is { } code && RecordKey.ByCode(r.Record.Value) == code));
        if (twice is not null)
        {
            await FormAsync(call, sheet, cells, state, report.Issues, new() { Tone = "wrong", Word = "没有提交。", Text = "这份决定已经录入过。需要更正的，请打开原记录办理更正。", Items = call.Sees(twice) ? [new() { Text = "打开原记录", Url = call.Url($"/records/{twice.PublicId}") }] : [] }, content);
            return;
        }

        var result = await engine.Entered.SubmitAsync(content, new SourceReference("staff", null, call.Person.Id), call.Http.RequestAborted);
        if (state.Draft.Length > 0) Drafts(call).Drop(state.Draft);
        await call.SeeAsync($"/records/{result.Id}", "entered");
    }

    /// <summary>What nobody released is corrected at once and starts its review anew; what is public waits for a reviewer's decision.</summary>
    private static async Task CorrectAsync(StaffCall call, EntrySheet sheet, string[] cells, EntryState state, CreditRecord content)
    {
        if (call.Record(state.Record) is not { } record || record.Record.Value.Kind != sheet.Kind)
        {
            await call.NotFoundAsync();
            return;
        }

        if (record.Revision != state.Revision)
        {
            await call.RefuseAsync("没有提交", "您打开以后，这条记录有了新的修订。请重新打开再改。", 409, "/records");
            return;
        }

        if (!record.Standing.Released && !record.Standing.ReleasedForSharing)
        {
            await call.Engine.Entered.CorrectAsync(record.PublicId, content, call.Posted("why") is { Length: > 0 } why ? why : "录入人员修改", new SourceReference("staff", null, call.Person.Id), call.Http.RequestAborted);
            await call.SeeAsync($"/records/{record.PublicId}", "entered");
            return;
        }

        if (call.Posted("why").Length == 0)
        {
            await FormAsync(call, sheet, cells, state, [], new() { Tone = "wrong", Word = "没有提交。", Text = "更正已经放行的记录，请在最下面写明更正理由。" }, content);
            return;
        }

        var values = sheet.Keep(cells);
        values["why"] = call.Posted("why");
        Drafts(call).Save(new Draft("", call.Person.Id, sheet.Kind, DraftStage.Correction, default, record.Id, values));
        call.Engine.Ledger.Audit(call.Person.Id, "propose-correction", "done", record.Id, FormattableString.Invariant($"revision={record.Revision}"));
        await call.SeeAsync($"/records/{record.PublicId}", "proposed");
    }

    private static Task DropAsync(StaffCall call)
    {
        if (Drafts(call).Find(call.Route("draft")) is not { } draft || draft.Owner != call.Person.Id) return call.NotFoundAsync();
        Drafts(call).Drop(draft.Id);
        return call.SeeAsync("/entry", "dropped");
    }

    private static Task FormAsync(StaffCall call, EntrySheet sheet, string[] cells, EntryState state, IReadOnlyList<ValidationIssue> issues, StaffNotice? notice, CreditRecord? preview = null, IReadOnlyList<(string Code, string Name)>? subjects = null)
    {
        var path = $"/entry/{PathOf(sheet.Kind)}";
        var corrects = state.Record.Length > 0;
        var groups = sheet.Groups(cells, issues, EntryHelp.Items(call, sheet.Kind)).ToList();
        if (corrects) groups.Add(new() { Fields = [StaffFields.Text("why", "更正理由", call.Posted("why"), "已经公示的记录必须写明；审核通过后专栏和平台同时更新。")] });
        var blocks = new List<StaffBlock>();
        if (state.Practice) blocks.Add(new() { Notice = new() { Tone = "care", Word = "练习。", Text = "填写的内容不进入台账，不公示，也不报送。" } });
        if (notice is not null) blocks.Add(new() { Notice = notice });
        if (preview is not null && preview.DecisionDate is not null) blocks.AddRange(Preview(call, preview));
        blocks.Add(new()
        {
            Form = new()
            {
                Action = call.Url(path),
                Token = call.Token,
                Wide = true,
                Hidden = [new() { Name = "draft", Value = state.Draft }, new() { Name = "practice", Value = state.Practice ? "1" : "" }, new() { Name = "record", Value = state.Record }, new() { Name = "revision", Value = FormattableString.Invariant($"{state.Revision}") }],
                Live = true,
                Groups =
                [
                    new() { Legend = "从 Excel 粘贴一行", Folded = true, Fields = [StaffFields.Long("pasted", "粘贴", "", "在 Excel 中选中表头和一行（或者按全国填报表顺序的一行），复制后粘贴在这里。")], Buttons = [new() { Text = "填入各栏", Value = "paste", Quiet = true }] },
                    .. subjects is { Count: > 0 } ? [new StaffGroup { Legend = "查到的相对人", Fields = [StaffFields.Select("picked", "相对人", subjects.Select(s => (s.Code, $"{s.Name}（{s.Code}）")), "")], Buttons = [new() { Text = "选用", Value = "pick" }] }] : Array.Empty<StaffGroup>(),
                    .. groups,
                ],
                Buttons =
                [
                    new() { Text = "检查并预览", Value = "check", Key = "k" },
                    .. state.Practice ? [] : new[] { new StaffButton { Text = corrects ? "提交更正" : "提交审核", Value = "submit", Key = "y" } },
                    .. corrects ? [] : new[] { new StaffButton { Text = "保存草稿", Value = "draft", Quiet = true } },
                ],
            },
        });
        var heading = (corrects ? "更正" : state.Practice ? "练习录入" : "录入") + StaffWords.Of(sheet.Kind);
        return call.PageAsync(call.Page(heading, "/entry", blocks, "带“必填”的栏目不能为空。按“检查并预览”，错误和需要核对的地方写在各栏旁边。", RecordPages.Crumbs(call, "录入", "/entry", heading)), issues.Any(i => i.Severity == IssueSeverity.Block) ? 422 : 200);
    }

    private static IEnumerable<StaffBlock> Preview(StaffCall call, CreditRecord content)
    {
        var engine = call.Engine;
        var shown = RecordViews.Public(engine, content);
        var law = engine.Policy.Explain(content, new RecordStanding { Released = true, ReleasedForSharing = true, PublishedAt = call.Now }, [], call.Now);
        yield return new() { Heading = "审核通过以后", Note = law.Text };
        yield return new() { Heading = "公众将看到的内容", Facts = [.. shown.Fields.Where(f => f.Value.Length > 0).Select(f => new StaffFact { Label = f.Label, Value = f.Value, Badge = f.Masked ? "已脱敏" : "", Long = f.Value.Length > 40 })] };
    }

    private static StaffNotice Notice(EntrySheet sheet, ValidationReport report, bool blocked, EntryState state)
    {
        var general = report.Issues.Where(i => i.Severity is IssueSeverity.Block or IssueSeverity.Warn).Select(i => (i.Field, Text: (i.Field.Length == 0 ? "" : i.Field + "：") + EntrySheet.Words(i))).Distinct().Select(i => new StaffLink { Text = i.Text, Url = sheet.Anchor(i.Field) }).ToList();
        if (blocked) return new() { Tone = "wrong", Word = "还不能提交。", Text = "请改正以下各处：", Items = general };
        if (general.Count > 0) return new() { Tone = "care", Word = "可以提交，请先核对：", Text = "", Items = general };
        return new() { Word = "检查通过。", Text = state.Practice ? "正式录入时，提交后进入审核。" : "核对下面的预览后提交审核。" };
    }

    private static bool Own(StaffCall call, CreditRecord content) => call.Person.Unit is null || call.Person.Unit == content.DecidingAuthority.CreditCode || call.Person.Unit == content.DecidingAuthority.Name;

    private static StaffForm Drop(StaffCall call, Draft draft, string text) => new() { Small = true, Action = call.Url("/entry/drafts/" + draft.Id), Token = call.Token, Buttons = [new() { Text = text, Value = "drop", Quiet = true }] };

    private static EntrySheet Sheet(StaffCall call, RecordKind kind) => new(call.Side.Edition, kind);

    private static string PathOf(RecordKind kind) => s_kinds.First(k => k.Kind == kind).Path;

    private static DraftTable Drafts(StaffCall call) => new(call.Engine.Ledger.Database);
}
