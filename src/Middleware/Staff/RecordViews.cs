using CreditKit.Assessment;
using CreditKit.Desensitization;
using CreditKit.Ledger;
using CreditKit.Ledger.Reviews;
using CreditKit.Policy;
using CreditKit.Records;
using CreditKit.Templates.Models;
using CreditKit.Validation;

namespace CreditKit.AspNetCore.Staff;

/// <summary>Records as lists and pages show them to staff: masked. The original is opened apart and registered.</summary>
internal static class RecordViews
{
    /// <summary>The record as it would be public today, whether or not it is.</summary>
    public static PublicRecord Public(CreditKitEngine engine, LedgerRecord record)
    {
        var standing = record.Standing with { Released = true, ReleasedForSharing = true, WithdrawnAt = null, WithdrawalGround = null, PublishedAt = record.Standing.PublishedAt ?? engine.Time.GetUtcNow() };
        return Public(engine, record.Record, standing, record.PublicId, record.Revision, record.Corrected, record.Handling);
    }

    /// <summary>A record that is not in the ledger yet, or an older revision.</summary>
    public static PublicRecord Public(CreditKitEngine engine, CreditRecord content) =>
        Public(engine, new Validated<CreditRecord>(content), new RecordStanding { Released = true, ReleasedForSharing = true, PublishedAt = engine.Time.GetUtcNow() }, "-", 1, false, RecordHandling.None);

    /// <summary>What the law says of it once it is released.</summary>
    public static DisclosureDecision Law(CreditKitEngine engine, CreditRecord content, RecordStanding standing) =>
        engine.Policy.Decide(content, standing with { Released = true, WithdrawnAt = null, WithdrawalGround = null }, Destination.OwnSite);

    /// <summary>A list of records with their deadlines.</summary>
    public static StaffTable Table(StaffCall call, string caption, string empty, WorkPage page, string path, bool isFirst)
    {
        var engine = call.Engine;
        var separator = path.Contains('?', StringComparison.Ordinal) ? "&" : "?";
        return new()
        {
            Caption = caption,
            Empty = empty,
            Head = ["决定文书号", "行政相对人", "类别", "决定日期", "公示时限", "状态"],
            Rows = [.. page.Rows.Select(w => (Row: w, Record: engine.Ledger.Find(w.RecordId))).Where(r => r.Record is not null).Select(r => Line(call, r.Row, r.Record!))],
            FirstUrl = isFirst ? "" : call.Url(path),
            NextUrl = page.Next is { } next ? call.Url(path + separator + "after=" + next) : "",
        };
    }

    public static string Number(PublicRecord shown) => shown.DocumentNumber.Length == 0 ? "（无文号）" : shown.DocumentNumber;

    private static StaffRow Line(StaffCall call, WorkRow row, LedgerRecord record)
    {
        var shown = call.Engine.Desensitizer.Heading(record.Record.Value, record.Handling);
        var open = row.Published is null && row.State is WorkState.Waiting or WorkState.Returned;
        var (text, tone) = open ? StaffWords.Deadline(call.Engine.Calendar, row.PublishBy, call.Today) : ("", "");
        return new()
        {
            Cells =
            [
                new() { Text = shown.DocumentNumber.Length == 0 ? "（无文号）" : shown.DocumentNumber, Url = call.Url($"/records/{record.PublicId}") },
                new() { Text = shown.CounterpartName, Note = shown.Title },
                new() { Text = StaffWords.Of(row.Kind) },
                new() { Text = StaffCall.Day(row.Decided) },
                new() { Text = StaffCall.Day(row.PublishBy), Badge = text, Tone = tone },
                new() { Text = row.Step is { } step ? "待" + StaffWords.Of(step) : StaffWords.Of(row.State), Note = row.State == WorkState.Published && row.ShownUntil <= call.Today ? "公示期已届满" : "" },
            ],
        };
    }

    private static PublicRecord Public(CreditKitEngine engine, Validated<CreditRecord> record, RecordStanding standing, string id, int revision, bool corrected, RecordHandling handling)
    {
        var law = Law(engine, record.Value, standing);
        var shown = law.From is null ? law with { From = record.Value.DecisionDate ?? DateOnly.FromDateTime(engine.Time.GetUtcNow().UtcDateTime) } : law;
        return engine.Desensitizer.Project(record, standing, shown, id, revision, corrected, handling);
    }
}
