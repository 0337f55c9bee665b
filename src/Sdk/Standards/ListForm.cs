using System.Text.Json;
using System.Text.Json.Serialization;

namespace CreditKit.Standards;

/// <summary>
/// The columns in which list entries and their persons travel. No document gives a fixed shape: the shipped form says so, and the
/// agency's own (<c>standards/lists/form.json</c> of the data folder) takes its place.
/// </summary>
internal sealed record ListForm
{
    private static readonly string[] s_entry = ["id", "revision", "list", "authority", "authorityCode", "basis", "name", "category", "creditCode", "documentType", "documentNumber", "grounds", "decision", "listedOn", "lastDay", "removedOn"];
    private static readonly string[] s_person = ["id", "number", "role", "name", "documentType", "documentNumber", "facts", "basis", "decision"];

    private static readonly JsonSerializerOptions s_json = new(JsonSerializerDefaults.Web)
    {
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        AllowTrailingCommas = true,
        ReadCommentHandling = JsonCommentHandling.Skip,
    };

    public required string Id { get; init; }

    public string Title { get; init; } = "";

    /// <summary>What it rests on, and how sure that is.</summary>
    public required string Source { get; init; }

    /// <summary>Columns of the entry.</summary>
    public required IReadOnlyList<ListColumn> Entry { get; init; }

    /// <summary>Columns of each person.</summary>
    public required IReadOnlyList<ListColumn> Person { get; init; }

    /// <summary>The agency's form, or the shipped one.</summary>
    /// <param name="folder">Folder <c>standards</c> of the data folder.</param>
    /// <exception cref="CreditKitException">CK1436: the file cannot be right.</exception>
    public static ListForm Load(string? folder)
    {
        var own = folder is null ? "" : Path.Combine(folder, "lists", "form.json");
        var origin = File.Exists(own) ? own : "lists/form.json";
        try
        {
            using var stream = File.Exists(own) ? File.OpenRead(own) : typeof(ListForm).Assembly.GetManifestResourceStream("Standards/lists/form.json")!;
            var form = JsonSerializer.Deserialize<ListForm>(stream, s_json) ?? throw Wrong(origin, "文件是空的");
            Check(form.Entry, s_entry, origin);
            Check(form.Person, s_person, origin);
            return form;
        }
        catch (JsonException e)
        {
            throw Wrong(origin, $"第 {e.LineNumber + 1} 行不是规定的格式");
        }
    }

    // A code names an element or a column in what travels; the id is how the receiver knows the entry again.
    private static void Check(IReadOnlyList<ListColumn> columns, string[] fields, string origin)
    {
        foreach (var column in columns)
        {
            if (!fields.Contains(column.Field)) throw Wrong(origin, $"没有名为“{column.Field}”的内容，可用的是 {string.Join("、", fields)}");
            if (column.Code.Length == 0 || !column.Code.All(c => char.IsLetterOrDigit(c) || c is '_') || char.IsDigit(column.Code[0])) throw Wrong(origin, $"代码“{column.Code}”不能用，只用汉字、字母、数字和下划线，不以数字开头");
        }

        if (columns.Select(c => c.Code).Distinct(StringComparer.OrdinalIgnoreCase).Count() != columns.Count) throw Wrong(origin, "有两列用了同一个代码");
        if (columns.All(c => c.Field != "id")) throw Wrong(origin, "缺少内容为 id 的列");
    }

    private static CreditKitException Wrong(string origin, string what) => new("CK1436", $"名单报送表式 {origin}：{what}。", "请对照随产品附带的表式（docs/public-lists.md 中有全文说明）改正，或者删去该文件。");
}

/// <summary>A column: its name at the receiver, what it holds, and its Chinese head.</summary>
internal sealed record ListColumn(string Code, string Field, string Head);
