using System.Globalization;
using CreditKit.Desensitization;
using CreditKit.Publication;
using CreditKit.Records;

namespace CreditKit.StoreConformance.Public;

/// <summary>Invented public records in any number, the same for the same seed.</summary>
public sealed class InventedRecords(int seed)
{
    private static readonly string[] Places = ["云州市", "临江县", "望海区", "青石镇"];
    private static readonly string[] Trades = ["食品", "建筑工程", "化工", "餐饮管理", "物流", "医疗器械", "機電", "印刷"];
    private static readonly string[] Acts = ["销售超过保质期的食品", "未按规定安装消防设施", "擅自改变经营场所", "使用未经检验的特种设备（锅炉）", "發布虛假廣告", "未取得許可從事經營"];
    private static readonly string[] Authorities = ["云州市市场监督管理局", "云州市应急管理局", "云州市交通运输局", "云州市水务局", "云州市自然资源局", "望海区城市管理局"];
    private static readonly string[] LicenseCategories = ["普通", "特许", "核准", "登记"];
    private static readonly string[] PenaltyCategories = ["警告", "罚款", "警告、罚款", "没收违法所得、没收非法财物", "责令停产停业"];
    private const string Rare = "鑫淼犇焱垚赟喆燚龘䶮𠮷㐂〇×·—〔〕【】（）()[]ＡＢＣabcＺ0123456789‘’“”%&<>'\"*";

    private readonly Random _random = new(seed);

    internal PublicChange Next(int arrival, DateOnly first, int days, bool endless = false)
    {
        var penalty = _random.Next(100) < 45;
        var decided = first.AddDays(_random.Next(days));
        var published = new DateTimeOffset(decided.AddDays(_random.Next(12)).ToDateTime(new TimeOnly(_random.Next(24), _random.Next(60), _random.Next(60))), TimeSpan.FromHours(8)).ToUniversalTime();
        var severity = penalty ? (Severity)_random.Next(2, 4) : (Severity?)null;
        var until = penalty && !endless ? decided.AddMonths(severity == Severity.Serious ? 36 : _random.Next(3, 13)).AddDays(1) : (DateOnly?)null;
        var organization = _random.Next(10) > 0;
        var name = organization ? $"{Pick(Places)}{Rarely()}{Han(2, 4)}{Pick(Trades)}有限公司" : $"{Han(1, 1)}**";
        var number = _random.Next(20) == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $"云市监{(penalty ? "罚" : "许")}〔{decided.Year}〕{arrival}号");
        var content = $"{Pick(Acts)}，{Rarely()}{Han(6, 40)}。{(_random.Next(3) == 0 ? $"处罚款{_random.Next(1, 999)}00元" : "")}";
        var category = Pick(penalty ? PenaltyCategories : LicenseCategories);
        var authority = Pick(Authorities);
        var code = organization ? $"9133{_random.Next(200):000000}MA{_random.Next(10_000_000):0000000}X" : null;
        return new PublicChange
        {
            Id = Id(arrival),
            Arrival = arrival,
            Revision = 1,
            Sequence = arrival,
            PublishBy = _random.Next(4) == 0 ? null : decided.AddDays(9),
            Record = new PublicRecord
            {
                Id = Id(arrival),
                Revision = 1,
                Kind = penalty ? RecordKind.Penalty : RecordKind.License,
                CounterpartKind = organization ? CounterpartKind.Organization : CounterpartKind.NaturalPerson,
                CounterpartName = name,
                CounterpartCode = code,
                DocumentNumber = number,
                Title = penalty ? Pick(Acts) : "准予许可决定书",
                Summary = content,
                Category = category,
                AuthorityName = authority,
                Domain = _random.Next(2) == 0 ? "食品" : "",
                Severity = severity,
                LicenseStatus = penalty ? null : (LicenseStatus)_random.Next(1, 3),
                DecisionDate = _random.Next(50) == 0 ? null : decided,
                From = decided,
                Until = until,
                PublishedAt = published,
                RepairableFrom = penalty ? decided.AddMonths(3) : null,
                PeriodLine = until is { } end ? string.Create(CultureInfo.InvariantCulture, $"公示期至 {end.AddDays(-1):yyyy-MM-dd}") : "长期公示",
                NaturalPerson = !organization,
                Corrected = _random.Next(30) == 0,
                Fields =
                [
                    new PublicField("Counterpart.Name", "counterpart", "行政相对人名称", name, !organization),
                    .. code is null ? Array.Empty<PublicField>() : [new PublicField("Counterpart.Code", "counterpart", "统一社会信用代码", code, false)],
                    new PublicField("DocumentNumber", "decision", "决定文书号", number, false),
                    new PublicField("Content", "decision", penalty ? "处罚内容" : "许可内容", content, false),
                    new PublicField("Category", "decision", "类别", category, false),
                    new PublicField("DecisionDate", "decision", "决定日期", decided.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), false),
                    new PublicField("Authority", "authority", "机关", authority, false),
                    new PublicField("Remedy", "remedy", "救济渠道", "如不服本决定，可自收到决定书之日起六十日内申请行政复议。", false),
                ],
            },
        };
    }

    /// <summary>A public id of the right shape.</summary>
    public static string Id(int arrival)
    {
        Span<byte> bytes = stackalloc byte[16];
        var mixed = (ulong)(uint)arrival * 0x9E3779B97F4A7C15;
        BitConverter.TryWriteBytes(bytes, mixed);
        BitConverter.TryWriteBytes(bytes[8..], mixed ^ 0x1234_5678_9ABC_DEF0);
        return System.Buffers.Text.Base64Url.EncodeToString(bytes);
    }

    private string Pick(string[] values) => values[_random.Next(values.Length)];

    private string Rarely() => _random.Next(4) == 0 ? string.Concat(Rare.EnumerateRunes().Skip(_random.Next(30)).Take(_random.Next(1, 4)).Select(r => r.ToString())) : "";

    // From a small part of the script, so that words meet by chance.
    private string Han(int least, int most)
    {
        var length = _random.Next(least, most + 1);
        return string.Create(length, _random, static (span, random) =>
        {
            foreach (ref var c in span) c = (char)(0x4E00 + random.Next(300));
        });
    }
}
