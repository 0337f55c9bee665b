using System.Globalization;
using CreditKit.Ledger;
using CreditKit.Ledger.Sqlite;
using CreditKit.Reporting;
using CreditKit.Reporting.Channels;
using CreditKit.Templates.Models;

namespace CreditKit.AspNetCore.Staff;

/// <summary>The reporting desk: channels, what waits for a person with the province's words, resend and settle.</summary>
internal static class ReportingPages
{
    private const int MostWaiting = 1_000;

    public static void Map(StaffMap map)
    {
        map.Get("/reporting", StaffRole.Reporter | StaffRole.Auditor | StaffRole.Administrator, ShowAsync);
        map.Post("/reporting/channels/{channel}", StaffRole.Reporter, ChannelAsync);
        map.Post("/reporting/drift/{channel}", StaffRole.Reporter, DriftPages.CompareAsync);
        map.Get("/reporting/files/{channel}", StaffRole.Reporter, PackagePages.ListAsync);
        map.Post("/reporting/files/{channel}", StaffRole.Reporter, PackagePages.ActAsync, PackagePages.LargestReceipt);
        map.Post("/reporting/entries/{entry}", StaffRole.Reporter, EntryAsync);
    }

    private static Task ShowAsync(StaffCall call)
    {
        var outbox = new SqliteOutbox(call.Engine.Ledger.Database);
        var after = long.TryParse(call.Query("after"), NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : 0;
        var blocks = new List<StaffBlock>();
        if (call.Engine.Channels.Count == 0) blocks.Add(new() { Notice = new() { Word = "没有配置报送通道。", Text = "记录只在本专栏公示。通道写在配置节 ShuangGongShi:Channels 中。" } });
        foreach (var channel in call.Engine.Channels)
        {
            blocks.Add(Channel(call, outbox, channel.Name));
            if (call.Person.Is(StaffRole.Reporter) && call.Side.Line(channel.Name)?.Channel is IHoldingsChannel) blocks.Add(DriftPages.Asking(call, channel.Name));
            if (!call.Person.Is(StaffRole.Administrator) || call.Person.Is(StaffRole.Reporter)) blocks.Add(Waiting(call, outbox, channel.Name, after));
        }

        return call.PageAsync(call.Page("报送", "/reporting", blocks, "被退回的记录按平台的说明改正后自动重报；没有应答的先核实平台是否已经收到。"));
    }

    private static Task ChannelAsync(StaffCall call)
    {
        var channel = call.Route("channel");
        if (!call.Engine.Channels.Any(c => c.Name == channel)) return call.NotFoundAsync();
        var paused = call.Posted("do") == "pause";
        if (!paused && call.Posted("do") != "resume") return call.RefuseAsync("没有办理", "没有写明暂停还是恢复。", 422, "/reporting");
        new SqliteOutbox(call.Engine.Ledger.Database).Pause(channel, paused);
        call.Engine.Ledger.Audit(call.Person.Id, paused ? "channel-pause" : "channel-resume", "done", null, "channel=" + channel);
        return call.SeeAsync("/reporting", paused ? "paused" : "resumed");
    }

    private static Task EntryAsync(StaffCall call)
    {
        var outbox = new SqliteOutbox(call.Engine.Ledger.Database);
        var trace = long.TryParse(call.Route("entry"), NumberStyles.None, CultureInfo.InvariantCulture, out var id)
            ? call.Engine.Channels.SelectMany(c => outbox.Waiting(c.Name, MostWaiting)).FirstOrDefault(t => t.Entry.Id == id) : null;
        if (trace is null || call.Engine.Ledger.Find(trace.Entry.RecordId) is not { } record || !call.Sees(record)) return call.NotFoundAsync();
        var done = call.Posted("do") switch
        {
            "resend" => outbox.Resend(id),
            "there" when call.Posted("number").Length > 0 => outbox.Settle(id, true, call.Posted("number")),
            "again" => outbox.Settle(id, false, ""),
            _ => false,
        };
        if (!done) return call.RefuseAsync("没有办理", call.Posted("do") == "there" ? "登记平台已收到时，请填写平台给出的编号。" : "这一项现在不能这样办理，请刷新后再看。", 409, "/reporting");
        call.Engine.Ledger.Audit(call.Person.Id, "report-" + call.Posted("do"), "done", record.Id, FormattableString.Invariant($"entry={id} channel={trace.Entry.Channel}"));
        return call.SeeAsync("/reporting", call.Posted("do") == "resend" ? "resent" : "settled");
    }

    /// <summary>The platform's words, masked, and what can be done about a refusal.</summary>
    public static string Words(CreditKitEngine engine, OutboxTrace trace)
    {
        var words = trace.Answer is { Length: > 0 } answer ? engine.Desensitizer.MaskText(answer).Text : trace.Code ?? "";
        return trace.Entry.State == OutboxState.Rejected ? $"{words}{(words.Length == 0 || words[^1] is '。' or '！' ? "" : "。")}{RefusalHint.For(trace.Code, trace.Answer)}" : words;
    }

    private static StaffBlock Channel(StaffCall call, SqliteOutbox outbox, string name)
    {
        var (counts, standing) = (outbox.Counts(name), outbox.Standing(name));
        return new()
        {
            Heading = "通道：" + name,
            Counts =
            [
                Count("待报送", counts.Pending + counts.Leased), Count("没有应答", counts.Unknown, "care"), Count("被退回", counts.Rejected, "wrong"), Count("已接收", counts.Accepted),
            ],
            Note = standing switch
            {
                { Paused: true } => "已暂停：不再报送，直到有人恢复。",
                { Failures: > 0 } => FormattableString.Invariant($"连接连续失败 {standing.Failures} 次（{standing.Fault}），将在 {ShanghaiTime.Minute(standing.NextCallAt)} 再试。"),
                { AnsweredAt: { } at } => $"正常，最近一次应答 {ShanghaiTime.Minute(at)}。",
                _ => "还没有报送过。",
            },
            Form = call.Person.Is(StaffRole.Reporter)
                ? new() { Small = true, Action = call.Url("/reporting/channels/" + Uri.EscapeDataString(name)), Token = call.Token, Buttons = [standing.Paused ? new() { Text = "恢复报送", Value = "resume" } : new() { Text = "暂停报送", Value = "pause", Quiet = true }] }
                : null,
            Links = call.Person.Is(StaffRole.Reporter) && call.Side.Line(name)?.Channel is IFileRoad ? [new() { Text = "离线包和回执", Url = call.Url("/reporting/files/" + Uri.EscapeDataString(name)) }] : [],
        };

        static StaffCount Count(string label, long value, string tone = "") => new() { Label = label, Value = value.ToString("N0", CultureInfo.InvariantCulture), Tone = value > 0 ? tone : "", Word = value > 0 && tone.Length > 0 ? "待处理" : "" };
    }

    private static StaffBlock Waiting(StaffCall call, SqliteOutbox outbox, string name, long after)
    {
        var rows = outbox.Waiting(name, MostWaiting).Where(t => t.Entry.Id > after)
            .Select(t => (Trace: t, Record: call.Engine.Ledger.Find(t.Entry.RecordId))).Where(t => t.Record is not null && call.Sees(t.Record)).Take(call.PageSize + 1).ToList();
        return new()
        {
            Heading = "等待人工处理",
            Table = new()
            {
                Caption = "等待人工处理：" + name,
                Empty = "没有等待处理的。",
                Head = ["决定文书号", "事项", "状态", "平台的说明", "办理"],
                Rows = [.. rows.Take(call.PageSize).Select(t => Line(call, t.Trace, t.Record!))],
                NextUrl = rows.Count > call.PageSize ? call.Url(FormattableString.Invariant($"/reporting?after={rows[call.PageSize - 1].Trace.Entry.Id}")) : "",
                FirstUrl = after > 0 ? call.Url("/reporting") : "",
            },
        };
    }

    private static StaffRow Line(StaffCall call, OutboxTrace trace, LedgerRecord record)
    {
        var number = call.Engine.Desensitizer.Heading(record.Record.Value, record.Handling).DocumentNumber;
        var unknown = trace.Entry.State == OutboxState.Unknown;
        return new()
        {
            Cells =
            [
                new() { Text = number.Length == 0 ? "（无文号）" : number, Url = call.Url("/records/" + record.PublicId) },
                new() { Text = trace.Entry.Operation == OutboxOperation.Withdraw ? "撤下" : "报送", Note = FormattableString.Invariant($"第 {trace.Entry.Revision} 次修订，试过 {trace.Entry.Attempts} 次") },
                new() { Badge = ReportingWords.Of(trace.Entry.State), Tone = unknown ? "care" : "wrong" },
                new() { Text = trace.Answer is { } answer ? call.Engine.Desensitizer.MaskText(answer).Text : trace.Code ?? "", Note = unknown ? "先向平台核实这一条是否已经收到，再选右边的一项。" : RefusalHint.For(trace.Code, trace.Answer) },
                !call.Person.Is(StaffRole.Reporter) ? new() { Text = "" } : new()
                {
                    Form = new()
                    {
                        Small = true,
                        Action = call.Url(FormattableString.Invariant($"/reporting/entries/{trace.Entry.Id}")),
                        Token = call.Token,
                        Groups = unknown ? [new() { Fields = [StaffFields.Text("number", "平台编号", "") with { Id = FormattableString.Invariant($"f-number-{trace.Entry.Id}") }] }] : [],
                        Buttons = unknown ? [new() { Text = "平台已收到", Value = "there", Quiet = true }, new() { Text = "平台没有，重新报送", Value = "again", Quiet = true }] : [new() { Text = $"重新报送 {number}", Value = "resend", Quiet = true }],
                    },
                },
            ],
        };
    }
}
