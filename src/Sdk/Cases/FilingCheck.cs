using System.Text.RegularExpressions;
using CreditKit.Records;

namespace CreditKit.Cases;

/// <summary>What a form must hold. Every fault is found at once; messages never repeat what was written.</summary>
internal static partial class FilingCheck
{
    private const int LongestText = 4000;
    private const int LongestName = 100;
    private const int LongestNumber = 120;

    /// <summary>The filing without control characters and outer blanks.</summary>
    public static CaseFiling Clean(CaseFiling filing) => filing with
    {
        RecordId = string.IsNullOrWhiteSpace(filing.RecordId) ? null : filing.RecordId.Trim(),
        DocumentNumber = string.IsNullOrWhiteSpace(filing.DocumentNumber) ? null : Line(filing.DocumentNumber),
        Statement = Text(filing.Statement),
        Wish = Text(filing.Wish),
        ApplicantName = Line(filing.ApplicantName),
        Phone = CompatibilityFold.Fold(Line(filing.Phone)),
        Email = CompatibilityFold.Fold(Line(filing.Email)),
        Grounds = new EquatableList<ObjectionGround>(filing.Grounds.Where(Enum.IsDefined).Distinct()),
        Uploads = [.. filing.Uploads.Where(u => u.Content.Length > 0 || !string.IsNullOrWhiteSpace(u.Name)).Select(u => u with { Name = FileName(u.Name), Material = Line(u.Material) })],
    };

    /// <summary>What is wrong with a cleaned filing.</summary>
    public static List<CaseIssue> Check(CaseFiling filing, CaseOptions options, IReadOnlyList<CommitmentClause> clauses)
    {
        var issues = new List<CaseIssue>();
        if (filing is { RecordId: null, DocumentNumber: null, Kind: CaseKind.Objection or CaseKind.CreditRepair })
            issues.Add(new("number", "请填写决定文书号，或者从该条信息的页面进入。"));
        if (filing.DocumentNumber?.Length > LongestNumber) issues.Add(new("number", $"决定文书号不超过 {LongestNumber} 字。"));
        if (filing.Kind == CaseKind.Objection && filing.Grounds.Count == 0)
            issues.Add(new("grounds", "请至少选择一项异议理由：错误、遗漏、超期公示、重复公示、不应公示、与认定机关的决定不一致。"));
        if (filing.Kind == CaseKind.PersonalInformation && (filing.Right is not { } right || !Enum.IsDefined(right)))
            issues.Add(new("right", "请选择一项：查阅、复制、更正（补充）、删除。"));
        if (filing.Statement.Length < 5) issues.Add(new("statement", filing.Kind == CaseKind.Enquiry ? "请写明要咨询的问题，至少 5 个字。" : "请写明事实和理由，至少 5 个字。"));
        if (filing.Statement.Length > LongestText) issues.Add(new("statement", $"事实和理由不超过 {LongestText} 字；更长的请作为材料上传。"));
        if (filing.Wish.Length > LongestText) issues.Add(new("wish", $"请求不超过 {LongestText} 字。"));
        if (filing.ApplicantName.Length == 0) issues.Add(new("name", "请填写申请人姓名或者单位名称。"));
        if (filing.ApplicantName.Length > LongestName) issues.Add(new("name", $"姓名或者单位名称不超过 {LongestName} 字。"));
        if (filing.Phone.Length == 0 && filing.Email.Length == 0) issues.Add(new("phone", "请填写电话或者电子邮箱，以便核实和答复。"));
        if (filing.Phone.Length > 0 && !Phone().IsMatch(filing.Phone)) issues.Add(new("phone", "电话应为 5 至 20 位数字，可以有区号、横线和空格，例如 0591-00000000。"));
        if (filing.Email.Length > 0 && !Mail().IsMatch(filing.Email)) issues.Add(new("email", "电子邮箱的写法应如 name@example.com。"));
        if (filing.Kind == CaseKind.CreditRepair && clauses.Any(c => !filing.CommitmentClauses.Contains(c.Id)))
            issues.Add(new("commitment", "信用修复承诺书的每一条都要承诺，缺一不可。"));
        issues.AddRange(Papers(filing.Uploads, options));
        return issues;
    }

    /// <summary>What is wrong with papers: number, size, kind.</summary>
    public static IEnumerable<CaseIssue> Papers(IReadOnlyList<CaseUpload> uploads, CaseOptions options)
    {
        if (uploads.Count > options.MaxAttachments) yield return new("papers", $"材料不超过 {options.MaxAttachments} 份，现在有 {uploads.Count} 份。");
        if (uploads.Sum(u => (long)u.Content.Length) > options.MaxTotalBytes) yield return new("papers", $"全部材料合计不超过 {Size(options.MaxTotalBytes)}。");
        for (var i = 0; i < uploads.Count; i++)
        {
            var content = uploads[i].Content;
            if (content.Length == 0) yield return new("papers", $"第 {i + 1} 份材料是空的，请重新选择文件。");
            else if (content.Length > options.MaxAttachmentBytes) yield return new("papers", $"第 {i + 1} 份材料超过 {Size(options.MaxAttachmentBytes)}，请压缩后再上传。");
            else if (PaperType.Of(content) is null) yield return new("papers", $"第 {i + 1} 份材料的内容不是 {PaperType.Accepted}（只改扩展名无效），请换成这些格式。");
        }
    }

    private static string Size(long bytes) => $"{bytes / 1_000_000} MB";

    private static string FileName(string name)
    {
        var line = Line(name);
        var cut = line.LastIndexOfAny(['/', '\\']);
        line = line[(cut + 1)..];
        return line.Length > 120 ? line[^120..] : line;
    }

    private static string Line(string text) => string.Concat(text.Select(c => char.IsControl(c) ? ' ' : c)).Trim();

    private static string Text(string text) => string.Concat(text.ReplaceLineEndings("\n").Where(c => c == '\n' || !char.IsControl(c))).Trim();

    [GeneratedRegex(@"^(?=(?:[^0-9]*[0-9]){5,20}[^0-9]*$)\+?[0-9][0-9 ()-]*$")]
    private static partial Regex Phone();

    [GeneratedRegex(@"^[^@\s<>""]{1,64}@[^@\s<>""]{1,190}\.[^@\s<>"".]{2,24}$")]
    private static partial Regex Mail();
}
