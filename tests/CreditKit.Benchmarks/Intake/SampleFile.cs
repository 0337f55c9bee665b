using System.Globalization;
using System.IO.Compression;
using System.Text;
using CreditKit.Standards.Workbooks;
using CreditKit.Records;
using CreditKit.Standards;

namespace CreditKit.Benchmarks.Intake;

/// <summary>Invented penalties in the national column order, all valid and of the last year, so that the column shows each of them. The same rows on the same day.</summary>
internal static class SampleFile
{
    private const string Alphabet = "0123456789ABCDEFGHJKLMNPQRTUWXY";

    public static IEnumerable<string[]> Rows(int count, int first = 0)
    {
        var writer = RecordWriter.For(StandardEditions.Default.Current, RecordKind.Penalty, extensions: true);
        yield return [.. writer.Columns.Select(c => c.Head)];
        var authority = new Authority("某市市场监督管理局", Code(7, "11"));
        var newest = DateOnly.FromDateTime(DateTime.UtcNow).AddDays(-10);
        for (var i = first; i < first + count; i++)
        {
            var fine = 1000m + i % 977 * 100;
            var decided = newest.AddDays(-(i % 330));
            yield return writer.Write(new AdministrativePenalty
            {
                Counterpart = new() { Name = $"某市第{i}号商贸有限公司", Kind = CounterpartKind.Organization, UnifiedSocialCreditCode = Code(i + 1, "91"), LegalRepresentative = "甲某" },
                DocumentNumber = $"某市监处罚〔{decided.Year}〕{i}号",
                ViolationType = "经营超过保质期的食品",
                ViolationFacts = $"当事人于 {decided.Year} 年在其经营场所销售超过保质期的食品共 {i % 300 + 1} 件，货值金额较小，已主动下架并停止销售。",
                LegalBasis = "《中华人民共和国食品安全法》第三十四条第（十）项、第一百二十四条第一款第（五）项",
                PenaltyCategories = i % 3 == 0 ? ["警告", "罚款"] : ["罚款"],
                PenaltyContent = $"罚款人民币{fine:0}元，上缴国库。",
                FineAmount = fine,
                DecisionDate = decided,
                PenaltyValidUntil = decided.AddYears(1),
                Severity = Severity.Serious,
                DecidingAuthority = authority,
                DataSource = authority,
                Domain = "食品",
                ItemCode = "CF000001",
                RemedyChannel = "可在六十日内申请行政复议，或者在六个月内提起行政诉讼。",
                Reviewer = "乙某",
                ReviewedOn = decided.AddDays(3),
            });
        }
    }

    public static void Csv(string path, int count, int first = 0)
    {
        using var writer = new StreamWriter(path, false, new UTF8Encoding(true), 1 << 16);
        foreach (var row in Rows(count, first)) writer.WriteLine(string.Join(',', row.Select(c => c.Contains(',') ? $"\"{c}\"" : c)));
    }

    public static void Xlsx(string path, int count)
    {
        using var stream = File.Create(path);
        using var book = new WorkbookWriter(stream);
        using var sheet = book.Sheet("行政处罚");
        foreach (var row in Rows(count)) sheet.Row(row);
    }

    public static string Code(int seed, string head)
    {
        ReadOnlySpan<int> weights = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28];
        Span<char> code = stackalloc char[18];
        head.CopyTo(code);
        "440305".CopyTo(code[2..]);
        var rest = (long)(uint)seed * 2_654_435_761L;
        for (var i = 8; i < 16; i++, rest /= 31) code[i] = Alphabet[(int)(rest % 31)];
        code[16] = OrganizationCode.CheckCharacter(code[8..16]);
        var sum = 0;
        for (var i = 0; i < 17; i++) sum += Alphabet.IndexOf(code[i], StringComparison.Ordinal) * weights[i];
        code[17] = Alphabet[(31 - sum % 31) % 31];
        return new(code);
    }
}
