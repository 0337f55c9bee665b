namespace SampleData;

/// <summary>Rows with one clerk's mistake each, and what ought to come of it.</summary>
internal static class Mistakes
{
    private const string Code = "行政相对人代码_1(统一社会信用代码)";

    private sealed record Mistake(string Field, string What, string Outcome, Func<Row, bool> Fits, Action<Row> Make);

    private static readonly Mistake[] All =
    [
        new("", "没有错误的一行：同一文件中的好数据应当入库", "accepted", IsCompany, _ => { }),
        new(Code, "统一社会信用代码校验位错误（末位抄错）", "block", IsCompany, r => r[Code] = WrongEnd(r.Text(Code))),
        new(Code, "把数字 0 写成字母 O", "block", r => IsCompany(r) && r.Text(Code).Contains('0'), r => r[Code] = r.Text(Code).Replace('0', 'O')),
        new("处罚决定日期", "决定日期晚于今天（年份写成下一年）", "block", IsCompany, r =>
        {
            foreach (var head in Heads.Penalty) if (r[head] is DateOnly day && day.Year is > 2021 and < 2099) r[head] = day.AddYears(2);
        }),
        new("行政相对人类别", "92 开头的代码填成法人及非法人组织", "block", IsShop, r => r["行政相对人类别"] = Subject.Organization),
        new("处罚依据", "必填项以“无”占位", "block", IsCompany, r => r["处罚依据"] = "无"),
        new("违法事实", "必填项空着", "block", IsCompany, r => r["违法事实"] = ""),
        new("处罚类别", "处罚类别不在代码表内（罚金）", "block", r => IsCompany(r) && r.Text("处罚类别").Contains("罚款", StringComparison.Ordinal), r => r["处罚类别"] = "罚金"),
        new("行政相对人类别", "行政相对人类别不在代码表内（小微企业）", "block", IsCompany, r => r["行政相对人类别"] = "小微企业"),
        new("严重程度", "严重程度不在代码表内（较重）", "block", IsCompany, r => r["严重程度"] = "较重"),
        new("罚款金额(万元)", "把元当成万元填报（处罚内容写的是元）", "warn", r => IsCompany(r) && r["罚款金额(万元)"] is > 0.4m, r => r["罚款金额(万元)"] = (decimal)r["罚款金额(万元)"]! * 10000m),
        new(Code, "代码与日期用了全角字符：自动转为半角后入库", "accepted", IsCompany, r =>
        {
            r[Code] = Wide(r.Text(Code));
            r["处罚决定日期"] = Wide(CsvFile.Text(r["处罚决定日期"]));
        }),
        new("行政相对人名称", "名称前后有空格和制表符：自动去除后入库", "accepted", IsCompany, r => r["行政相对人名称"] = "　" + r.Text("行政相对人名称") + " \t"),
        new("自然人证件号码", "身份证号校验位错误", "block", r => r.Text("行政相对人类别") == Subject.NaturalPerson, r => r["自然人证件号码"] = WrongEnd(r.Text("自然人证件号码"))),
        new("处罚决定日期", "不存在的日期（2月30日）", "block", IsCompany, r => r["处罚决定日期"] = "2026/02/30"),
        new("公示截止期", "公示截止期早于处罚决定日期", "block", IsCompany, r => r["公示截止期"] = ((DateOnly)r["处罚决定日期"]!).AddYears(-1)),
        new("行政相对人代码_3(组织机构代码)", "组织机构代码校验位错误", "block", IsCompany, r => r["行政相对人代码_3(组织机构代码)"] = WrongEnd(r.Text(Code)[8..17])),
        new("行政相对人代码_2(工商注册号)", "工商注册号校验位错误", "block", IsCompany, r => r["行政相对人代码_2(工商注册号)"] = WrongEnd(CheckDigits.RegistrationNumber("33970020180417"))),
        new(Code, "法人没有填任何一个代码", "block", IsCompany, r =>
        {
            foreach (var head in Heads.Penalty.Where(h => h.StartsWith("行政相对人代码", StringComparison.Ordinal))) r[head] = "";
        }),
    ];

    /// <summary>The rows, and for each what was done (row numbers as a person sees them: the heading is row 1).</summary>
    public static (List<Row> Rows, List<object> Expected) From(List<Row> clean)
    {
        List<Row> rows = [];
        List<object> expected = [];
        var left = clean.ToList();
        foreach (var mistake in All)
        {
            var row = left.First(r => r.Text("审查人").Length > 0 && mistake.Fits(r));
            left.Remove(row);
            row = row.Copy();
            mistake.Make(row);
            rows.Add(row);
            expected.Add(new { row = rows.Count + 1, field = mistake.Field, mistake = mistake.What, outcome = mistake.Outcome });
        }
        return (rows, expected);
    }

    private static bool IsCompany(Row row) => row.Text(Code).StartsWith("91", StringComparison.Ordinal) && row.Text("处罚程序") != "简易程序";

    private static bool IsShop(Row row) => row.Text("行政相对人类别") == Subject.SoleTrader;

    private static string WrongEnd(string code) => code[..^1] + (code[^1] == '3' ? '7' : '3');

    private static string Wide(string text) => string.Concat(text.Select(c => c is > ' ' and < '\x7f' ? (char)(c + 0xFEE0) : c));
}
