using System.Buffers;
using System.Text.Json;
using System.Text.Json.Serialization;
using CreditKit.Records;

namespace CreditKit.Publication.Lists;

/// <summary>
/// The agency's own lists (<c>lists/*.json</c>) and the commitments it was given (<c>commitments.json</c>) from the data
/// folder. Read when they change; a file that became wrong leaves the last good state standing and is told. Names of
/// people and texts are masked here, before anything else sees them.
/// </summary>
internal sealed class PublicFiles(string folder, Func<string, string> maskText, Func<string, string> maskName, Action<CreditKitException>? fault = null) : ISubjectListProvider
{
    private static readonly SearchValues<char> s_address = SearchValues.Create("abcdefghijklmnopqrstuvwxyz0123456789-");
    private const long LookEvery = 1_000;
    private static readonly JsonSerializerOptions s_json = new(JsonSerializerDefaults.Web)
    {
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        AllowTrailingCommas = true,
        ReadCommentHandling = JsonCommentHandling.Skip,
    };

    private readonly Lock _gate = new();
    private volatile State? _state;
    private long _looked;

    /// <inheritdoc/>
    public long Version => Now.Stamp;

    /// <inheritdoc/>
    public IReadOnlyList<SubjectList> Lists => Now.Lists;

    /// <summary>The commitments, newest first.</summary>
    public IReadOnlyList<SelfCommitment> Commitments => Now.Commitments;

    /// <summary>Reads everything; a wrong file is an exception.</summary>
    /// <exception cref="CreditKitException">CK1608: names the file and what is wrong.</exception>
    public void Check() => _state = Read(Stamp());

    private State Now
    {
        get
        {
            if (_state is { } state && Environment.TickCount64 - Volatile.Read(ref _looked) < LookEvery) return state;
            lock (_gate)
            {
                var stamp = Stamp();
                Volatile.Write(ref _looked, Environment.TickCount64);
                if (_state is { } known && known.Stamp == stamp) return known;
                try
                {
                    return _state = Read(stamp);
                }
                catch (CreditKitException wrong)
                {
                    fault?.Invoke(wrong);
                    return _state = (_state ?? new State(0, [], [])) with { Stamp = stamp };
                }
            }
        }
    }

    private string[] Files => Directory.Exists(Path.Combine(folder, "lists")) ? Directory.GetFiles(Path.Combine(folder, "lists"), "*.json") : [];

    private string CommitmentFile => Path.Combine(folder, "commitments.json");

    private long Stamp()
    {
        var hash = default(HashCode);
        foreach (var file in Files.Order(StringComparer.Ordinal).Append(CommitmentFile))
        {
            hash.Add(file, StringComparer.Ordinal);
            hash.Add(File.GetLastWriteTimeUtc(file));
        }

        return hash.ToHashCode();
    }

    private State Read(long stamp)
    {
        var lists = Files.Order(StringComparer.Ordinal).Select(ReadList).ToList();
        if (lists.GroupBy(l => l.Id).FirstOrDefault(g => g.Count() > 1) is { } twice) throw Wrong(twice.Key, "有两个名单用了同一个 id", "请给每个名单不同的 id。");
        var commitments = File.Exists(CommitmentFile)
            ? Parse<List<CommitmentData>>(CommitmentFile).Select(c => new SelfCommitment(
                c.Person ? maskName(c.Name) : maskText(c.Name), c.Person ? null : c.Code, c.Kind, maskText(c.Text), c.MadeOn, c.Until)).OrderByDescending(c => c.MadeOn).ToList()
            : [];
        return new(stamp, lists, commitments);
    }

    private SubjectList ReadList(string file)
    {
        var data = Parse<ListData>(file);
        foreach (var (name, value) in new[] { ("id", data.Id), ("name", data.Name), ("authority", data.Authority), ("basis", data.Basis), ("grounds", data.Grounds), ("sanctions", data.Sanctions), ("removal", data.Removal), ("remedies", data.Remedies) })
            if (string.IsNullOrWhiteSpace(value)) throw Wrong(file, $"缺少 {name}", "名单应写明依据（basis）、列入情形（grounds）、惩戒措施（sanctions）、移出条件和程序（removal）、救济途径（remedies）。");
        if (data.Id.Length > 40 || data.Id.AsSpan().IndexOfAnyExcept(s_address) >= 0) throw Wrong(file, $"id“{data.Id}”不能用作地址", "请只用小写字母、数字和 -，不超过 40 个。");
        return new()
        {
            Id = data.Id,
            Name = data.Name,
            AuthorityName = data.Authority,
            LegalBasis = data.Basis,
            Grounds = data.Grounds,
            Sanctions = data.Sanctions,
            Removal = data.Removal,
            Remedies = data.Remedies,
            Entries = [.. data.Entries.Select(Entry).OrderByDescending(e => e.ListedOn)],
        };

        SubjectListEntry Entry(EntryData e)
        {
            if (e.Until <= e.ListedOn) throw Wrong(file, $"{e.ListedOn:yyyy-MM-dd} 列入的一条，until 不晚于 listedOn", "until 是不再公布的第一天。");
            if (!e.Person && e.Code is not null && !UnifiedSocialCreditCode.IsValid(e.Code)) throw Wrong(file, $"{e.ListedOn:yyyy-MM-dd} 列入的一条，code 的校验码不对", "应为 18 位统一社会信用代码。");
            return new()
            {
                Name = e.Person ? maskName(e.Name) : e.Name,
                Code = e.Person ? null : e.Code,
                NaturalPerson = e.Person,
                Grounds = maskText(e.Grounds),
                DocumentNumber = e.Number,
                ListedOn = e.ListedOn,
                Until = e.Until,
                RemovedOn = e.RemovedOn,
                RecordId = e.Record,
            };
        }
    }

    private static T Parse<T>(string file)
    {
        try
        {
            return JsonSerializer.Deserialize<T>(File.ReadAllBytes(file), s_json) ?? throw Wrong(file, "文件是空的", "请写成 JSON。");
        }
        catch (JsonException e)
        {
            throw Wrong(file, $"第 {e.LineNumber + 1} 行不是规定的格式", "请对照 docs/public-lists.md。");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw Wrong(file, "读不出来", "请检查权限，或者是否被别的程序占用。");
        }
    }

    private static CreditKitException Wrong(string file, string what, string remedy) => new("CK1608", $"{Path.GetFileName(file)}：{what}。", remedy);

    private sealed record State(long Stamp, IReadOnlyList<SubjectList> Lists, IReadOnlyList<SelfCommitment> Commitments);

    private sealed record ListData
    {
        public string Id { get; init; } = "";

        public string Name { get; init; } = "";

        public string Authority { get; init; } = "";

        public string Basis { get; init; } = "";

        public string Grounds { get; init; } = "";

        public string Sanctions { get; init; } = "";

        public string Removal { get; init; } = "";

        public string Remedies { get; init; } = "";

        public IReadOnlyList<EntryData> Entries { get; init; } = [];
    }

    private sealed record EntryData
    {
        public required string Name { get; init; }

        public string? Code { get; init; }

        public bool Person { get; init; }

        public required string Grounds { get; init; }

        public string Number { get; init; } = "";

        public required DateOnly ListedOn { get; init; }

        public required DateOnly Until { get; init; }

        public DateOnly? RemovedOn { get; init; }

        public string? Record { get; init; }
    }

    private sealed record CommitmentData
    {
        public required string Name { get; init; }

        public string? Code { get; init; }

        public bool Person { get; init; }

        public string Kind { get; init; } = "主动型";

        public required string Text { get; init; }

        public required DateOnly MadeOn { get; init; }

        public DateOnly? Until { get; init; }
    }
}
