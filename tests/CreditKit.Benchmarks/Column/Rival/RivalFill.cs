using CreditKit.Publication;
using Microsoft.EntityFrameworkCore;

namespace CreditKit.Benchmarks.Column.Rival;

/// <summary>The rival's table with the same rows.</summary>
internal static class RivalFill
{
    public static void Run(string folder, IEnumerable<PublicChange> rows)
    {
        var options = new DbContextOptionsBuilder<RivalContext>().UseSqlite($"Data Source={Path.Combine(folder, "rival.db")}").Options;
        using (var first = new RivalContext(options))
        {
            first.Database.EnsureCreated();
            first.Database.ExecuteSqlRaw("PRAGMA journal_mode = WAL");
        }

        foreach (var part in rows.Chunk(5_000))
        {
            using var context = new RivalContext(options);
            context.ChangeTracker.AutoDetectChangesEnabled = false;
            context.Records.AddRange(part.Select(Row));
            context.SaveChanges();
        }
    }

    private static RivalRecord Row(PublicChange change)
    {
        var record = change.Record!;
        string Of(string id) => record.Fields.FirstOrDefault(f => f.Id == id)?.Value ?? "";
        return new RivalRecord
        {
            Id = record.Id,
            Kind = (int)record.Kind,
            CounterpartName = record.CounterpartName,
            CounterpartCode = record.CounterpartCode,
            DocumentNumber = record.DocumentNumber,
            Title = record.Title,
            Summary = record.Summary,
            Category = record.Category,
            AuthorityName = record.AuthorityName,
            Severity = (int?)record.Severity,
            DecisionDate = record.DecisionDate!.Value,
            Until = record.Until,
            PublishedAt = record.PublishedAt.UtcDateTime,
            Facts = Of("Facts"),
            LegalBasis = Of("LegalBasis"),
            Content = Of("Content"),
            Amount = Of("Amount"),
            ValidUntil = Of("ValidUntil"),
            AuthorityCode = Of("AuthorityCode"),
            DataSource = Of("DataSource"),
            Representative = Of("LegalRepresentative"),
            Remedy = Of("Remedy"),
        };
    }
}
