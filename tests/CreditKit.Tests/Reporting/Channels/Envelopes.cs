using CreditKit.Ledger;
using CreditKit.Records;
using CreditKit.Reporting;
using CreditKit.Standards;
using CreditKit.Validation;

namespace CreditKit.Tests.Reporting.Channels;

/// <summary>Envelopes as the outbox makes them, and texts that break careless receivers.</summary>
internal static class Envelopes
{
    /// <summary>Markup, quotes, a CDATA end, control characters, line ends, a formula, SQL, a surrogate pair, direction marks.</summary>
    public const string Hostile = "=cmd|' /C calc'!A0 \"'<&>]]>{}\\ \t\u0001\u0000\u2028\u202e\ufeff\r\n\n'; DROP TABLE received;-- 😀 &amp; <!--x--> <![CDATA[ {{x}} %00 ${jndi:x}";

    public static ReportEnvelope Of(CreditRecord record, ChannelOptions? options = null, int revision = 1, ReportOperation operation = ReportOperation.Upsert, string id = "AbCdEf0123456789-_xyzQ", string? publicHash = null)
    {
        options ??= ReportingBench.Options();
        var standing = new RecordStanding { Released = true, ReleasedForSharing = true };
        var ledger = new LedgerRecord
        {
            Id = 1,
            PublicId = id,
            Revision = revision,
            Record = new Validated<CreditRecord>(record),
            Standing = standing,
            Corrected = false,
            Source = new SourceReference("test", null, "test"),
            ReceivedAt = DateTimeOffset.UnixEpoch,
        };
        var entry = new OutboxEntry { Id = 1, Channel = options.Name, RecordId = 1, PublicId = id, Revision = revision, Operation = (OutboxOperation)operation, State = OutboxState.Leased, Attempts = 1 };
        return new EnvelopeFactory(options, StandardEditions.Default, _ => publicHash, new CreditKit.Tests.Support.TestClock()).Make(entry, ledger, ReportingBench.Allow(record, standing, options.Destination));
    }

    public static AdministrativePenalty HostilePenalty(int seed) => SampleRecords.Penalty(seed) is var penalty ? penalty with
    {
        Counterpart = penalty.Counterpart with { Name = Hostile, LegalRepresentative = Hostile, BusinessRegistrationNumber = Hostile, TaxRegistrationNumber = Hostile },
        DocumentNumber = Hostile,
        ViolationType = Hostile,
        ViolationFacts = Hostile,
        LegalBasis = Hostile,
        PenaltyContent = Hostile,
        SuspendedOrRevokedCertificates = Hostile,
        Remarks = Hostile,
        DecidingAuthority = new Authority(Hostile, penalty.DecidingAuthority.CreditCode),
        DataSource = new Authority(Hostile, penalty.DataSource.CreditCode),
    } : throw new InvalidOperationException();
}
