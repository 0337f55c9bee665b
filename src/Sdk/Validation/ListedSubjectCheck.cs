using CreditKit.Records;

namespace CreditKit.Validation;

/// <summary>What is wrong with a list entry, in Chinese and without any value of it.</summary>
internal static class ListedSubjectCheck
{
    /// <summary>Whom a list's sanctions reach beside the subject (鲁信用办〔2019〕8号 (十四)).</summary>
    public static readonly string[] Roles = ["法定代表人", "主要负责人", "实际控制人"];

    private const int Short = 200, Long = 4_000;

    /// <summary>Everything that stands against taking the entry in; empty: nothing.</summary>
    /// <param name="entry">The entry.</param>
    /// <param name="today">Today in Asia/Shanghai.</param>
    /// <param name="authorities">Whose entries are accepted; empty: any.</param>
    public static IReadOnlyList<string> Check(ListedSubject entry, DateOnly today, IReadOnlyList<Authority> authorities)
    {
        var issues = new List<string>();
        Filled("名单名称", entry.List, Short);
        Filled("认定机关", entry.Authority.Name, Short);
        Filled("认定依据", entry.Basis, Long);
        Filled("失信主体名称", entry.Name, Short);
        Filled("列入事由", entry.Grounds, Long);
        Filled("列入决定文号", entry.DocumentNumber, Short);
        if (entry.Authority.CreditCode is { Length: > 0 } agency && UnifiedSocialCreditCode.Explain(agency) is { } agencyFault) issues.Add($"认定机关统一社会信用代码：{agencyFault}");
        if (authorities.Count > 0 && !authorities.Any(a => a.CreditCode is { Length: > 0 } code ? code == entry.Authority.CreditCode : a.Name == entry.Authority.Name)) issues.Add("认定机关：不是设置中收录的机关");
        if (entry.NaturalPerson)
        {
            Document("证件号码", entry.IdentityDocument);
            if (entry.CreditCode is { Length: > 0 }) issues.Add("统一社会信用代码：自然人不填");
            if (entry.Persons.Count > 0) issues.Add("相关责任人：失信主体是自然人的，没有相关责任人");
        }
        else
        {
            if (string.IsNullOrWhiteSpace(entry.CreditCode)) issues.Add("统一社会信用代码：必填");
            else if (UnifiedSocialCreditCode.Explain(entry.CreditCode) is { } fault) issues.Add($"统一社会信用代码：{fault}");
            if (entry.IdentityDocument is not null) issues.Add("证件号码：只有自然人填写");
        }

        if (entry.ListedOn > today) issues.Add("列入日期：晚于今天");
        if (entry.Until <= entry.ListedOn) issues.Add("截止日期：不晚于列入日期");
        if (entry.RemovedOn is { } removed && (removed < entry.ListedOn || removed > today)) issues.Add("移出日期：应在列入日期与今天之间");
        if (entry.Reviewer is null != entry.ReviewedOn is null) issues.Add("保密审查人和保密审查日期应当同时填写");
        if (entry.Reviewer is not null) Filled("保密审查人", entry.Reviewer, Short);
        if (entry.ReviewedOn > today) issues.Add("保密审查日期：晚于今天");
        for (var i = 0; i < entry.Persons.Count; i++)
        {
            var (person, head) = (entry.Persons[i], $"第 {i + 1} 名相关责任人的");
            if (!Roles.Contains(person.Role)) issues.Add($"{head}人员身份：应为{string.Join("、", Roles)}之一");
            Filled(head + "姓名", person.Name, Short);
            Document(head + "证件号码", person.Document);
            Filled(head + "失信行为", person.Facts, Long);
            Filled(head + "追责依据", person.Basis, Long);
            if (person.DocumentNumber.Length > Short) issues.Add($"{head}决定文号：最多 {Short} 个字符");
            if (entry.Persons.Take(i).Any(p => p.Role == person.Role && p.Document.Number == person.Document.Number)) issues.Add($"{head}人员身份和证件号码与前面的重复");
        }

        return issues;

        void Filled(string head, string? text, int most)
        {
            if (string.IsNullOrWhiteSpace(text) || CodeText.IsPlaceholder(text)) issues.Add($"{head}：必填");
            else if (text.Length > most) issues.Add($"{head}：最多 {most} 个字符，现有 {text.Length} 个");
        }

        void Document(string head, IdentityDocument? document)
        {
            if (string.IsNullOrWhiteSpace(document?.Type) || string.IsNullOrWhiteSpace(document.Number)) issues.Add($"{head}：证件类型和证件号码必填");
            else if (document.Type == "身份证" && ResidentIdentityNumber.Explain(document.Number) is { } fault) issues.Add($"{head}：{fault}");
            else if (document.Number.Length > Short) issues.Add($"{head}：最多 {Short} 个字符");
        }
    }
}
