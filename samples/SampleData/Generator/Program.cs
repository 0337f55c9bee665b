using System.IO.Compression;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using SampleData;

// Writes the sample files beside this folder; with --check compares them instead and ends with 1 where they differ.
var check = args.Contains("--check");
var folder = args.FirstOrDefault(a => !a.StartsWith('-')) ?? Folder();

var dice = new Dice(20261122);
var people = new People(dice);
var subjects = new Subjects(dice, people);
var licenses = new Licenses(dice, people, subjects).Make(216);
var penaltiesOf = new Penalties(dice, people, subjects);
var penalties = penaltiesOf.Make(164);
var (dirty, expected) = Mistakes.From(new Penalties(dice, people, subjects).Make(120).Where(r => r["处罚决定日期"] is DateOnly d && d.Year == 2026).ToList());

var standing = penalties.Where(r => r.Text("行政相对人类别") == Subject.Organization && r.Text("处罚程序") != "简易程序" && r.Text("审查人").Length > 0
    && r.Text("严重程度") == "严重" && r["罚款金额(万元)"] is > 1m && r["处罚决定日期"] is DateOnly d && d.Year == 2026).ToList();
var withdrawn = standing[0];
var corrections = standing.Skip(1).Take(2).Select(r => r.Copy()).ToList();
Corrected(corrections[0]);
corrections[1]["法定代表人"] = people.Name("legalRepresentative");
corrections[1]["处罚依据"] = corrections[1].Text("处罚依据") + "；《中华人民共和国行政处罚法》第二十八条第一款";
corrections[1]["备注"] = "更正：补充处罚依据，更正法定代表人姓名";

var json = new JsonSerializerOptions { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, NewLine = "\n" };
Dictionary<string, byte[]> files = new()
{
    ["licences.csv"] = CsvFile.Bytes(Heads.License, licenses),
    ["penalties.xlsx"] = XlsxFile.Bytes("行政处罚", Heads.Penalty, penalties),
    ["corrections.csv"] = CsvFile.Bytes(Heads.Penalty, corrections),
    ["dirty.csv"] = CsvFile.Bytes(Heads.Penalty, dirty),
    ["dirty-expected.json"] = Json(expected),
    ["withdrawals.json"] = Json(new[]
    {
        new
        {
            documentNumber = withdrawn.Text("行政处罚决定书文号"),
            counterpart = withdrawn.Text("行政相对人名称"),
            ground = "Revoked",
            reason = "经云州市人民政府行政复议，原行政处罚决定认定的主要事实证据不足，决定予以撤销。",
            date = "2026-11-18",
        },
    }),
};

files["catalogue.json"] = Json(Catalogue.Make(Penalties.Kinds));
files["personal-data.json"] = Json(people.Issued);

var differs = 0;
foreach (var (name, bytes) in files)
{
    var path = Path.Combine(folder, name);
    if (!check) File.WriteAllBytes(path, bytes);
    else if (!File.Exists(path) || !Same(name, File.ReadAllBytes(path), bytes))
    {
        differs++;
        Console.Error.WriteLine($"{name} 与生成器的结果不同");
    }
}
Console.WriteLine($"许可 {licenses.Count} 行，处罚 {penalties.Count} 行（违法行为类型 {penalties.Select(r => r.Text("违法行为类型")).Distinct().Count()} 种），更正 {corrections.Count} 行，错误样例 {dirty.Count} 行");
return differs == 0 ? 0 : 1;

static void Corrected(Row row)
{
    var fine = (decimal)row["罚款金额(万元)"]!;
    var before = $"罚款人民币{fine * 10000m:#,0}元";
    row["罚款金额(万元)"] = fine / 2m;
    row["处罚内容"] = row.Text("处罚内容").Replace(before, $"罚款人民币{fine * 5000m:#,0}元", StringComparison.Ordinal);
    row["备注"] = "更正：经复核变更罚款数额";
}

byte[] Json(object value) => Encoding.UTF8.GetBytes(JsonSerializer.Serialize(value, json) + "\n");

// Another runtime may compress differently: what counts is the content of the parts.
static bool Same(string name, byte[] left, byte[] right) => name.EndsWith(".xlsx", StringComparison.Ordinal)
    ? Parts(left).SequenceEqual(Parts(right))
    : left.AsSpan().SequenceEqual(right);

static List<string> Parts(byte[] bytes)
{
    using var zip = new ZipArchive(new MemoryStream(bytes));
    return [.. zip.Entries.Select(e =>
    {
        using var reader = new StreamReader(e.Open());
        return e.FullName + "\n" + reader.ReadToEnd();
    })];
}

static string Folder([System.Runtime.CompilerServices.CallerFilePath] string source = "") => Path.GetDirectoryName(Path.GetDirectoryName(source))!;
