using System.Buffers;
using System.Text;
using System.Text.Json;
using CreditKit.Intake.Profiles;
using CreditKit.Intake.Readers;
using CreditKit.Ledger;
using CreditKit.Publication;
using CreditKit.Records;
using CreditKit.Standards;
using CreditKit.Validation.Rules;

namespace CreditKit.Intake;

/// <summary>
/// Files through the whole road. Rows are committed in batches, each durable and whole, while public.db follows on a
/// thread of its own; a run that is broken off is completed by running it again.
/// </summary>
internal sealed class FileIntake(ILedger ledger, SubmissionMaker maker, Projector projector, FileImportOptions reading) : IFileIntake
{
    // Long enough to share the cost of a durable commit, short enough that nobody waits for the write lock.
    private const int BatchSize = 1_000;

    /// <inheritdoc/>
    public Task<ImportSummary> ImportAsync(string path, string? profile, string actor, IProgress<ImportProgress>? progress = null, CancellationToken cancellation = default) =>
        Task.Run(() => Import(path, profile is null ? null : ImportProfile.Load(profile), actor, null, progress, cancellation), cancellation);

    /// <summary>The same, told row by row.</summary>
    public ImportSummary Import(string path, ImportProfile? profile, string actor, IImportObserver? observer, IProgress<ImportProgress>? progress, CancellationToken cancellation, bool allowOlder = false)
    {
        using var file = FileImport.Open(path, profile, reading);
        return Take(file, Path.GetFileName(path), actor, observer, progress, allowOlder, null, cancellation);
    }

    /// <summary>Takes what an import reads, whatever it reads from.</summary>
    /// <param name="file">The rows.</param>
    /// <param name="source">Name of the source.</param>
    /// <param name="actor">Who brings them in.</param>
    /// <param name="observer">Told of every row once it is durable.</param>
    /// <param name="progress">Told after every batch.</param>
    /// <param name="allowOlder">Content that is older than the ledger's is taken too.</param>
    /// <param name="durable">Told the number of the last row of every batch once the batch is durable; null: nobody.</param>
    /// <param name="cancellation">Stops between two batches.</param>
    public ImportSummary Take(FileImport file, string source, string actor, IImportObserver? observer, IProgress<ImportProgress>? progress, bool allowOlder, Action<int>? durable, CancellationToken cancellation)
    {
        using var follower = new ProjectionFollower(projector);
        var batch = new ImportBatch(source, actor, BatchSize, allowOlder);
        var summary = default(ImportSummary);
        var told = 0;
        try
        {
            foreach (var row in file)
            {
                batch.Add(row, maker);
                if (!row.Report.MayPublish) observer?.Rejected(row);
                if (batch.Count < BatchSize) continue;
                summary = Commit(file, batch, summary, observer, durable);
                follower.Follow(summary.Rows);
                progress?.Report(new ImportProgress(summary.Rows, file.Fraction));
                for (; told < file.FileIssues.Count; told++) observer?.File(file.FileIssues[told]);
                cancellation.ThrowIfCancellationRequested();
            }
        }
        finally
        {
            // Also when the file breaks off in the middle: the rows before the fault are kept.
            summary = Commit(file, batch, summary, observer, durable);
            for (; told < file.FileIssues.Count; told++) observer?.File(file.FileIssues[told]);
            follower.Finish();
        }

        progress?.Report(new ImportProgress(summary.Rows, 1));
        return summary;
    }

    private ImportSummary Commit(FileImport file, ImportBatch batch, ImportSummary summary, IImportObserver? observer, Action<int>? durable)
    {
        if (batch.Count == 0) return summary;
        if (batch.Rejections.Count > 0) ledger.Reject(batch.Rejections);
        var results = batch.Submissions.Count > 0 ? ledger.Submit(batch.Submissions) : [];
        foreach (var (row, submission, issues) in batch.Rows)
        {
            var outcome = submission < 0 ? IntakeOutcome.Rejected : RecordIntake.Outcome(results[submission].Outcome);
            summary = outcome switch
            {
                IntakeOutcome.Accepted => summary with { Accepted = summary.Accepted + 1 },
                IntakeOutcome.Unchanged => summary with { Unchanged = summary.Unchanged + 1 },
                IntakeOutcome.Corrected => summary with { Corrected = summary.Corrected + 1 },
                _ => summary with { Rejected = summary.Rejected + 1 },
            };
            if (observer is not null && Waits(outcome, submission, batch, results)) observer.Waiting(row);
            observer?.Row(row, outcome, submission < 0 ? null : results[submission].PublicId, submission >= 0 && results[submission].Outcome == SubmissionOutcome.KeptNewer
                ? [.. issues, .. file.Remark(ImportRule.Older, batch.Submissions[submission].Record.Value, StandardField.None, "台账中已有更新的内容，本行没有改动它", row)]
                : issues);
        }

        summary = summary with { Rows = summary.Rows + batch.Count };
        durable?.Invoke(batch.Rows[^1].Row);
        batch.Clear();
        return summary;
    }

    // A correction leaves a record released that a reviewer has released before.
    private bool Waits(IntakeOutcome outcome, int submission, ImportBatch batch, IReadOnlyList<SubmissionResult> results) => outcome switch
    {
        _ when submission < 0 || batch.Submissions[submission].Released => false,
        IntakeOutcome.Accepted => true,
        IntakeOutcome.Corrected => ledger.Find(results[submission].RecordId) is { Standing.Released: false, Held: false },
        _ => false,
    };
}
