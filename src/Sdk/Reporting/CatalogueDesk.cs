using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using CreditKit.Calendar;
using CreditKit.Catalog;
using CreditKit.Ledger;
using CreditKit.Records;
using CreditKit.Standards;
using Microsoft.Extensions.Logging;

namespace CreditKit.Reporting;

/// <summary>
/// Brings the catalogue with its data items to a channel whenever what is in force has changed, and keeps the receipt (002-6, 004-19).
/// Nothing goes without the item's confidentiality review.
/// </summary>
internal sealed class CatalogueDesk(IReportChannel channel, ChannelOptions options, StandardEdition edition, Func<ItemCatalog> catalogue, IOutbox outbox, ILedger ledger, TimeProvider time, ILogger log)
{
    /// <summary>Name of the chore.</summary>
    public const string Chore = "catalogue";

    /// <summary>The receipt of the last one; null when none was sent.</summary>
    public CatalogueReceipt? Last => outbox.Cursor(options.Name, Chore) is { } text ? JsonSerializer.Deserialize<CatalogueReceipt>(text) : null;

    /// <summary>The channel can carry it.</summary>
    public bool CanSend => channel is ICatalogueChannel || channel is ISheetChannel sheets && sheets.Carries(SheetKind.Catalogue);

    /// <summary>Sends it when it changed; a catalogue that was taken or refused as it is does not go again unless asked for.</summary>
    /// <param name="again">Sends it in any case.</param>
    /// <param name="cancellation">Ends the call.</param>
    /// <returns>The receipt in force; null when there is no catalogue, or no answer yet.</returns>
    public async Task<CatalogueReceipt?> RunAsync(bool again, CancellationToken cancellation)
    {
        if (!CanSend) return Last;
        var (envelope, heldBack) = Make();
        if (envelope.Items.Count == 0) return Last;
        ReportAnswer? answer;
        if (Last is { } known && known.Key == envelope.Key)
        {
            if (!known.HandedOver && !again) return known;

            // Put down already: the receiver's word is what is missing.
            answer = known.HandedOver ? await ((ISheetChannel)channel).SheetVerdictAsync(SheetParcel.Of(envelope), cancellation) : await SendAsync(envelope, cancellation);
            if (known.HandedOver && answer is not { Class: AnswerClass.Accepted or AnswerClass.Rejected }) return known;
        }
        else
        {
            answer = await SendAsync(envelope, cancellation);
        }

        if (answer!.Class is not (AnswerClass.Accepted or AnswerClass.Rejected))
        {
            ReportingLog.ChoreStumbled(log, options.Name, Chore, answer.Code);
            return null;
        }

        return Keep(new CatalogueReceipt(envelope.Key, envelope.Items.Count, heldBack, answer.Class == AnswerClass.Accepted, answer.Code == "handed-over" ? answer.Batch : answer.Class == AnswerClass.Accepted ? answer.Number : answer.Code, answer.Message, time.GetUtcNow(), answer.Code == "handed-over"), "reporting");
    }

    private Task<ReportAnswer> SendAsync(CatalogueEnvelope envelope, CancellationToken cancellation) =>
        channel is ICatalogueChannel road ? road.SendCatalogueAsync(envelope, cancellation) : ((ISheetChannel)channel).SendSheetsAsync(SheetParcel.Of(envelope), cancellation);

    /// <summary>Enters the receipt of a catalogue that was handed over by other means.</summary>
    public CatalogueReceipt Settle(string number, string actor)
    {
        var (envelope, heldBack) = Make();
        return Keep(new CatalogueReceipt(envelope.Key, envelope.Items.Count, heldBack, Accepted: true, number, "", time.GetUtcNow()), actor);
    }

    private CatalogueReceipt Keep(CatalogueReceipt receipt, string actor)
    {
        outbox.Advance(options.Name, Chore, JsonSerializer.Serialize(receipt));
        ledger.Audit(actor, "catalogue", receipt.HandedOver ? "handed-over" : receipt.Accepted ? "reported" : "refused", null, $"channel={options.Name} key={receipt.Key} items={receipt.Items} receipt={receipt.Number}");
        return receipt;
    }

    private (CatalogueEnvelope Envelope, int HeldBack) Make()
    {
        var today = ChinaTime.DateOf(time.GetUtcNow());
        var all = catalogue().InForce(today).ToList();
        List<CatalogItem> items = [.. all.Where(i => i.Review is not null && i.Sharing != Sharing.None).OrderBy(i => i.Code, StringComparer.Ordinal)
            .Select(i => i with { ResponsiblePerson = null, Review = i.Review! with { Reviewer = "", Note = null } })];
        var mapping = new ColumnMapping(options, edition);
        List<CatalogueDataItem> columns = [.. new[] { RecordKind.License, RecordKind.Penalty }.Where(options.Carries).SelectMany(kind => edition.Columns(kind).Zip(mapping.Map(edition.Columns(kind)))
            .Where(pair => pair.Second is not null)
            .Select(pair => new CatalogueDataItem(kind, pair.Second!.Code, pair.First.Head, pair.First.Need == ColumnNeed.Mandatory, options.Limits.TryGetValue(pair.First.Code, out var limit) ? limit : pair.First.Length)))];
        var content = JsonSerializer.Serialize(new CatalogEdition { Id = edition.Id, Title = "", Layer = CatalogLayer.Supplement, From = default, Items = items }, CatalogJson.Plain.CatalogEdition)
            + string.Join('\n', columns);
        return (new CatalogueEnvelope
        {
            Key = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(content))),
            Day = today,
            Edition = edition.Id,
            Purpose = options.Purpose,
            Items = items,
            DataItems = columns,
        }, all.Count - items.Count);
    }
}
