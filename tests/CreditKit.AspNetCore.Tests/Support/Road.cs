using System.Globalization;
using CreditKit.Ledger;
using CreditKit.Records;
using CreditKit.Validation;

namespace CreditKit.AspNetCore.Tests.Support;

/// <summary>Invented records for the whole road, from a number.</summary>
internal static class Road
{
    public static readonly string AgencyCode = Code("11", 7);

    public static CreditRecord Record(Random random, int n, DateOnly decided)
    {
        var party = random.Next(8) switch
        {
            0 => new Counterpart { Kind = CounterpartKind.NaturalPerson, Name = "王示例", IdentityDocument = new IdentityDocument("身份证", "11010519491231002X") },
            1 => new Counterpart { Kind = CounterpartKind.SoleTrader, Name = $"云岭区第{n}号小吃店", UnifiedSocialCreditCode = Code("92", n % 300) },
            _ => new Counterpart { Kind = CounterpartKind.Organization, Name = $"青禾第{n % 300}食品有限公司", UnifiedSocialCreditCode = Code("91", n % 300) },
        };
        var basis = random.Next(3) > 0 ? "《示例条例》第八条" : null;
        var authority = new Authority("青禾市市场监督管理局", AgencyCode);
        if (random.Next(4) == 0)
        {
            return new AdministrativeLicense
            {
                Counterpart = party,
                DocumentNumber = $"青市监许〔{decided.Year}〕{n}号",
                DecisionDate = decided,
                DecidingAuthority = authority,
                DataSource = authority,
                PersonalDisclosureBasis = basis,
                DecisionDocumentTitle = "准予行政许可决定书",
                Category = "普通",
                Content = "食品经营许可",
                ValidFrom = decided,
                ValidUntil = random.Next(3) == 0 ? null : decided.AddDays(random.Next(30, 1900)),
                Status = LicenseStatus.Valid,
            };
        }

        return new AdministrativePenalty
        {
            Counterpart = party,
            DocumentNumber = $"青市监罚〔{decided.Year}〕{n}号",
            DecisionDate = decided,
            EffectiveDate = random.Next(4) == 0 ? decided.AddDays(random.Next(1, 30)) : null,
            DecidingAuthority = authority,
            DataSource = authority,
            PersonalDisclosureBasis = basis,
            Domain = random.Next(5) == 0 ? "食品" : null,
            ViolationType = "销售超过保质期的食品",
            ViolationFacts = "经营场所内摆放待售的食品超过保质期。",
            LegalBasis = "《中华人民共和国食品安全法》第一百二十四条",
            PenaltyCategories = random.Next(6) == 0 ? ["警告"] : ["罚款"],
            PenaltyContent = "罚款20000元",
            FineAmount = 20_000m,
            Severity = random.Next(10) switch { 0 => Severity.Slight, < 4 => Severity.Serious, 9 => null, _ => Severity.General },
            Procedure = random.Next(12) == 0 ? PenaltyProcedure.Summary : PenaltyProcedure.Ordinary,
        };
    }

    public static Submission Submission(CreditRecord record, bool released = true) => new()
    {
        Record = new Validated<CreditRecord>(record),
        Source = new SourceReference("测试.csv", 2, "tester"),
        Released = released,
        ReleasedForSharing = released,
    };

    /// <summary>A credit code with a right check digit, meant to belong to nobody.</summary>
    public static string Code(string head, int n)
    {
        const string alphabet = "0123456789ABCDEFGHJKLMNPQRTUWXY";
        var body = "MA0" + n.ToString("00000", CultureInfo.InvariantCulture);
        var stem = head + "110105" + body + OrganizationCode.CheckCharacter(body);
        return alphabet.Select(c => stem + c).First(code => UnifiedSocialCreditCode.IsValid(code));
    }
}
