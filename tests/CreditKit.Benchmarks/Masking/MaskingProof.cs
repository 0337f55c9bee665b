using System.Globalization;
using System.Text;
using CreditKit.Recognition;
using CreditKit.Records;

namespace CreditKit.Benchmarks.Masking;

/// <summary>
/// Random embeddings of valid identity numbers, phones and cards among Chinese text, letters, punctuation, full-width forms,
/// blanks and line breaks: none may survive, and what looks alike must not be touched. Linked into the tests, which run 1 %.
/// </summary>
public static class MaskingProof
{
    private const string Han = "经查该单位未按规定办理登记手续现场检查发现以上情况属实依法予以处理并责令改正其行为违反了有关条款";
    private static readonly string[] Around = ["", "，", "。", "：", "（", "）", "“", "a", "xy", "Q", " ", "\n", "　", "/", "；", "!"];
    private static readonly string[] Divisions = ["350402", "110105", "440305", "330106", "510107", "610113", "230103", "420106"];

    /// <summary>Runs <paramref name="count"/> embeddings; the first failure as text without a value, or null.</summary>
    public static string? Run(int count, int seed)
    {
        var random = new Random(seed);
        for (var i = 0; i < count; i++)
        {
            var failure = i % 4 == 3 ? Untouched(random) : Hidden(random);
            if (failure is not null) return $"embedding {i} of seed {seed}: {failure}";
        }

        return null;
    }

    private static string? Hidden(Random random)
    {
        var (name, value) = random.Next(3) switch { 0 => ("identity number", Identity(random)), 1 => ("mobile", Mobile(random)), _ => ("card", Card(random)) };
        var shown = Disguise(random, value, name);
        var head = Text(random) + Around[random.Next(Around.Length)];
        var text = head + shown + Around[random.Next(Around.Length)] + Text(random);
        foreach (var span in TextRecognizer.Find(text))
            if (span.Start <= head.Length && span.End >= head.Length + shown.Length) return null;
        return $"a {name} survived in the form [{shown}] in [{text}]";
    }

    private static string? Untouched(Random random)
    {
        var (name, value) = random.Next(4) switch
        {
            0 => ("credit code", CreditCode(random)),
            1 => ("document number", $"闽市监罚〔{random.Next(2010, 2027)}〕{random.Next(1, 99999)}号"),
            2 => ("amount", random.NextInt64(1, 99_999_999_999).ToString(CultureInfo.InvariantCulture) + "元"),
            _ => ("longer run", Digits(random, random.Next(21, 40))),
        };
        var head = Text(random) + "，";
        var text = head + value + "，" + Text(random);
        foreach (var span in TextRecognizer.Find(text))
            if (span.End > head.Length && span.Start < head.Length + value.Length) return $"a {name} [{value}] was touched as {span.Kind}";
        return null;
    }

    /// <summary>Full-width digits, one or two blanks or line breaks inside, hyphens where people put them.</summary>
    private static string Disguise(Random random, string value, string name)
    {
        switch (random.Next(6))
        {
            case 0: return string.Concat(value.Select(c => (char)(c + 0xFEE0)));
            case 1: return value.Insert(random.Next(4, value.Length - 3), random.Next(2) == 0 ? " " : "\n");
            case 2: return name == "mobile" ? $"{value[..3]}-{value[3..7]}-{value[7..]}" : name == "card" ? string.Join(' ', value.Chunk(4).Select(c => new string(c))) : $"{value[..6]} {value[6..14]} {value[14..]}";
            case 3: return value.Insert(random.Next(4, value.Length - 3), "\u200b");
            default: return value;
        }
    }

    private static string Text(Random random)
    {
        var text = new StringBuilder();
        for (var n = random.Next(0, 12); n > 0; n--) text.Append(Han[random.Next(Han.Length)]);
        return text.ToString();
    }

    private static string Identity(Random random)
    {
        var body = Divisions[random.Next(Divisions.Length)] + new DateOnly(1930, 1, 1).AddDays(random.Next(33_000)).ToString("yyyyMMdd", CultureInfo.InvariantCulture) + Digits(random, 3);
        return body + ResidentIdentityNumber.CheckCharacter(body);
    }

    private static string Mobile(Random random) => "1" + (char)('3' + random.Next(7)) + Digits(random, 9);

    private static string Card(Random random)
    {
        var body = "62" + Digits(random, random.Next(2) == 0 ? 13 : 16);
        var sum = 0;
        for (var i = 0; i < body.Length; i++)
        {
            var d = body[^(i + 1)] - '0';
            sum += i % 2 == 0 ? d > 4 ? d * 2 - 9 : d * 2 : d;
        }

        return body + (char)('0' + (10 - sum % 10) % 10);
    }

    private static string CreditCode(Random random)
    {
        var organisation = string.Concat(Enumerable.Range(0, 8).Select(_ => UnifiedSocialCreditCode.Alphabet[random.Next(31)]));
        var body = (random.Next(2) == 0 ? "91" : "92") + Divisions[random.Next(Divisions.Length)] + organisation + OrganizationCode.CheckCharacter(organisation);
        foreach (var check in UnifiedSocialCreditCode.Alphabet) if (UnifiedSocialCreditCode.IsValid(body + check)) return body + check;
        return CreditCode(random);
    }

    private static string Digits(Random random, int length)
    {
        var digits = new char[length];
        for (var i = 0; i < length; i++) digits[i] = (char)('0' + random.Next(10));
        return new string(digits);
    }
}
