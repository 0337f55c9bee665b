using System.Text.Json;
using System.Text.Json.Serialization;

namespace CreditKit.Standards;

/// <summary>
/// The editions of the national data standard: 2015, 2018 and 2019 as shipped, plus an agency's own files, which
/// replace (same id) or extend one (<c>extends</c>).
/// </summary>
public sealed class StandardEditions
{
    private const string Prefix = "Standards/editions/";
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        ReadCommentHandling = JsonCommentHandling.Skip,
        AllowTrailingCommas = true,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        Converters = { new JsonStringEnumConverter() },
    };

    private static readonly Lazy<StandardEditions> Shipped = new(() => new(null));
    private readonly Dictionary<string, StandardEdition> _byId;

    private StandardEditions(string? folder)
    {
        var files = new Dictionary<string, EditionFile>();
        foreach (var name in typeof(StandardEditions).Assembly.GetManifestResourceNames().Where(n => n.StartsWith(Prefix, StringComparison.Ordinal)))
        {
            using var stream = typeof(StandardEditions).Assembly.GetManifestResourceStream(name)!;
            Add(files, stream, name);
        }
        if (folder is not null && Directory.Exists(folder))
            foreach (var path in Directory.EnumerateFiles(folder, "*.json").Order(StringComparer.Ordinal))
            {
                using var stream = File.OpenRead(path);
                Add(files, stream, path);
            }
        var acts = Acts(folder);
        _byId = files.ToDictionary(f => f.Key, f => new StandardEdition(Whole(f.Value, files, []), acts));
        All = [.. _byId.Values.OrderByDescending(e => e.From)];
        Current = All.FirstOrDefault(e => e.IsCurrent) ?? All[0];
    }

    /// <summary>The shipped editions alone.</summary>
    public static StandardEditions Default => Shipped.Value;

    /// <summary>Every edition, newest first.</summary>
    public IReadOnlyList<StandardEdition> All { get; }

    /// <summary>The edition that new rows follow; an agency's own one marked <c>current</c> wins.</summary>
    public StandardEdition Current { get; }

    /// <summary>The shipped editions and those in a folder of <c>*.json</c> files; a missing folder adds none.</summary>
    /// <exception cref="CreditKitException">A file cannot be read or extends an unknown edition.</exception>
    public static StandardEditions Load(string? folder) => folder is null ? Default : new(folder);

    /// <summary>An edition by id.</summary>
    /// <exception cref="CreditKitException">There is none of that id.</exception>
    public StandardEdition Get(string id) => _byId.TryGetValue(id, out var edition)
        ? edition
        : throw new CreditKitException("CK1431", $"没有数据标准版本“{id}”。", $"可用的是 {string.Join("、", _byId.Keys.Order(StringComparer.Ordinal))}。");

    private static void Add(Dictionary<string, EditionFile> files, Stream stream, string origin)
    {
        var file = Parse<EditionFile>(stream, origin);
        files[file.Id] = file;
    }

    /// <summary>The shipped columns of the other acts and those of the agency's files in <c>acts</c>; one of the same code replaces.</summary>
    private static ActColumns Acts(string? folder)
    {
        ActColumns all;
        using (var stream = typeof(StandardEditions).Assembly.GetManifestResourceStream("Standards/acts/common.json")!) all = Parse<ActColumns>(stream, "common.json");
        var own = folder is null ? null : Path.Combine(folder, "acts");
        if (own is null || !Directory.Exists(own)) return all;
        foreach (var path in Directory.EnumerateFiles(own, "*.json").Order(StringComparer.Ordinal))
        {
            using var stream = File.OpenRead(path);
            all = Checked(Parse<ActColumns>(stream, path), path).On(all);
        }

        return all;
    }

    // A code is the name of an element in files that travel.
    private static ActColumns Checked(ActColumns columns, string origin)
    {
        foreach (var column in columns.Columns)
            if (column.Code.Length == 0 || column.Head.Length == 0 || !column.Code.All(c => char.IsLetterOrDigit(c) || c is '_') || char.IsDigit(column.Code[0]))
                throw new CreditKitException("CK1435", $"其他行政行为的数据项文件 {origin} 中的代码“{column.Code}”不能用。", "code 只用汉字、字母、数字和下划线，不以数字开头；括号和单位写在 head 中。head 不能空白。");
        return columns;
    }

    private static T Parse<T>(Stream stream, string origin)
    {
        try
        {
            return JsonSerializer.Deserialize<T>(stream, Json) ?? throw new JsonException("文件为空");
        }
        catch (JsonException e)
        {
            throw new CreditKitException("CK1432", $"数据标准版本文件 {origin} 第 {e.LineNumber + 1} 行无法读取。", $"请按自带版本的写法改正（{e.Path}）。", e);
        }
    }

    private static EditionFile Whole(EditionFile file, Dictionary<string, EditionFile> files, HashSet<string> path)
    {
        if (file.IsWhole) return file;
        if (!path.Add(file.Id) || !files.TryGetValue(file.Extends!, out var parent))
            throw new CreditKitException("CK1433", $"数据标准版本“{file.Id}”所扩展的“{file.Extends}”不存在，或者互相扩展。", "请核对 extends。");
        return file.On(Whole(parent, files, path));
    }
}
