using CreditKit.Calendar;
using CreditKit.Policy;
using CreditKit.Records;

namespace CreditKit.Tests.Policy;

/// <summary>Random records, standings and moments from a seed.</summary>
internal sealed class RandomRecords(int seed)
{
    private static readonly string?[] Domains = [null, "食品", "药品", "特种设备", "安全生产", "消防", "治安", "生态环境", "城市管理"];
    private static readonly string[] Categories = ["警告", "通报批评", "罚款", "没收违法所得", "吊销许可证件", "责令停产停业", "其他-责令改正"];
    private readonly Random _random = new(seed);

    public (CreditRecord Record, RecordStanding Standing, Destination Destination) Next()
    {
        var decided = new DateOnly(2014, 1, 1).AddDays(_random.Next(5500));
        CreditRecord record = _random.Next(4) == 0 ? License(decided) : Penalty(decided);
        record = record with
        {
            Counterpart = _random.Next(6) switch { 0 => Samples.Person, 1 => Samples.Shop, 2 => Samples.Shop with { UnifiedSocialCreditCode = null }, _ => Samples.Company },
            Domain = Domains[_random.Next(Domains.Length)],
            PersonalDisclosureBasis = _random.Next(3) == 0 ? "示例条例第八条" : null,
            EffectiveDate = _random.Next(3) == 0 ? decided.AddDays(_random.Next(-5, 30)) : null,
            PerformedDate = _random.Next(2) == 0 ? decided.AddDays(_random.Next(0, 200)) : null,
            Historic = _random.Next(20) == 0,
            Override = _random.Next(15) == 0 ? new DisclosureOverride(_random.Next(3) == 0 ? null : decided.AddDays(_random.Next(-30, 3000)), _random.Next(3) == 0 ? " " : "示例条例第三条") : null,
        };
        var published = _random.Next(8) == 0 ? (DateTimeOffset?)null : ChinaTime.StartOf(decided).AddHours(_random.Next(24 * 120));
        var standing = new RecordStanding
        {
            Released = published is not null || _random.Next(2) == 0,
            ReleasedForSharing = _random.Next(4) > 0,
            PublishedAt = published,
            WithdrawnAt = published is { } p && _random.Next(6) == 0 ? p.AddHours(_random.Next(24 * 400)) : null,
            WithdrawalGround = WithdrawalGround.Revoked,
            AuthorityAccepted = _random.Next(15) > 0,
            EnforcementSuspended = _random.Next(20) == 0,
            Exclusions = _random.Next(15) == 0 ? [new RecordedExclusion(_random.Next(2) == 0 ? "trade-secret" : "no-social-impact", "审查记录")] : [],
        };
        var destination = _random.Next(4) switch { 0 => Samples.Portal, 1 => Samples.Enterprise, _ => Destination.OwnSite };
        return (record, standing, destination);
    }

    public DateTimeOffset Moment(DateOnly decided) => ChinaTime.StartOf(decided).AddMinutes(_random.Next(-60 * 24 * 60, 60 * 24 * 2200));

    private AdministrativePenalty Penalty(DateOnly decided) => new()
    {
        DecisionDate = decided,
        Severity = _random.Next(5) is var s && s > 0 ? (Severity)s : null,
        Procedure = _random.Next(6) == 0 ? PenaltyProcedure.Summary : PenaltyProcedure.Ordinary,
        PenaltyCategories = new EquatableList<string>(Enumerable.Range(0, _random.Next(1, 4)).Select(_ => Categories[_random.Next(Categories.Length)]).Distinct()),
        FineAmount = _random.Next(3) == 0 ? null : _random.Next(100_000),
        Mitigation = _random.Next(10) == 0 ? Mitigation.MinorAndRemedied : Mitigation.None,
        MitigationEvidence = _random.Next(2) == 0 ? "现场复查笔录" : null,
        LegalBasis = _random.Next(10) == 0 ? "《治安管理处罚法》第一条" : "《示例条例》第一条",
    };

    private AdministrativeLicense License(DateOnly decided) => new()
    {
        DecisionDate = decided,
        ValidUntil = _random.Next(3) == 0 ? null : decided.AddDays(_random.Next(-10, 2000)),
    };
}
