using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using CreditKit.Policy.Model;

namespace CreditKit.Policy.Engine;

/// <summary>Reads the built-in editions and an agency's files; a file of the agency replaces an edition of the same id.</summary>
internal static class PolicyReader
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        ReadCommentHandling = JsonCommentHandling.Skip,
        AllowTrailingCommas = true,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase, allowIntegerValues: false) },
    };

    public sealed record Result(List<(EditionData Data, bool FromAgency)> Editions, List<DomainEntry> Domains, string Hash);

    // Reading them takes most of a tenth of a second, and they depend on no setting.
    private static readonly Lazy<List<ShippedFile>> s_shipped = new(ReadShipped);

    /// <summary>Reads the built-in editions, if nobody has yet.</summary>
    public static void Ahead() => _ = s_shipped.Value;

    public static Result Read(string? dataDirectory)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        List<DomainEntry> domains = [];
        var editions = new Dictionary<string, (EditionData Data, bool FromAgency)>(StringComparer.Ordinal);
        foreach (var file in s_shipped.Value)
        {
            hash.AppendData(file.Bytes);
            if (file.Domains is not null) domains = [.. file.Domains];
            foreach (var edition in file.Editions) editions.Add(edition.Id, (edition, false));
        }

        var folder = dataDirectory is null ? null : Path.Combine(dataDirectory, "policy");
        if (folder is null || !Directory.Exists(folder)) return Done();
        var seen = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var file in Directory.EnumerateFiles(folder, "*.json").Order(StringComparer.Ordinal))
        {
            var bytes = File.ReadAllBytes(file);
            hash.AppendData(Encoding.UTF8.GetBytes(Path.GetFileName(file)));
            hash.AppendData(bytes);
            foreach (var edition in ParseEditions(Path.GetFileName(file), bytes))
            {
                if (seen.TryGetValue(edition.Id, out var first)) throw PolicyFault.Duplicate(edition.Id, first, Path.GetFileName(file));
                seen.Add(edition.Id, Path.GetFileName(file));
                editions[edition.Id] = (edition, true);
            }
        }

        return Done();

        Result Done() => new([.. editions.Values.OrderBy(e => e.Data.Id, StringComparer.Ordinal)], domains, Convert.ToHexStringLower(hash.GetHashAndReset()));
    }

    private static List<ShippedFile> ReadShipped()
    {
        var assembly = typeof(PolicyReader).Assembly;
        var files = new List<ShippedFile>();
        foreach (var name in assembly.GetManifestResourceNames().Where(n => n.StartsWith("Policy/", StringComparison.Ordinal)).Order(StringComparer.Ordinal))
        {
            using var stream = assembly.GetManifestResourceStream(name)!;
            using var memory = new MemoryStream();
            stream.CopyTo(memory);
            var bytes = memory.ToArray();
            files.Add(new(bytes, name == "Policy/domains.json" ? Parse<List<DomainEntry>>(name, bytes) : null,
                name.StartsWith("Policy/editions/", StringComparison.Ordinal) ? ParseEditions(name, bytes) : []));
        }

        return files;
    }

    private static List<EditionData> ParseEditions(string file, ReadOnlySpan<byte> bytes)
    {
        if (bytes.StartsWith("\uFEFF"u8)) bytes = bytes[3..];
        var list = bytes.TrimStart(" \t\r\n"u8).StartsWith("["u8) ? Parse<List<EditionData>>(file, bytes) : [Parse<EditionData>(file, bytes)];
        foreach (var edition in list)
        {
            if (string.IsNullOrWhiteSpace(edition.Id)) throw PolicyFault.Unreadable(file, "缺少 id");
            if (string.IsNullOrWhiteSpace(edition.Title)) throw PolicyFault.Invalid(edition.Id, "缺少 title");
            if (string.IsNullOrWhiteSpace(edition.Source)) throw PolicyFault.Invalid(edition.Id, "缺少 source（文件名称、文号和条款）");
            if (edition.Certainty is null) throw PolicyFault.Invalid(edition.Id, "缺少 certainty（V1、V2、V3、OK 或 D）");
            if (edition.EffectiveTo < edition.EffectiveFrom) throw PolicyFault.Invalid(edition.Id, "effectiveTo 早于 effectiveFrom");
        }

        return list;
    }

    private static T Parse<T>(string file, ReadOnlySpan<byte> bytes)
    {
        try
        {
            return JsonSerializer.Deserialize<T>(bytes, Options) ?? throw PolicyFault.Unreadable(file, "内容为空");
        }
        catch (JsonException e)
        {
            throw PolicyFault.Unreadable(file, $"第 {e.LineNumber + 1} 行（{e.Path}）：{e.Message.Split('\n')[0]}", e);
        }
    }

    private sealed record ShippedFile(byte[] Bytes, List<DomainEntry>? Domains, List<EditionData> Editions);
}
