using CreditKit.Desensitization;
using CreditKit.Ledger;
using CreditKit.Policy;
using CreditKit.Records;

namespace CreditKit.Publication;

/// <summary>Turns a record of the ledger into what public.db may hold of it: the masked record, a notice, or nothing.</summary>
internal sealed class RecordProjector(ProjectionRules rules)
{
    /// <summary>What public.db should hold of a record.</summary>
    /// <param name="record">The record as the ledger has it.</param>
    /// <param name="sequence">The place in the change feed that the state is at least as new as.</param>
    /// <param name="today">The legal day.</param>
    /// <param name="since">The day of the ledger's first record: what was due before it was published elsewhere, or not by this product, and is no measure of its timeliness.</param>
    public PublicChange Project(LedgerRecord record, long sequence, DateOnly today, DateOnly? since)
    {
        var nothing = new PublicChange { Id = record.PublicId, Arrival = record.Id, Revision = record.Revision, Sequence = sequence };

        // Decided as if it stood: a notice is due only for what was public, and a rebuild must come to the same answer.
        var withdrawnAt = record.Standing.WithdrawnAt;
        var standing = withdrawnAt is null ? record.Standing : record.Standing with { WithdrawnAt = null, WithdrawalGround = null };
        var decision = rules.Decide(record.Record.Value, standing);
        if (!Shows(decision, standing)) return nothing;
        if (withdrawnAt is { } at) return LeavesNotice(record.Standing.WithdrawalGround) ? WithNotice(nothing, record, decision, at, today) : nothing;

        // What ended more than a day ago is swept anyway and never shows again.
        if (decision.Until is { } until && until < today.AddDays(-1)) return nothing;
        return nothing with { Record = rules.Mask(record with { Standing = standing }, decision), PublishBy = record.Record.Value.Historic ? null : Stock.Measured(decision.PublishBy, since) };
    }

    private static bool Shows(DisclosureDecision decision, RecordStanding standing) =>
        decision is { Allowed: true, From: not null, MarkedNotPublic: false }
        && standing is { Released: true, AuthorityAccepted: true, EnforcementSuspended: false, PublishedAt: not null };

    // An end of the period is no withdrawal to be explained, and a notice would undo what a repair achieved.
    private static bool LeavesNotice(WithdrawalGround? ground) => ground is not (WithdrawalGround.PeriodEnded or WithdrawalGround.Repaired);

    private PublicChange WithNotice(PublicChange nothing, LedgerRecord record, DisclosureDecision decision, DateTimeOffset at, DateOnly today)
    {
        var day = DateOnly.FromDayNumber(DisclosureClock.DayOf(at.ToUnixTimeMilliseconds()));
        var until = rules.NoticeUntil(day);
        if (until <= today) return nothing;
        var shown = rules.Mask(record with { Standing = record.Standing with { WithdrawnAt = null, WithdrawalGround = null } }, decision);
        var notice = new WithdrawalNotice(record.PublicId, shown.DocumentNumber, shown.AuthorityName, at, Reason(record));
        return nothing with { Notice = notice, NoticeUntil = until };
    }

    private string Reason(LedgerRecord record)
    {
        var ground = record.Standing.WithdrawalGround is { } known ? WithdrawalGroundText.Of(known) : "";
        var reason = string.IsNullOrWhiteSpace(record.WithdrawalReason) ? "" : rules.MaskText(record.WithdrawalReason);
        return ground.Length == 0 || reason.StartsWith(ground, StringComparison.Ordinal) ? reason : reason.Length == 0 ? ground : $"{ground}：{reason}";
    }
}
