using System.Text.Json;
using System.Text.Json.Serialization;
using CreditKit.Records;

namespace CreditKit.Intake;

/// <summary>A list with its entries and their persons from a JSON file; what the head states stands for every entry.</summary>
internal static class ListFile
{
    private static readonly JsonSerializerOptions s_json = new(JsonSerializerDefaults.Web)
    {
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        AllowTrailingCommas = true,
        ReadCommentHandling = JsonCommentHandling.Skip,
    };

    /// <summary>Reads the file.</summary>
    /// <exception cref="CreditKitException">CK1471: it cannot be read, or is not of the form.</exception>
    public static IReadOnlyList<ListedSubject> Read(string path)
    {
        try
        {
            var file = JsonSerializer.Deserialize<Head>(File.ReadAllBytes(path), s_json) ?? throw Wrong(path, "文件是空的");
            return [.. file.Entries.Select(e => new ListedSubject
            {
                List = file.List,
                Authority = new Authority(file.Authority, file.AuthorityCode),
                Basis = file.Basis,
                Name = e.Name,
                CreditCode = e.Code,
                NaturalPerson = e.Person,
                IdentityDocument = e.DocumentType is null && e.DocumentNumber is null ? null : new IdentityDocument(e.DocumentType, e.DocumentNumber),
                Grounds = e.Grounds,
                DocumentNumber = e.Number,
                ListedOn = e.ListedOn,
                Until = e.Until,
                RemovedOn = e.RemovedOn,
                Reviewer = e.Reviewer ?? file.Reviewer,
                ReviewedOn = e.ReviewedOn ?? file.ReviewedOn,
                Persons = [.. e.Persons.Select(p => new RelatedPerson { Role = p.Role, Name = p.Name, Document = new IdentityDocument(p.DocumentType, p.DocumentNumber), Facts = p.Facts, Basis = p.Basis, DocumentNumber = p.Number })],
            })];
        }
        catch (JsonException e)
        {
            // The reader's own words may repeat a value.
            throw Wrong(path, $"第 {e.LineNumber + 1} 行不是规定的格式");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw Wrong(path, "读不出来");
        }
    }

    private static CreditKitException Wrong(string path, string what) => new("CK1471", $"名单文件 {Path.GetFileName(path)}：{what}。", "请对照 docs/public-lists.md 中“报送名单”一节的例子。");

    private sealed record Head
    {
        public required string List { get; init; }

        public required string Authority { get; init; }

        public string? AuthorityCode { get; init; }

        public required string Basis { get; init; }

        public string? Reviewer { get; init; }

        public DateOnly? ReviewedOn { get; init; }

        public required IReadOnlyList<Entry> Entries { get; init; }
    }

    private sealed record Entry
    {
        public required string Name { get; init; }

        public string? Code { get; init; }

        public bool Person { get; init; }

        public string? DocumentType { get; init; }

        public string? DocumentNumber { get; init; }

        public required string Grounds { get; init; }

        public required string Number { get; init; }

        public required DateOnly ListedOn { get; init; }

        public required DateOnly Until { get; init; }

        public DateOnly? RemovedOn { get; init; }

        public string? Reviewer { get; init; }

        public DateOnly? ReviewedOn { get; init; }

        public IReadOnlyList<PersonOf> Persons { get; init; } = [];
    }

    private sealed record PersonOf
    {
        public required string Role { get; init; }

        public required string Name { get; init; }

        public required string DocumentType { get; init; }

        public required string DocumentNumber { get; init; }

        public required string Facts { get; init; }

        public required string Basis { get; init; }

        public string Number { get; init; } = "";
    }
}
