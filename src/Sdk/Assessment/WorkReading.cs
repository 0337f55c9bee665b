using CreditKit.Calendar;
using CreditKit.Ledger;
using CreditKit.Policy;
using CreditKit.Publication;
using CreditKit.Records;
using CreditKit.Reporting;
using CreditKit.Review.Approvals;
using CreditKit.Standards;
using CreditKit.Validation;

namespace CreditKit.Assessment;

/// <summary>Reads a record as work: what the law says of it, what the rules find in it, what it waits for.</summary>
internal sealed class WorkReading(ProjectionRules rules, RecordValidator validator, ReportRouter router, ApprovalDesk approvals)
{
    private readonly StandardEdition _edition = StandardEditions.Default.Current;

    /// <summary>Changes when rows must be read anew.</summary>
    public string Fingerprint => "1-" + rules.Fingerprint;

    /// <param name="record">The record.</param>
    /// <param name="since">Day of the ledger's first record: a deadline before it measures nothing of this product's.</param>
    public WorkRow Of(LedgerRecord record, DateOnly? since)
    {
        var content = record.Record.Value;
        var standing = record.Standing with { WithdrawnAt = null, WithdrawalGround = null };
        var reviewed = standing with { Released = true, ReleasedForSharing = true };
        var law = rules.Decide(content, reviewed);
        var excluded = record.Held || law.From is null || law.MarkedNotPublic || law.Reasons.Any(r => r.Blocks);
        var issues = validator.Validate(content).Issues;

        // A period that is over, or not begun, does not undo that the record was, or is, to be reported.
        var routes = router.Route(content, reviewed).Where(r => r.Decision.Reasons.All(b => !b.Blocks || b.Code is "period-ended" or "period-not-begun")).ToList();
        var (needed, filled) = Completeness(content);
        var approval = approvals.Of(record);
        return new WorkRow
        {
            RecordId = record.Id,
            PublicId = record.PublicId,
            Revision = record.Revision,
            Unit = content.DecidingAuthority.CreditCode ?? content.DecidingAuthority.Name,
            UnitName = content.DecidingAuthority.Name,
            Kind = content.Kind,
            Item = content.ItemCode ?? "",
            Decided = content.DecisionDate,
            Received = ChinaTime.DateOf(record.ReceivedAt),
            State = record.Standing switch
            {
                { WithdrawnAt: not null } => WorkState.Withdrawn,
                _ when record.Held => WorkState.Withheld,
                { Released: true } => excluded ? WorkState.Withheld : WorkState.Published,
                _ => approval.Returned ? WorkState.Returned : WorkState.Waiting,
            },
            Step = record.Standing is { Released: false, WithdrawnAt: null } && !approval.Returned ? approval.Next : null,
            PublishBy = excluded || content.Historic ? null : Stock.Measured(law.PublishBy, since),
            ReportBy = content.Historic ? null : routes.Select(r => Stock.Measured(r.Decision.ReportBy, since)).Min(),
            Published = record.Standing.PublishedAt is { } at ? ChinaTime.DateOf(at) : null,
            ShownFrom = law.From,
            ShownUntil = law.Until,
            Withdrawn = record.Standing.WithdrawnAt is { } gone ? ChinaTime.DateOf(gone) : null,
            Excluded = excluded,
            Why = record.Held ? "held" : excluded ? law.Reasons.FirstOrDefault(r => r.Blocks)?.Code ?? "slight" : "",
            Historic = content.Historic,
            Corrected = record.Corrected,
            Errors = issues.Count(i => i.Severity == IssueSeverity.Block),
            Warnings = issues.Count(i => i.Severity == IssueSeverity.Warn),
            Needed = needed,
            Filled = filled,
            Reports = routes.Count > 0 && !content.Historic,
            SeverityAssumed = law.SeverityAssumed,
        };
    }

    private (int Needed, int Filled) Completeness(CreditRecord record)
    {
        var natural = record.Counterpart.Kind == CounterpartKind.NaturalPerson;
        var (needed, filled) = (0, 0);
        foreach (var column in _edition.Columns(record.Kind))
        {
            if (column.Need != ColumnNeed.Mandatory || column.Who == (natural ? ColumnSubject.Organization : ColumnSubject.Natural)) continue;
            if (column.Acts.Count > 0 && !column.Acts.Contains((record as AdministrativeAct)?.Act ?? ActKind.None)) continue;
            needed++;
            if (column.Field is StandardField.ValidUntil or StandardField.LocalCode or StandardField.Timestamp or StandardField.RowState || RecordFields.Has(record, column.Field) || (column.Field == StandardField.None && RecordFields.Get(record, column) is not null)) filled++;
        }

        return (needed, filled);
    }
}
