using System.Text.Json;
using System.Text.Json.Serialization;
using CreditKit.Records;

namespace CreditKit.Standards;

/// <summary>What a place asks a page to show at least, as data: <c>xiamen-2016</c>, <c>yangquan-2021</c>, or an agency's own file in <c>standards/display</c> of the data folder.</summary>
public sealed record DisplaySet
{
    private const string Prefix = "Standards/display/";
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        ReadCommentHandling = JsonCommentHandling.Skip,
        AllowTrailingCommas = true,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        Converters = { new JsonStringEnumConverter() },
    };

    /// <summary>Short name.</summary>
    public required string Id { get; init; }

    /// <summary>Chinese title.</summary>
    public required string Title { get; init; }

    /// <summary>Document and clause.</summary>
    public required string Source { get; init; }

    /// <summary>What a licence's page shows.</summary>
    public IReadOnlyList<DisplayItem> License { get; init; } = [];

    /// <summary>What a penalty's page shows.</summary>
    public IReadOnlyList<DisplayItem> Penalty { get; init; } = [];

    /// <summary>The entries of a kind; none for the other acts, of which no scheme speaks.</summary>
    public IReadOnlyList<DisplayItem> Of(RecordKind kind) => kind switch { RecordKind.License => License, RecordKind.Penalty => Penalty, _ => [] };

    /// <summary>A set by name; an agency's own file comes before a shipped one.</summary>
    /// <param name="id">The name.</param>
    /// <param name="folder">Folder of the agency's own files; null: none.</param>
    /// <exception cref="CreditKitException">CK1434: there is none of that name, or it cannot be read.</exception>
    public static DisplaySet Load(string id, string? folder = null)
    {
        var own = folder is null ? null : Path.Combine(folder, id + ".json");
        try
        {
            using var stream = own is not null && File.Exists(own) ? File.OpenRead(own) : typeof(DisplaySet).Assembly.GetManifestResourceStream(Prefix + id + ".json");
            if (stream is null) throw new CreditKitException("CK1434", $"没有名为“{id}”的公示内容要求。", "可用的是 xiamen-2016、yangquan-2021，或者数据目录 standards/display 中自己的文件。");
            return JsonSerializer.Deserialize<DisplaySet>(stream, Json) ?? throw new JsonException("文件为空");
        }
        catch (JsonException e)
        {
            throw new CreditKitException("CK1434", $"公示内容要求“{id}”第 {e.LineNumber + 1} 行无法读取（{e.Path}）。", "请按自带文件的写法改正。", e);
        }
    }
}
