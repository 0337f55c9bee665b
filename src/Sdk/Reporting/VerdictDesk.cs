using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using CreditKit.Ledger;
using Microsoft.Extensions.Logging;

namespace CreditKit.Reporting;

/// <summary>Takes in what receivers decide after they took a row: a whole-batch yes, and single rows refused hours later.</summary>
internal sealed class VerdictDesk(IReportChannel channel, IOutbox outbox, ILedger ledger, TimeProvider time, ILogger log)
{
    /// <summary>Name of the chore.</summary>
    public const string Chore = "verdicts";

    /// <summary>Clocks differ, and a verdict may be written down later than it is dated: the last minutes are asked for again.</summary>
    private static readonly TimeSpan s_overlap = TimeSpan.FromMinutes(10);

    /// <summary>Asks and applies; the number of rows that changed.</summary>
    public async Task<int> TakeInAsync(CancellationToken cancellation)
    {
        if (channel is not ILateVerdicts late) return 0;
        var asked = time.GetUtcNow();
        var (since, known) = Cursor();
        if (await late.VerdictsAsync(since, cancellation) is not { } verdicts) return 0;
        var (changed, refused) = (0, 0);
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var verdict in verdicts)
        {
            if (verdict.Answer.Class is not (AnswerClass.Accepted or AnswerClass.Rejected)) continue;
            if (verdict.At.Length > 0 && seen.Add(Mark(verdict)) && known.Contains(Mark(verdict))) continue;
            if (!outbox.Judge(channel.Name, Row(verdict))) continue;
            changed++;
            if (verdict.Answer.Class == AnswerClass.Rejected) refused++;
        }

        outbox.Advance(channel.Name, Chore, string.Join(' ', [asked.ToString("O", CultureInfo.InvariantCulture), .. seen]));
        if (refused > 0) ReportingLog.RowsRejected(log, channel.Name, refused);
        return changed;
    }

    // Where the last answer ended, and the events in it: those that the overlap brings again are known by their marks.
    private (DateTimeOffset Since, HashSet<string> Known) Cursor()
    {
        if (outbox.Cursor(channel.Name, Chore)?.Split(' ') is not [var at, .. var marks]) return (DateTimeOffset.UnixEpoch, []);
        var since = DateTimeOffset.Parse(at, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind);

        // Asked while the clock ran ahead: nobody knows from when on, so everything is looked at again.
        return (since > time.GetUtcNow() + s_overlap ? DateTimeOffset.UnixEpoch : since - s_overlap, [.. marks]);
    }

    private static string Mark(LateVerdict verdict) => Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(
        string.Join('\n', verdict.Key, verdict.RecordId, verdict.Number, verdict.DocumentNumber, verdict.CounterpartName, verdict.At, verdict.Answer.Class, verdict.Answer.Code))), 0, 12);

    private OutboxVerdict Row(LateVerdict verdict) => new()
    {
        Accepted = verdict.Answer.Class == AnswerClass.Accepted,
        Key = verdict.Key,
        PublicId = verdict.RecordId,
        TakenAs = verdict.Number,
        RecordId = verdict is { Key: null, RecordId: null, Number: null, DocumentNumber: { } number } ? Find(number, verdict.CounterpartName) : null,
        Code = verdict.Answer.Code,
        Words = verdict.Answer.Message.Length > 0 ? verdict.Answer.Message : verdict.Answer.Raw,
        Number = verdict.Answer.Number,
        Batch = verdict.Answer.Batch,
    };

    private long? Find(string documentNumber, string? name)
    {
        var found = ledger.FindByDocumentNumber(documentNumber).Where(r => name is null || r.Record.Value.Counterpart.Name == name).ToList();
        return found is [var only] ? only.Id : null;
    }
}
