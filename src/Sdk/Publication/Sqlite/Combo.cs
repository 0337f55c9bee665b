using CreditKit.Desensitization;
using CreditKit.Records;

namespace CreditKit.Publication.Sqlite;

/// <summary>One combination of filter values. An agency has hundreds to a few thousand of them, whatever the number of records.</summary>
internal sealed record Combo(RecordKind Kind, string Authority, string Category, Severity? Severity, CounterpartKind Subject, LicenseStatus? Status, Timing Timing)
{
    /// <summary>Its records are shown as a natural person's, whatever the category says: an individual business without a code is one. No file holds them.</summary>
    public bool Person { get; init; }

    public static Combo Of(PublicChange change) => Of(change.Record!, change.PublishBy);

    private static Combo Of(PublicRecord record, DateOnly? publishBy)
    {
        var published = DisclosureClock.DayOf(record.PublishedAt.ToUnixTimeMilliseconds());
        var timing = publishBy is not { } due ? Timing.None : published <= due.DayNumber ? Timing.OnTime : Timing.Late;
        return new(record.Kind, record.AuthorityName, record.Category, record.Severity, record.CounterpartKind, record.LicenseStatus, timing) { Person = record.NaturalPerson };
    }

    /// <summary>Whether its records pass a filter; dates, subject and text are asked elsewhere.</summary>
    public bool Passes(PublicFilter filter) =>
        (filter.Kind is null || filter.Kind == Kind)
        && (filter.Authority is null || filter.Authority == Authority)
        && (filter.Category is null || filter.Category == Category)
        && (filter.Severity is null || filter.Severity == Severity)
        && (filter.CounterpartKind is null || filter.CounterpartKind == Subject)
        && (filter.LicenseStatus is null || filter.LicenseStatus == Status);
}
