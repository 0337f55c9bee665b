using CreditKit.Desensitization;
using CreditKit.Ledger;
using CreditKit.Policy;
using CreditKit.Records;

namespace CreditKit.Publication;

/// <summary>Law and masks as the projection asks for them.</summary>
internal sealed record ProjectionRules
{
    /// <summary>Hash of everything that the answers rest on; other data, another hash.</summary>
    public required string Fingerprint { get; init; }

    /// <summary>What the law says of a record on the own site.</summary>
    public required Func<CreditRecord, RecordStanding, DisclosureDecision> Decide { get; init; }

    /// <summary>The record as anyone may see it.</summary>
    public required Func<LedgerRecord, DisclosureDecision, PublicRecord> Mask { get; init; }

    /// <summary>Text as anyone may see it.</summary>
    public required Func<string, string> MaskText { get; init; }

    /// <summary>First day on which the notice of a withdrawal on a day is no longer shown.</summary>
    public required Func<DateOnly, DateOnly> NoticeUntil { get; init; }

    /// <summary>The rules of a policy book and a desensitizer. A change of the stored form counts as other masks.</summary>
    public static ProjectionRules Of(PolicyBook book, Desensitizer desensitizer) => new()
    {
        Fingerprint = $"4:{book.ContentHash}:{desensitizer.ContentHash}",
        Decide = (record, standing) => book.Decide(record, standing, Destination.OwnSite),
        Mask = (record, decision) => desensitizer.Project(record.Record, record.Standing, decision, record.PublicId, record.Revision, record.Corrected, record.Handling) with
        {
            UnderObjection = record.Standing.UnderObjection,
        },
        MaskText = text => desensitizer.MaskText(text).Text,
        NoticeUntil = day => book.Cases.Withdrawal(day).NoticeUntil,
    };
}
