using System.Globalization;
using System.Text;
using CreditKit.Ledger;
using CreditKit.Ledger.Access;
using CreditKit.Ledger.Sqlite;
using CreditKit.Templates.Models;

namespace CreditKit.AspNetCore.Staff;

/// <summary>The audit desk: who did what, the chain, the register of unmasked views and its review.</summary>
internal static class AuditPages
{
    private const int MostExported = 100_000;

    public static void Map(StaffMap map)
    {
        map.Get("/audit", StaffRole.Auditor, ShowAsync);
        map.Get("/audit/export.csv", StaffRole.Auditor, ExportAsync);
        map.Post("/audit/verify", StaffRole.Auditor, VerifyAsync);
        map.Get("/audit/access", StaffRole.Auditor, AccessAsync);
        map.Post("/audit/access", StaffRole.Auditor, ReviewAsync);
    }

    private static Task ShowAsync(StaffCall call) => PageAsync(call, null);

    private static Task VerifyAsync(StaffCall call)
    {
        var result = call.Engine.Ledger.VerifyAudit();
        call.Engine.Ledger.Audit(call.Person.Id, "audit-verify", result.Intact ? "intact" : "broken", null, FormattableString.Invariant($"entries={result.Entries}"));
        return PageAsync(call, result.Intact
            ? new() { Word = "审计链完整。", Text = FormattableString.Invariant($"共核对 {result.Entries} 条，没有缺失、改动或者移位。") }
            : new() { Tone = "wrong", Word = "审计链不完整！", Text = FormattableString.Invariant($"第 {result.BrokenAt} 条与前后不符。请保护现场，从备份核对。") });
    }

    private static Task PageAsync(StaffCall call, StaffNotice? notice)
    {
        var reader = new AuditReader(call.Engine.Ledger.Database);
        var (actor, act, number) = (call.Query("actor"), call.Query("act"), call.Query("record"));
        var entries = Entries(call, reader, call.PageSize + 1, out var unknown);
        var query = $"actor={Uri.EscapeDataString(actor)}&act={Uri.EscapeDataString(act)}&record={Uri.EscapeDataString(number)}";
        List<StaffBlock> blocks =
        [
            .. notice is null ? [] : new[] { new StaffBlock { Notice = notice } },
            new()
            {
                Form = new() { Small = true, Action = call.Url("/audit/verify"), Token = call.Token, Buttons = [new() { Text = "核对审计链", Value = "verify" }] },
                Links = [new() { Text = "个人信息查询登记", Url = call.Url("/audit/access") }, new() { Text = "导出", Url = call.Url("/audit/export.csv?" + query) }],
            },
            new()
            {
                Form = new()
                {
                    Asks = true, Wide = true, Action = call.Url("/audit"),
                    Groups = [new() { Fields = [StaffFields.Text("actor", "人员账号", actor), StaffFields.Select("act", "事项", [("", "全部"), .. reader.Acts().Select(a => (a, AuditWords.Of(a)))], act), StaffFields.Text("record", "决定文书号", number)] }],
                    Buttons = [new() { Text = "筛选", Name = "find", Value = "1" }],
                },
            },
            new()
            {
                Table = new()
                {
                    Caption = "审计记录",
                    Empty = unknown ? "没有这个文书号的记录。" : "没有这样的记录。",
                    Head = ["序号", "时间", "人员", "事项", "结果", "记录", "内容"],
                    Rows = [.. entries.Take(call.PageSize).Select(e => new StaffRow
                    {
                        Cells =
                        [
                            new() { Text = e.Number.ToString(CultureInfo.InvariantCulture), Number = true }, new() { Text = ShanghaiTime.Minute(e.At) }, new() { Text = e.Actor }, new() { Text = AuditWords.Of(e.Act) }, new() { Text = AuditWords.Outcome(e.Outcome) },
                            e.RecordId is { } id ? new() { Text = id[..8] + "…", Url = call.Url("/records/" + id) } : new() { Text = "" }, new() { Text = AuditWords.Detail(e.Detail) },
                        ],
                    })],
                    FirstUrl = call.Query("before").Length > 0 ? call.Url("/audit?" + query) : "",
                    NextUrl = entries.Count > call.PageSize ? call.Url(FormattableString.Invariant($"/audit?{query}&before={entries[call.PageSize - 1].Number}")) : "",
                },
            },
        ];
        return call.PageAsync(call.Page("审计", "/audit", blocks, "每一项办理都有人员、时间和结果，逐条相连；缺失、改动、移位都能查出是哪一条。"));
    }

    private static Task ExportAsync(StaffCall call)
    {
        var csv = new StringBuilder("\uFEFF序号,时间,人员,事项,结果,记录,内容\r\n");
        foreach (var e in Entries(call, new AuditReader(call.Engine.Ledger.Database), MostExported, out _))
            csv.AppendLine(string.Join(',', e.Number.ToString(CultureInfo.InvariantCulture), ShanghaiTime.Minute(e.At), Cell(e.Actor), Cell(AuditWords.Of(e.Act)), Cell(AuditWords.Outcome(e.Outcome)), e.RecordId ?? "", Cell(e.Detail)));
        return call.FileAsync(Encoding.UTF8.GetBytes(csv.ToString()), "text/csv; charset=utf-8", $"audit-{StaffCall.Day(call.Today)}.csv");
    }

    private static Task AccessAsync(StaffCall call)
    {
        var after = long.TryParse(call.Query("after"), NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : 0;
        var open = call.Query("all") != "1";
        var entries = call.Engine.Access.Entries(new AccessFilter { Unreviewed = open, After = after, Limit = call.PageSize + 1 });
        var path = open ? "/audit/access" : "/audit/access?all=1";
        List<StaffBlock> blocks =
        [
            new() { Links = [new() { Text = "等待审查", Url = open ? "" : call.Url("/audit/access") }, new() { Text = "全部", Url = open ? call.Url("/audit/access?all=1") : "" }] },
            new()
            {
                Table = new()
                {
                    Caption = "个人信息查询登记",
                    Empty = open ? "没有等待审查的登记。" : "还没有人查看过未脱敏的信息。",
                    Head = ["登记号", "时间", "人员", "方式", "对象", "目的", "审查"],
                    Rows = [.. entries.Take(call.PageSize).Select(e => new StaffRow
                    {
                        Cells =
                        [
                            new() { Text = e.Id.ToString(CultureInfo.InvariantCulture), Number = true }, new() { Text = ShanghaiTime.Minute(e.At) }, new() { Text = e.Actor }, new() { Text = AuditWords.Of(e.Kind) }, new() { Text = e.Subject }, new() { Text = e.Purpose },
                            new() { Text = e.ReviewedAt is { } at ? $"{e.ReviewedBy}，{ShanghaiTime.Minute(at)}" : "等待审查", Note = e.ReviewNote ?? "" },
                        ],
                    })],
                    FirstUrl = after > 0 ? call.Url(path) : "",
                    NextUrl = entries.Count > call.PageSize ? call.Url(FormattableString.Invariant($"{path}{(open ? "?" : "&")}after={entries[call.PageSize - 1].Id}")) : "",
                },
            },
        ];
        if (open && entries.Count > 0)
        {
            blocks.Add(new()
            {
                Heading = "审查本页",
                Form = new()
                {
                    Action = call.Url("/audit/access"), Token = call.Token,
                    Hidden = [.. entries.Take(call.PageSize).Select(e => new StaffHidden { Name = "entry", Value = e.Id.ToString(CultureInfo.InvariantCulture) })],
                    Groups = [new() { Fields = [StaffFields.Long("note", "审查意见", "", "例如：均与办理事项有关，没有发现异常。", required: true)] }],
                    Buttons = [new() { Text = "记录审查", Value = "review" }],
                },
            });
        }

        return call.PageAsync(call.Page("个人信息查询登记", "/audit", blocks, "谁、何时、为何看过未脱敏的信息。定期审查，登记至少保存五年。", RecordPages.Crumbs(call, "审计", "/audit", "个人信息查询登记")));
    }

    private static Task ReviewAsync(StaffCall call)
    {
        var entries = call.Form["entry"].Select(e => long.TryParse(e, NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : 0).Where(id => id > 0).ToList();
        if (entries.Count == 0 || call.Posted("note").Length == 0) return call.RefuseAsync("没有记录", "请写明审查意见。", 422, "/audit");
        call.Engine.Access.Review(entries, call.Person.Id, call.Posted("note"));
        return call.SeeAsync("/audit/access", "reviewed");
    }

    private static IReadOnlyList<AuditEntry> Entries(StaffCall call, AuditReader reader, int limit, out bool unknown)
    {
        var number = call.Query("record");
        var record = number.Length == 0 ? null : call.Engine.Ledger.FindByDocumentNumber(number) is [var first, ..] ? first : call.Engine.Ledger.FindByPublicId(number);
        unknown = number.Length > 0 && record is null;
        long? before = long.TryParse(call.Query("before"), NumberStyles.None, CultureInfo.InvariantCulture, out var place) ? place : null;
        return unknown ? [] : reader.List(call.Query("actor"), call.Query("act"), record?.Id, before, limit);
    }

    // A cell that begins like a formula is no formula.
    private static string Cell(string text) => "\"" + (text.Length > 0 && "=+-@\t\r".Contains(text[0]) ? "'" : "") + text.Replace("\"", "\"\"", StringComparison.Ordinal) + "\"";
}
