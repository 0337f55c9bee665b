using System.Globalization;
using CreditKit.Records;
using CreditKit.Standards;

namespace CreditKit.Catalog;

/// <summary>The catalogue as a table: the heads of the platform's form, what else they are called, and cells to items and back.</summary>
internal static class CatalogSheet
{
    private static readonly (string Head, string[] Others)[] Columns =
    [
        ("事项编码", ["事项代码", "实施编码", "编码"]), ("事项名称", ["名称", "目录名称", "权力事项名称"]), ("行政行为", ["行为类别", "事项类型", "事项类别", "权力类型", "信息类别"]),
        ("具体行政行为", ["行为", "行为内容"]), ("提供单位", ["信源单位", "责任单位", "实施主体", "数据提供单位"]), ("提供单位统一社会信用代码", ["提供单位代码", "信源单位代码"]),
        ("单位性质", ["实施主体性质"]), ("数据来源", ["来源系统"]), ("信息性质", ["信息性质分类", "性质"]), ("共享属性", ["共享类型"]), ("公开属性", ["公开类型", "公示属性"]),
        ("公示期限", ["公开期限"]), ("公示期限月数", ["公示月数"]), ("公示期限依据", []), ("设定依据", ["法律依据", "依据", "执法依据"]), ("救济渠道", []),
        ("告知承诺", ["是否告知承诺", "是否实行告知承诺制"]), ("责任人", []), ("责任科室", ["责任部门", "承办机构"]), ("敏感个人信息", ["是否敏感"]), ("个人信息公示依据", []),
        ("启用日期", ["生效日期", "起始日期"]), ("停用日期", ["失效日期", "终止日期"]), ("原提供单位", []), ("移交依据", []),
        ("保密审查人", []), ("保密审查日期", []), ("保密审查结论", []), ("备注", []),
    ];

    /// <summary>The heads in order.</summary>
    public static IReadOnlyList<string> Heads { get; } = [.. Columns.Select(c => c.Head)];

    /// <summary>How many of some cells are heads; for finding the heading row.</summary>
    public static int Score(IReadOnlyList<string> cells) => cells.Count(c => IndexOf(c) >= 0);

    /// <summary>For each cell of the heading row the column it is; -1: none.</summary>
    public static int[] Map(IReadOnlyList<string> headings) => [.. headings.Select(IndexOf)];

    /// <summary>The cells of an item, in the order of <see cref="Heads"/>.</summary>
    public static string[] Write(CatalogItem item) =>
    [
        item.Code, item.Name, RecordKindText.Of(item.Kind), item.Act ?? "", item.Provider.Name, item.Provider.CreditCode ?? "",
        CatalogWords.Of(item.ProviderKind), item.DataSource ?? "", item.Nature ?? "", CatalogWords.Of(item.Sharing), CatalogWords.Of(item.Openness),
        item.Period ?? "", item.PeriodMonths?.ToString(CultureInfo.InvariantCulture) ?? "", item.PeriodBasis ?? "", item.LegalBasis ?? "", item.Remedy ?? "",
        item.ByCommitment ? "是" : "否", item.ResponsiblePerson ?? "", item.ResponsibleUnit ?? "", item.Sensitive ? "是" : "否", item.PersonalBasis ?? "",
        Day(item.From), Day(item.Until), item.Predecessor?.Name ?? "", item.TransferBasis ?? "",
        item.Review?.Reviewer ?? "", Day(item.Review?.On), item.Review is { } review ? review.MayPublish ? "可以公开" : "不得公开" : "", item.Remarks ?? "",
    ];

    /// <summary>The item of a row; what cannot be read is a fault, never a guess.</summary>
    public static CatalogItem? Read(IReadOnlyList<string> cells, int[] map, List<string> faults)
    {
        var values = new string[Columns.Length];
        Array.Fill(values, "");
        for (var i = 0; i < map.Length && i < cells.Count; i++)
            if (map[i] >= 0 && values[map[i]].Length == 0) values[map[i]] = SafeCell.Unescape(cells[i].Trim());
        var cell = new Cells(values, faults);
        if (cell["事项编码"] is null) faults.Add("缺少事项编码");
        if (cell["事项名称"] is null) faults.Add("缺少事项名称");
        var code = cell["提供单位统一社会信用代码"];
        if (code is not null && !UnifiedSocialCreditCode.IsValid(code)) faults.Add("提供单位统一社会信用代码的校验位不符");
        var months = cell["公示期限月数"];
        var count = 0;
        if (months is not null && (!int.TryParse(months, NumberStyles.None, CultureInfo.InvariantCulture, out count) || count is < 1 or > 600)) faults.Add("公示期限月数应为 1 到 600 的整数");
        if (months is not null && cell["公示期限依据"] is null) faults.Add("填了公示期限月数，没有填公示期限依据");
        var reviewed = cell.Date("保密审查日期");
        if (cell["保密审查人"] is null != reviewed is null) faults.Add("保密审查人和保密审查日期应当同时填写");
        var item = new CatalogItem
        {
            Code = cell["事项编码"] ?? "",
            Name = cell["事项名称"] ?? "",
            Kind = cell.Choice("行政行为", RecordKind.License, CatalogWords.TryRead, required: true),
            Act = cell["具体行政行为"],
            Provider = new Authority(cell["提供单位"] ?? "", code),
            ProviderKind = cell.Choice("单位性质", ProviderKind.Agency, CatalogWords.TryRead),
            DataSource = cell["数据来源"],
            Nature = cell["信息性质"],
            Sharing = cell.Choice("共享属性", Sharing.Unconditional, CatalogWords.TryRead, required: true),
            Openness = cell.Choice("公开属性", Openness.Open, CatalogWords.TryRead, required: true),
            Period = cell["公示期限"],
            PeriodMonths = months is null ? null : count,
            PeriodBasis = cell["公示期限依据"],
            LegalBasis = cell["设定依据"],
            Remedy = cell["救济渠道"],
            ByCommitment = cell.Flag("告知承诺"),
            ResponsiblePerson = cell["责任人"],
            ResponsibleUnit = cell["责任科室"],
            Sensitive = cell.Flag("敏感个人信息"),
            PersonalBasis = cell["个人信息公示依据"],
            From = cell.Date("启用日期"),
            Until = cell.Date("停用日期"),
            Predecessor = cell["原提供单位"] is { } former ? new Authority(former) : null,
            TransferBasis = cell["移交依据"],
            Review = cell["保密审查人"] is { } reviewer && reviewed is { } on ? new ItemReview(reviewer, on, cell["保密审查结论"] is null or "可以公开" or "公开" or "通过") : null,
            Remarks = cell["备注"],
        };
        if (item.Until < item.From) faults.Add("停用日期早于启用日期");
        return faults.Count == 0 ? item : null;
    }

    private static int IndexOf(string heading)
    {
        var folded = TextNormalizer.Heading(heading);
        for (var i = 0; i < Columns.Length; i++)
            if (Columns[i].Head == folded || Columns[i].Others.Contains(folded)) return i;
        return -1;
    }

    private static string Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "";

    private delegate bool Reading<T>(string text, out T value);

    private sealed class Cells(string[] values, List<string> faults)
    {
        public string? this[string head] => values[IndexOf(head)] is { Length: > 0 } text && text is not ("—" or "-" or "/") ? text : null;

        public DateOnly? Date(string head)
        {
            if (this[head] is not { } text || DateText.IsLongTerm(text)) return null;
            if (DateText.TryRead(text, [], out var date, out _)) return date;
            faults.Add($"{head}不是能识别的日期");
            return null;
        }

        public bool Flag(string head)
        {
            switch (this[head])
            {
                case null or "否" or "0" or "N" or "n" or "false": return false;
                case "是" or "1" or "Y" or "y" or "true" or "√": return true;
                default:
                    faults.Add($"{head}应填 是 或 否");
                    return false;
            }
        }

        public T Choice<T>(string head, T usual, Reading<T> read, bool required = false) where T : struct, Enum
        {
            if (this[head] is not { } text)
            {
                // What decides on publication and sharing is stated, never assumed.
                if (required) faults.Add($"缺少{head}（{CatalogWords.Choices<T>()}）");
                return usual;
            }

            if (read(text, out var value)) return value;
            faults.Add($"{head}应为以下之一：{CatalogWords.Choices<T>()}");
            return usual;
        }
    }
}
