using CreditKit.Calendar;
using CreditKit.Policy;
using CreditKit.Records;

namespace CreditKit.Tests.Policy;

/// <summary>Invented records and standings for the tests of the law.</summary>
internal static class Samples
{
    public static readonly WorkdayCalendar Workdays = WorkdayCalendar.Load(null);

    public static readonly PolicyBook Book = PolicyBook.Load((string?)null, Workdays);

    public static readonly Destination Portal = new("province", DestinationKind.CreditPortal);

    public static readonly Destination Enterprise = new("samr", DestinationKind.EnterpriseSystem);

    public static readonly RecordStanding Reviewed = new() { Released = true, ReleasedForSharing = true };

    public static readonly Counterpart Company = new()
    {
        Kind = CounterpartKind.Organization,
        Name = "示例食品有限公司",
        UnifiedSocialCreditCode = "91350100M000100Y43",
    };

    public static readonly Counterpart Person = new()
    {
        Kind = CounterpartKind.NaturalPerson,
        Name = "张示例",
        IdentityDocument = new IdentityDocument("身份证", "11010519800101001X"),
    };

    public static readonly Counterpart Shop = new()
    {
        Kind = CounterpartKind.SoleTrader,
        Name = "示例小吃店",
        UnifiedSocialCreditCode = "92350100MA00000000",
    };

    public static AdministrativePenalty Penalty(string decided, Severity? severity = Severity.General) => new()
    {
        Counterpart = Company,
        DocumentNumber = "示例罚〔2026〕1号",
        DecisionDate = DateOnly.Parse(decided),
        Severity = severity,
        PenaltyCategories = ["罚款"],
        FineAmount = 20000,
    };

    public static AdministrativeLicense License(string decided) => new()
    {
        Counterpart = Company,
        DocumentNumber = "示例许〔2026〕1号",
        DecisionDate = DateOnly.Parse(decided),
    };

    public static RecordStanding PublishedOn(string day) => Reviewed with { PublishedAt = ChinaTime.StartOf(DateOnly.Parse(day)) };

    /// <summary>Noon of a day in the law's zone.</summary>
    public static DateTimeOffset Noon(string day) => ChinaTime.StartOf(DateOnly.Parse(day)).AddHours(12);
}
