using System.Text.Json;
using System.Text.Json.Serialization;
using CreditKit.Records;
using CreditKit.Standards;

namespace CreditKit.Intake.Profiles;

/// <summary>
/// How one source writes its file: a JSON file beside the data. Everything is optional; what is not stated is matched by
/// headings.
/// </summary>
public sealed record ImportProfile
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        ReadCommentHandling = JsonCommentHandling.Skip,
        AllowTrailingCommas = true,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        Converters = { new JsonStringEnumConverter(), new ProfileColumnConverter() },
    };

    /// <summary><c>license</c>, <c>penalty</c> or <c>act</c>; null: told from the headings.</summary>
    public RecordKind? Kind { get; init; }

    /// <summary>Edition of the data standard; null: the current one.</summary>
    public string? Edition { get; init; }

    /// <summary>Heading of the file → field: the standard's head, its code, or the field's English name.</summary>
    public IReadOnlyDictionary<string, ProfileColumn> Columns { get; init; } = new Dictionary<string, ProfileColumn>();

    /// <summary>Headings that are left out on purpose and reported no more.</summary>
    public IReadOnlyList<string> Ignore { get; init; } = [];

    /// <summary>Field → text for every row; <c>{heading}</c> stands for a cell.</summary>
    public IReadOnlyDictionary<string, string> Constants { get; init; } = new Dictionary<string, string>();

    /// <summary>Field → text for rows that have none; <c>{heading}</c> stands for a cell.</summary>
    public IReadOnlyDictionary<string, string> Defaults { get; init; } = new Dictionary<string, string>();

    /// <summary>Date patterns of the source, e.g. <c>d/M/yyyy</c>, tried before the usual forms.</summary>
    public IReadOnlyList<string> DateFormats { get; init; } = [];

    /// <summary><c>yuan</c> or <c>wanyuan</c> for amounts whose heading states no unit; null: the edition's (万元).</summary>
    public AmountUnit? AmountUnit { get; init; }

    /// <summary>Deciding agencies whose rows this source may bring; empty: as the settings say.</summary>
    public IReadOnlyList<Authority> Authorities { get; init; } = [];

    /// <summary>存量数据: fewer fields are mandatory for publication; counts as neither late nor reportable.</summary>
    public bool Historic { get; init; }

    /// <summary>The rows were reviewed where they come from; both values release them.</summary>
    public SourceReview? ReviewedAtSource { get; init; }

    /// <summary>Name of the worksheet; null: every sheet whose headings are known.</summary>
    public string? Sheet { get; init; }

    /// <summary>Encoding of a text file, e.g. <c>gb18030</c>; null: detected.</summary>
    public string? Encoding { get; init; }

    /// <summary>Row of the headings, 1 upward; null: found.</summary>
    public int? HeadingRow { get; init; }

    /// <summary>Reads a profile.</summary>
    /// <exception cref="CreditKitException">The file is missing or cannot be read; the message says where.</exception>
    public static ImportProfile Load(string path)
    {
        if (!File.Exists(path)) throw new CreditKitException("CK1440", $"导入配置 {Path.GetFileName(path)} 不存在。", "请核对 --profile 的路径。");
        return Parse(File.ReadAllText(path), path);
    }

    /// <summary>Reads a profile from its text.</summary>
    /// <param name="json">The text.</param>
    /// <param name="origin">For the message of an error.</param>
    /// <exception cref="CreditKitException">It cannot be read.</exception>
    public static ImportProfile Parse(string json, string origin = "导入配置")
    {
        try
        {
            return JsonSerializer.Deserialize<ImportProfile>(json, Json) ?? throw new JsonException("文件为空");
        }
        catch (JsonException e)
        {
            throw new CreditKitException("CK1441", $"导入配置 {origin} 第 {e.LineNumber + 1} 行无法读取（{e.Path}）：写法或字段名不正确。", "可用的字段：kind、edition、columns、ignore、constants、defaults、dateFormats、amountUnit、authorities、historic、reviewedAtSource、sheet、encoding、headingRow。", e);
        }
    }
}
