using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using CreditKit.Calendar;
using CreditKit.Ledger;
using CreditKit.Ledger.Sqlite;
using CreditKit.Records;
using CreditKit.Standards;
using Microsoft.Extensions.Logging;

namespace CreditKit.Reporting;

/// <summary>
/// Brings list entries with the persons behind them to a channel, and keeps the receipts. Each state of an entry has one key; nothing goes
/// without its confidentiality review, and no identity number over a channel that is not set to carry them.
/// </summary>
internal sealed class ListDesk(IReportChannel channel, ChannelOptions options, ListForm form, ListedTable table, TimeProvider time, ILogger log)
{
    /// <summary>Name of the chore.</summary>
    public const string Chore = "lists";

    /// <summary>The settings let lists go this way, and the road has a place for them.</summary>
    public bool Carries => options.CarriesLists && HasRoad;

    private bool HasRoad => channel is IListChannel || channel is ISheetChannel sheets && sheets.Carries(SheetKind.List);

    /// <summary>Every entry, and why it does not go; empty: it goes, or went.</summary>
    public IReadOnlyList<(ListedEntry Entry, string Against)> Look() => [.. table.All().Select(e => (e, Against(e)))];

    /// <summary>Sends what changed, and takes in what was said of what was handed over.</summary>
    /// <param name="again">Also what was refused as it is.</param>
    /// <param name="cancellation">Ends the call under way.</param>
    public async Task<ListTotals> RunAsync(bool again, CancellationToken cancellation)
    {
        var (sent, accepted, rejected, held, open) = (0, 0, 0, 0, 0);
        var down = false;
        foreach (var (entry, against) in Look())
        {
            var last = entry.Reports.GetValueOrDefault(options.Name);
            if (last is { State: ListedState.Accepted } && last.Revision == entry.Revision) continue;
            if (last is { State: ListedState.Rejected } && last.Revision == entry.Revision && !again) continue;
            if (against.Length > 0)
            {
                held++;
                continue;
            }

            if (down)
            {
                open++;
                continue;
            }

            var envelope = Make(entry);
            var waits = last is { State: ListedState.HandedOver } && last.Revision == entry.Revision;
            var answer = waits ? await AskAsync(envelope, cancellation) : await SendAsync(envelope, cancellation);
            sent += waits ? 0 : 1;
            if (answer is null || answer.Class is not (AnswerClass.Accepted or AnswerClass.Rejected))
            {
                open++;
                down = answer is { Scope: AnswerScope.Channel };
                if (answer is not null) ReportingLog.ChoreStumbled(log, options.Name, Chore, answer.Code);
                continue;
            }

            var state = answer.Class == AnswerClass.Rejected ? ListedState.Rejected : answer.Code == "handed-over" ? ListedState.HandedOver : ListedState.Accepted;
            (accepted, rejected, open) = state switch
            {
                ListedState.Accepted => (accepted + 1, rejected, open),
                ListedState.Rejected => (accepted, rejected + 1, open),
                _ => (accepted, rejected, open + 1),
            };
            table.Say(entry, options.Name, new ListedReport(entry.Revision, state, state switch { ListedState.Rejected => answer.Code, ListedState.HandedOver => answer.Batch, _ => answer.Number }, answer.Message, time.GetUtcNow()), "reporting");
        }

        if (rejected > 0) ReportingLog.RowsRejected(log, options.Name, rejected);
        return new ListTotals(sent, accepted, rejected, held, open);
    }

    /// <summary>Entries that were refused, or handed over without the receiver's word, before these moments; as they are now.</summary>
    public (long Rejected, long NoReceipt) Trouble(DateTimeOffset rejectedBefore, DateTimeOffset sentBefore)
    {
        var reports = table.All().Select(e => e.Reports.GetValueOrDefault(options.Name) is { } report && report.Revision == e.Revision ? report : null).ToList();
        return (reports.LongCount(r => r is { State: ListedState.Rejected } && r.At < rejectedBefore), reports.LongCount(r => r is { State: ListedState.HandedOver } && r.At < sentBefore));
    }

    /// <summary>Enters the receipt of an entry that was handed over by other means.</summary>
    public bool Settle(string entryId, string number, string actor)
    {
        if (table.All().FirstOrDefault(e => e.PublicId == entryId) is not { } entry) return false;
        table.Say(entry, options.Name, new ListedReport(entry.Revision, ListedState.Accepted, number, "", time.GetUtcNow()), actor);
        return true;
    }

    private async Task<ReportAnswer> SendAsync(ListEnvelope envelope, CancellationToken cancellation) =>
        channel is IListChannel road ? await road.SendListEntryAsync(envelope, cancellation) : await ((ISheetChannel)channel).SendSheetsAsync(SheetParcel.Of(envelope), cancellation);

    private async Task<ReportAnswer?> AskAsync(ListEnvelope envelope, CancellationToken cancellation) =>
        channel is ISheetChannel sheets ? await sheets.SheetVerdictAsync(SheetParcel.Of(envelope), cancellation) : null;

    private string Against(ListedEntry entry)
    {
        var subject = entry.Subject;
        var today = ChinaTime.DateOf(time.GetUtcNow());
        if (!options.CarriesLists) return "通道不接收失信名单（通道设置 Kinds 没有 list）";
        if (!HasRoad) return $"通道类型 {options.Type} 没有报送名单的办法，或没有写明放到哪里";
        if (subject.Reviewer is null) return "未经共享前的保密审查";
        if (options.Units.Count > 0 && !options.Units.Contains(subject.Authority.CreditCode ?? "")) return "认定机关不经此通道报送";
        if (!options.IdentityNumbers && (subject.NaturalPerson || subject.Persons.Count > 0)) return "个人要以证件号码辨认，而通道未设置为传送证件号码（IdentityNumbers）";

        // What the receiver never had needs no removal there.
        return !entry.Reports.ContainsKey(options.Name) && (subject.Until <= today || subject.RemovedOn <= today) ? "报送之前已移出或到期" : "";
    }

    private ListEnvelope Make(ListedEntry entry)
    {
        string[] cells = [.. form.Entry.Select(c => Value(entry, c.Field))];
        string[][] persons = [.. entry.Subject.Persons.Select((p, i) => form.Person.Select(c => Value(entry, p, i + 1, c.Field)).ToArray())];
        var text = string.Join('\n', form.Entry.Zip(cells, (c, v) => $"{c.Code}\0{v}")) + "\n\n" + string.Join("\n\n", persons.Select(p => string.Join('\n', form.Person.Zip(p, (c, v) => $"{c.Code}\0{v}"))));
        return new ListEnvelope
        {
            Key = string.Create(CultureInfo.InvariantCulture, $"list.{entry.PublicId}.{entry.Revision}"),
            EntryId = entry.PublicId,
            Revision = entry.Revision,
            Form = form.Id,
            Purpose = options.Purpose,
            ContentHash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text))),
            Columns = Columns(form.Entry),
            Cells = cells,
            PersonColumns = Columns(form.Person),
            Persons = persons,
        };
    }

    private static ListEnvelopeColumn[] Columns(IReadOnlyList<ListColumn> columns) => [.. columns.Select(c => new ListEnvelopeColumn(c.Code, c.Head, c.Field == "id"))];

    private static string Value(ListedEntry entry, string field) => field switch
    {
        "id" => entry.PublicId,
        "revision" => entry.Revision.ToString(CultureInfo.InvariantCulture),
        "list" => entry.Subject.List,
        "authority" => entry.Subject.Authority.Name,
        "authorityCode" => entry.Subject.Authority.CreditCode ?? "",
        "basis" => entry.Subject.Basis,
        "name" => entry.Subject.Name,
        "category" => entry.Subject.NaturalPerson ? "自然人" : "法人及非法人组织",
        "creditCode" => entry.Subject.CreditCode ?? "",
        "documentType" => entry.Subject.IdentityDocument?.Type ?? "",
        "documentNumber" => entry.Subject.IdentityDocument?.Number ?? "",
        "grounds" => entry.Subject.Grounds,
        "decision" => entry.Subject.DocumentNumber,
        "listedOn" => Day(entry.Subject.ListedOn),
        "lastDay" => Day(entry.Subject.Until.AddDays(-1)),
        "removedOn" => entry.Subject.RemovedOn is { } day ? Day(day) : "",
        _ => throw new InvalidOperationException(field),
    };

    private static string Value(ListedEntry entry, RelatedPerson person, int number, string field) => field switch
    {
        "id" => entry.PublicId,
        "number" => number.ToString(CultureInfo.InvariantCulture),
        "role" => person.Role,
        "name" => person.Name,
        "documentType" => person.Document.Type ?? "",
        "documentNumber" => person.Document.Number ?? "",
        "facts" => person.Facts,
        "basis" => person.Basis,
        "decision" => person.DocumentNumber,
        _ => throw new InvalidOperationException(field),
    };

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
