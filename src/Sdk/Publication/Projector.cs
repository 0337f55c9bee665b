using System.Diagnostics;
using CreditKit.Ledger;
using CreditKit.Publication.Sqlite;

namespace CreditKit.Publication;

/// <summary>
/// Follows the ledger's change feed into public.db. The position is written by the transaction of the rows, so a crash
/// between ledger and projection is healed by the next <see cref="CatchUp"/>, which a host runs before it serves anyone.
/// Safe for concurrent callers and for several processes.
/// </summary>
internal sealed class Projector(ILedger ledger, IPublicStore store, ProjectionRules rules, TimeProvider time, DenyList? denied = null, CatalogueProjector? catalogue = null)
{
    private const int FirstBatch = 500, SmallestBatch = 50, LargestBatch = 4_000, SweepStep = 500, TidyPages = 500, WholeIndex = -100_000_000;

    // Looks of a host at a feed that does not move: four a second.
    private const int Patience = 4;

    // Half of the 200 ms that a write may keep a withdrawal waiting.
    private static readonly TimeSpan s_aim = TimeSpan.FromMilliseconds(100);
    private readonly RecordProjector _projector = new(rules);
    private readonly Lock _catchUp = new();
    private readonly Lock _swap = new();
    private int _batch = FirstBatch;
    private long _leftAt = -1;
    private int _left;

    /// <summary>Applies everything the ledger has and public.db has not; other law or other masks make it anew. Returns the number of changes.</summary>
    /// <param name="progress">Told after each batch.</param>
    /// <param name="ended">No more is on its way: what readers were not told yet is told now.</param>
    /// <param name="cancellation">Ends it between two batches.</param>
    public long CatchUp(IProgress<ProjectionProgress>? progress = null, bool ended = true, CancellationToken cancellation = default)
    {
        lock (_catchUp)
        {
            if (store.Position > 0 && store.Fingerprint is { Length: > 0 } made && made != rules.Fingerprint) return RebuildHere(progress, cancellation);
            var done = Follow(store, progress, cancellation);
            store.Complete(rules.Fingerprint, ended);
            catalogue?.Project(store, Today);
            return done;
        }
    }

    /// <summary>
    /// <see cref="CatchUp"/> for a host that follows what others write, but the feed is left to whoever moves through it at
    /// the moment: two processes would decrypt, mask and cut every record twice, and visitors would wait for both. Asked a few
    /// times a second. Whether anything is under way.
    /// </summary>
    public bool FollowOthers(CancellationToken cancellation = default)
    {
        var position = store.Position;
        if (position < ledger.LastSequence)
        {
            (_leftAt, _left) = position == _leftAt ? (position, _left + 1) : (position, 0);
            if (_left < Patience) return true;
        }

        return CatchUp(cancellation: cancellation) > 0;
    }

    /// <summary>Projects one record at once, past whatever is being imported: a withdrawal or correction returns to its caller when readers see it.</summary>
    /// <exception cref="CreditKitException">CK1213: public.db cannot be written. The record is shut out by this process meanwhile.</exception>
    public void ProjectNow(long recordId)
    {
        // Read before the record: the state is at least as new as this place.
        var sequence = ledger.LastSequence;
        if (ledger.Find(recordId) is not { } record) return;
        var change = _projector.Project(record, sequence, Today, Since);
        if (change.Record is null) denied?.Add(change.Id);
        store.Stage(change, ledger.AttachmentPiece);
        lock (_swap)
        {
            // Another store may have taken its place meanwhile, without what was just brought.
            store.Stage(change, ledger.AttachmentPiece);
            store.ApplyNow(change);
        }

        denied?.Remove(change.Id);
    }

    /// <summary>Makes public.db anew beside the old one, which is served meanwhile, and takes it over. Returns the number of records read.</summary>
    public long Rebuild(IProgress<ProjectionProgress>? progress = null, CancellationToken cancellation = default)
    {
        lock (_catchUp) return RebuildHere(progress, cancellation);
    }

    /// <summary>
    /// For quiet hours: removes what ended before yesterday and joins pieces of the search index, a little at a time.
    /// Returns the number of rows removed.
    /// </summary>
    public int Maintain(CancellationToken cancellation = default)
    {
        var swept = 0;
        int step;
        do
        {
            step = store.Sweep(Today.AddDays(-1), SweepStep);
            swept += step;
        }
        while (step == SweepStep && !cancellation.IsCancellationRequested);

        // A search asks every piece of the index: one large piece answers several times as fast as thirty small ones.
        while (!cancellation.IsCancellationRequested && store.Tidy(TidyPages))
        {
        }

        return swept;
    }

    private DateOnly? Since => ledger.Since is { } first ? DateOnly.FromDayNumber(DisclosureClock.DayOf(first.ToUnixTimeMilliseconds())) : null;

    private DateOnly Today => DateOnly.FromDayNumber(DisclosureClock.DayOf(time.GetUtcNow().ToUnixTimeMilliseconds()));

    private long RebuildHere(IProgress<ProjectionProgress>? progress, CancellationToken cancellation)
    {
        using var beside = store.Beside();
        var sequence = ledger.LastSequence;
        var (today, since) = (Today, Since);
        var read = 0L;
        foreach (var chunk in ledger.All().Chunk(1_000))
        {
            cancellation.ThrowIfCancellationRequested();
            var changes = Array.ConvertAll(chunk, r => _projector.Project(r, sequence, today, since));
            foreach (var change in changes) beside.Stage(change, ledger.AttachmentPiece);
            beside.Apply(beside.Prepare(changes), 0, 0);
            read += chunk.Length;
            progress?.Report(new ProjectionProgress(read, Math.Max(read, sequence)));
        }

        beside.Apply(beside.Prepare([]), 0, sequence);
        beside.Complete(rules.Fingerprint);
        catalogue?.Project(beside, today);
        Follow(beside, null, cancellation);

        beside.Tidy(WholeIndex);

        // From here to the takeover no withdrawal may slip between the copy and the original.
        lock (_swap)
        {
            Follow(beside, null, cancellation);
            store.Take(beside);
        }

        Follow(store, null, cancellation);
        store.Complete(rules.Fingerprint);
        return read;
    }

    private long Follow(IPublicStore target, IProgress<ProjectionProgress>? progress, CancellationToken cancellation)
    {
        var done = 0L;
        var spare = new Stack<PreparedBatch>([new(), new()]);
        var position = target.Position;
        var next = Read(target, position, spare);
        while (next is { } stretch)
        {
            cancellation.ThrowIfCancellationRequested();
            // While this stretch is written, the next one is decrypted, decided, masked and cut into tokens.
            var ahead = Task.Run(() => Read(target, stretch.To, spare), CancellationToken.None);
            var started = Stopwatch.GetTimestamp();
            bool applied;
            try
            {
                foreach (var row in stretch.Batch.Rows) target.Stage(row.Change, ledger.AttachmentPiece);
                applied = target.Apply(stretch.Batch, stretch.From, stretch.To);
            }
            finally
            {
                // Nothing of a failed run goes on in the background.
                ((IAsyncResult)ahead).AsyncWaitHandle.WaitOne();
            }

            if (applied)
            {
                Adapt(stretch.Batch.Rows.Count, Stopwatch.GetElapsedTime(started));
                foreach (var row in stretch.Batch.Rows) denied?.Remove(row.Change.Id);
                done += stretch.To - stretch.From;
                progress?.Report(new ProjectionProgress(done, Math.Max(done, done + ledger.LastSequence - stretch.To)));
            }

            lock (spare) spare.Push(stretch.Batch);
            next = ahead.GetAwaiter().GetResult();
            if (applied) continue;

            // Another process follows the same feed: go on from where it stands.
            if (next is { } useless) lock (spare) spare.Push(useless.Batch);
            next = Read(target, target.Position, spare);
        }

        return done;
    }

    private Stretch? Read(IPublicStore target, long position, Stack<PreparedBatch> spare)
    {
        var last = ledger.LastSequence;
        if (position >= last) return null;
        var limit = Volatile.Read(ref _batch);
        var changes = ledger.Changes(position, limit);
        var (today, since) = (Today, Since);
        var projected = new PublicChange[changes.Count];
        for (var i = 0; i < projected.Length; i++) projected[i] = _projector.Project(changes[i].Record, changes[i].Sequence, today, since);

        // A stretch of erased records comes back empty and is stepped over.
        var to = changes.Count > 0 ? changes[^1].Sequence : Math.Min(position + limit, last);
        PreparedBatch? again;
        lock (spare) again = spare.Count > 0 ? spare.Pop() : null;
        return new Stretch(target.Prepare(projected, again), position, to);
    }

    private void Adapt(int rows, TimeSpan took)
    {
        if (rows < SmallestBatch) return;
        var fitting = rows * (s_aim / TimeSpan.FromTicks(Math.Max(took.Ticks, 1)));
        Volatile.Write(ref _batch, (int)Math.Clamp((fitting + rows) / 2, SmallestBatch, LargestBatch));
    }

    private readonly record struct Stretch(PreparedBatch Batch, long From, long To);
}
