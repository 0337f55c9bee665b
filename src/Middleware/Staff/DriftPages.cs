using System.Globalization;
using CreditKit.Reporting;
using CreditKit.Templates.Models;

namespace CreditKit.AspNetCore.Staff;

/// <summary>What the platform holds beside what it should hold: compared on demand, mended on demand (001-14).</summary>
internal static class DriftPages
{
    private const int Most = 500;

    /// <summary>The button that compares.</summary>
    public static StaffBlock Asking(StaffCall call, string channel) => new()
    {
        Note = "向平台索取它持有的数据，与台账逐条核对。核对不改动任何数据。",
        Form = Form(call, channel, [new() { Text = "与平台核对", Value = "compare", Quiet = true }]),
    };

    public static async Task CompareAsync(StaffCall call)
    {
        var channel = call.Route("channel");
        if (call.Side.Line(channel) is not { } line)
        {
            await call.NotFoundAsync();
            return;
        }

        var repair = call.Posted("do") == "repair";
        var result = await line.Reconciler.RunAsync(repair, call.Http.RequestAborted);
        call.Engine.Ledger.Audit(call.Person.Id, "reconcile", "done", null, FormattableString.Invariant($"channel={channel} drifts={result.Drifts.Count} repair={(repair ? 1 : 0)}"));
        await call.PageAsync(call.Page("与平台核对：" + channel, "/reporting", Blocks(call, channel, result, repair), "", RecordPages.Crumbs(call, "报送", "/reporting", "与平台核对")));
    }

    private static List<StaffBlock> Blocks(StaffCall call, string channel, ReconcileResult result, bool repaired)
    {
        List<StaffBlock> blocks =
        [
            new()
            {
                Counts = [Count("台账中应有", result.Here), Count("平台在库", result.There), Count("在途或者待处理", result.UnderWay), Count("差异", result.Drifts.Count) with { Tone = result.Drifts.Count > 0 ? "care" : "", Word = result.Drifts.Count > 0 ? "请处理" : "" }],
                Notice = repaired && result.Drifts.Any(d => d.Repaired) ? new() { Word = "已排入报送。", Text = "缺少的补报，不一致的重报，多出的撤下；平台有而台账没有的，请人工核实。" }
                    : result.Drifts.Count == 0 ? new() { Word = "两边一致。", Text = "内容和期限逐条相同。" } : null,
            },
        ];
        if (result.Drifts.Count == 0) return blocks;
        blocks.Add(new()
        {
            Heading = "差异",
            Note = result.Drifts.Count > Most ? FormattableString.Invariant($"列出前 {Most} 条。") : "",
            Table = new()
            {
                Caption = "差异",
                Head = ["记录", "差异", "平台编号", "办理"],
                Rows = [.. result.Drifts.Take(Most).Select(d => Row(call, d))],
            },
            Form = repaired ? null : Form(call, channel, [new() { Text = "全部排入报送", Value = "repair" }]),
        });
        return blocks;
    }

    private static StaffRow Row(StaffCall call, Drift drift)
    {
        var record = drift.Id is { } id ? call.Engine.Ledger.FindByPublicId(id) : null;
        var number = record is null ? "" : call.Engine.Desensitizer.Heading(record.Record.Value, record.Handling).DocumentNumber;
        return new()
        {
            Cells =
            [
                record is null ? new() { Text = "台账中没有" } : new() { Text = number.Length == 0 ? "（无文号）" : number, Url = call.Sees(record) ? call.Url("/records/" + record.PublicId) : "" },
                new() { Badge = ReportingWords.Of(drift.Kind), Tone = "care" },
                new() { Text = drift.Number ?? "" },
                new() { Text = drift.Repaired ? "已排入报送" : drift.Kind == DriftKind.Stranger ? "请人工核实" : "" },
            ],
        };
    }

    private static StaffForm Form(StaffCall call, string channel, IReadOnlyList<StaffButton> buttons) => new() { Small = true, Action = call.Url("/reporting/drift/" + Uri.EscapeDataString(channel)), Token = call.Token, Buttons = buttons };

    private static StaffCount Count(string label, long value) => new() { Label = label, Value = value.ToString("N0", CultureInfo.InvariantCulture) };
}
