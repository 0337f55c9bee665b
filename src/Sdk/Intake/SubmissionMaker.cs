using CreditKit.Ledger;
using CreditKit.Records;
using CreditKit.Reporting;
using CreditKit.Review;
using CreditKit.Validation;

namespace CreditKit.Intake;

/// <summary>From a validated record to a submission: what its review releases, and which channels may carry it today.</summary>
internal sealed class SubmissionMaker(ReleaseGate gate, ReportRouter router, bool leavesReleased = false)
{
    public Submission Make(Validated<CreditRecord> record, bool mayReport, SourceReference source)
    {
        var release = gate.Of(record.Value);
        return new Submission
        {
            Record = record,
            Source = source,
            LeavesReleased = leavesReleased,
            Released = release.Publication,
            ReleasedForSharing = release.Sharing,
            Channels = router.Carriers(record.Value, new RecordStanding { Released = release.Publication, ReleasedForSharing = release.Sharing }, mayReport),
        };
    }

    /// <summary>The same content under other grounds: channels that may no longer carry it are told so, the others get the new marks.</summary>
    public Submission Reground(LedgerRecord record, RecordGrounds grounds, bool mayReport, SourceReference source, string reason) => new()
    {
        Record = record.Record,
        Source = source,
        Released = record.Standing.Released,
        ReleasedForSharing = record.Standing.ReleasedForSharing,
        Channels = router.Carriers(record.Record.Value, record.Standing with { Exclusions = grounds.Exclusions, ListEntry = grounds.ListEntry }, mayReport),
        Target = record.Id,
        Reason = reason,
        Grounds = grounds,
    };
}
