using System.Globalization;
using CreditKit.Ledger;
using CreditKit.Ledger.Access;
using CreditKit.Ledger.Attachments;
using CreditKit.Review.Attachments;
using CreditKit.Templates.Models;

namespace CreditKit.AspNetCore.Staff;

/// <summary>
/// Papers of a record: added by entry staff, cleared at once, looked at by a reviewer who did not add them, and only then
/// released. What is visible in a picture no machine masks: the reviewer sees each page.
/// </summary>
internal static class AttachmentPages
{
    private const int Most = 200;

    /// <summary>Pictures of one view; a long paper is looked at in several.</summary>
    private const long LargestView = 8_000_000;

    private static readonly AttachmentState[] s_open = [AttachmentState.Waiting, AttachmentState.Outdated];

    public static void Map(StaffMap map)
    {
        map.Get("/attachments", StaffNavigation.Approvers | StaffRole.Auditor, QueueAsync);
        map.Post("/records/{id}/attachments", StaffRole.Entry, AddAsync, map.Side.Options.Attachments.MaxBytes + 1_000_000);
        map.Post("/attachments/{attachment}", StaffRole.Entry | StaffNavigation.Approvers, ActAsync);
    }

    /// <summary>The papers of a record, with the form that adds one.</summary>
    public static StaffBlock Of(StaffCall call, LedgerRecord record)
    {
        var items = call.Engine.Attachments.Of(record.PublicId);
        return new()
        {
            Heading = "附件",
            Table = new()
            {
                Caption = "附件",
                Empty = "没有附件。",
                Head = ["名称", "状态", "页数", "收入", "审查", "办理"],
                Rows = [.. items.Select(a => Line(call, a))],
            },
            Form = !call.Person.Is(StaffRole.Entry) || record.Standing.WithdrawnAt is not null ? null : new()
            {
                Action = call.Url($"/records/{record.PublicId}/attachments"),
                Token = call.Token,
                HasFiles = true,
                Groups =
                [
                    new()
                    {
                        Legend = "收入附件",
                        Fields =
                        [
                            StaffFields.File("file", "文件", FormattableString.Invariant($"PNG、JPG 或者 PDF，不超过 {call.Options.Attachments.MaxBytes >> 20} MB。画面上的姓名、证件号码、签名请先遮盖；隐藏信息由系统清除，审查人逐页看过以后才公开。")),
                            StaffFields.Text("title", "名称", "", "例如 行政处罚决定书；不填按决定书。"),
                            .. items.Any(a => a.State == AttachmentState.Released) ? [StaffFields.Select("replaces", "替换", [("", "（不替换）"), .. items.Where(a => a.State == AttachmentState.Released).Select(a => (a.Id, a.Title))], "")] : Array.Empty<StaffField>(),
                        ],
                    },
                ],
                Buttons = [new() { Text = "收入，等待审查", Value = "add", Quiet = true }],
            },
        };
    }

    private static Task QueueAsync(StaffCall call)
    {
        var items = call.Engine.Attachments.Waiting(Most).Select(a => (Item: a, Record: call.Engine.Ledger.FindByPublicId(a.RecordId))).Where(a => a.Record is not null && call.Sees(a.Record)).ToList();
        return call.PageAsync(call.Page("待审的附件", "/review",
        [
            new()
            {
                Table = new()
                {
                    Caption = "待审的附件",
                    Empty = "没有等待审查的附件。",
                    Head = ["记录", "名称", "页数", "收入人", "收入时间"],
                    Rows = [.. items.Select(a => new StaffRow { Cells = [new() { Text = Number(call, a.Record!), Url = call.Url("/records/" + a.Record!.PublicId) }, new() { Text = a.Item.Title }, Count(a.Item.Pages), new() { Text = a.Item.AddedBy }, new() { Text = ShanghaiTime.Minute(a.Item.AddedAt) }] })],
                },
            },
        ], "在记录页打开清理后的副本，逐页看过以后放行或者不予放行；收入附件的人不能审查它。", RecordPages.Crumbs(call, "审核", "/review", "待审的附件")));
    }

    private static async Task AddAsync(StaffCall call)
    {
        if (call.Record(call.Route("id")) is not { } record)
        {
            await call.NotFoundAsync();
            return;
        }

        if (call.Form.Files["file"] is not { Length: > 0 } file)
        {
            await call.RefuseAsync("没有收到文件", "请选择文件后再提交。", 422, "/records");
            return;
        }

        await using var content = file.OpenReadStream();
        var title = call.Posted("title");
        await call.Engine.Attachments.AddAsync(record.PublicId, content, new AttachmentSource(call.Person.Id, file.FileName, title.Length == 0 ? null : title, call.Posted("replaces") is { Length: > 0 } former ? former : null), call.Http.RequestAborted);
        await call.SeeAsync($"/records/{record.PublicId}", "attached");
    }

    private static Task ActAsync(StaffCall call)
    {
        var id = call.Route("attachment");
        if (id.Length is 0 or > 64 || call.Engine.Attachments.Find(id) is not { } item || call.Record(item.RecordId) is not { } record) return call.NotFoundAsync();
        var wanted = call.Posted("do");
        if (wanted == "open") return OpenAsync(call, item, record);
        if (wanted == "remove" && call.Person.Is(StaffRole.Reviewer | StaffRole.Publisher))
        {
            call.Engine.Attachments.Remove(item.Id, call.Person.Id, call.Posted("reason"));
            return call.SeeAsync($"/records/{record.PublicId}", "unattached");
        }

        if (wanted is not ("release" or "refuse")) return call.RefuseAsync("没有办理", "没有写明放行还是不予放行。", 422, "/records");
        if (!call.Person.Is(StaffRole.Reviewer)) return call.RefuseAsync("没有权限", "附件由内容审核人员审查。", 403, "/records");
        if (item.AddedBy == call.Person.Id) return call.RefuseAsync("没有权限", "收入附件的人不能审查它。", 403, "/records");
        if (wanted == "refuse")
        {
            call.Engine.Attachments.Refuse(item.Id, call.Person.Id, call.Posted("reason"));
            return call.SeeAsync($"/records/{record.PublicId}", "unreleased");
        }

        var shown = call.Engine.Attachments.Release(item.Id, call.Person.Id);
        return call.SeeAsync($"/records/{record.PublicId}", shown ? "attachment-shown" : "attachment-released");
    }

    /// <summary>The cleared copy as it would be public; the look is registered before anything is shown.</summary>
    private static async Task OpenAsync(StaffCall call, AttachmentItem item, LedgerRecord record)
    {
        if (call.Engine.Attachments.Open(item.Id, new AccessRequest(call.Person.Id, call.Person.Is(StaffRole.Reviewer) ? "审查附件" : "核对附件")) is not { } sheet)
        {
            await call.NotFoundAsync();
            return;
        }

        var first = int.TryParse(call.Posted("page"), NumberStyles.None, CultureInfo.InvariantCulture, out var asked) && asked >= 1 && asked <= sheet.Pages.Count ? asked : 1;
        var pictures = new List<StaffPicture>();
        var (page, bytes) = (first, 0L);
        for (; page <= sheet.Pages.Count && (page == first || bytes + sheet.Pages[page - 1].Length <= LargestView); page++)
        {
            await using var stream = sheet.OpenPage(page);
            var content = new byte[sheet.Pages[page - 1].Length];
            await stream.ReadExactlyAsync(content, call.Http.RequestAborted);
            bytes += content.Length;
            pictures.Add(new() { Text = FormattableString.Invariant($"第 {page} 页，共 {sheet.Pages.Count} 页"), Url = $"data:{sheet.Pages[page - 1].MediaType};base64,{Convert.ToBase64String(content)}" });
        }

        List<StaffBlock> blocks =
        [
            new() { Note = FormattableString.Invariant($"本次查看已登记（第 {sheet.Entry} 号）。这是清除隐藏信息以后的副本，放行后公众看到的就是它；画面上还能看到的个人信息不会自动遮盖。"), Pictures = pictures },
        ];
        if (page <= sheet.Pages.Count) blocks.Add(new() { Form = Form(call, item, [new() { Text = FormattableString.Invariant($"从第 {page} 页继续看"), Value = "open", Quiet = true }], ("page", page.ToString(CultureInfo.InvariantCulture))) });
        if (s_open.Contains(item.State) && call.Person.Is(StaffRole.Reviewer))
            blocks.Add(item.AddedBy == call.Person.Id
                ? new() { Notice = new() { Tone = "care", Word = "您不能审查这份附件。", Text = "它是您收入的，请由另一位审核人员办理。" } }
                : new()
                {
                    Heading = "决定",
                    Form = Form(call, item, [new() { Text = "放行，随记录公开", Value = "release" }, new() { Text = "不予放行", Value = "refuse", Quiet = true }]) with { Small = false, Groups = [new() { Fields = [StaffFields.Long("reason", "理由", "", "不予放行时必须写明，例如：第 2 页左下角有当事人签名，请遮盖后重新收入。")] }] },
                });
        if (item.State == AttachmentState.Released && call.Person.Is(StaffRole.Reviewer | StaffRole.Publisher))
            blocks.Add(new() { Heading = "撤下附件", Form = Form(call, item, [new() { Text = "撤下附件", Value = "remove" }]) with { Small = false, Groups = [new() { Fields = [StaffFields.Long("reason", "理由", "", "记入审计。", required: true)] }] } });
        await call.PageAsync(call.Page(item.Title, "/records", blocks, Number(call, record), RecordPages.Crumbs(call, Number(call, record), $"/records/{record.PublicId}", item.Title)));
    }

    private static StaffRow Line(StaffCall call, AttachmentItem item) => new()
    {
        Cells =
        [
            new() { Text = item.Title, Note = item.Replaces is null ? "" : "放行后替换原来的一份" },
            item.State switch
            {
                AttachmentState.Waiting => new() { Badge = "等待审查", Tone = "care" },
                AttachmentState.Outdated => new() { Badge = "记录已改，重新审查", Tone = "care" },
                AttachmentState.Released => new() { Text = "已放行" },
                AttachmentState.Refused => new() { Badge = "不予放行", Tone = "wrong" },
                AttachmentState.Replaced => new() { Text = "已替换" },
                _ => new() { Text = "已撤下" },
            },
            Count(item.Pages),
            new() { Text = item.AddedBy, Note = ShanghaiTime.Minute(item.AddedAt) },
            new() { Text = item.DecidedBy ?? "", Note = item.DecidedAt is { } at ? ShanghaiTime.Minute(at) : "" },
            call.Person.Is(StaffRole.Entry | StaffNavigation.Approvers) ? new() { Form = Form(call, item, [new() { Text = $"打开 {item.Title}", Value = "open", Quiet = true }]) } : new() { Text = "" },
        ],
    };

    private static StaffForm Form(StaffCall call, AttachmentItem item, IReadOnlyList<StaffButton> buttons, params (string Name, string Value)[] hidden) => new()
    {
        Small = true,
        Action = call.Url("/attachments/" + item.Id),
        Token = call.Token,
        Hidden = [.. hidden.Select(h => new StaffHidden { Name = h.Name, Value = h.Value })],
        Buttons = buttons,
    };

    private static StaffCell Count(int value) => new() { Text = value.ToString(CultureInfo.InvariantCulture), Number = true };

    private static string Number(StaffCall call, LedgerRecord record) => call.Engine.Desensitizer.Heading(record.Record.Value, record.Handling).DocumentNumber is { Length: > 0 } number ? number : "（无文号）";
}
