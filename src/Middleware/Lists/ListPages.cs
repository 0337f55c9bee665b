using CreditKit.Publication.Lists;
using CreditKit.Templates.Models;

namespace CreditKit.AspNetCore;

/// <summary>Lists of subjects and commitments as pages.</summary>
internal static class ListPages
{
    public const string ListsPath = "/lists";
    public const string CommitmentsPath = "/commitments";

    public static ListsPage Lists(PageContext context)
    {
        var lists = context.Extras.ListsOn(context.Today);
        return new()
        {
            Title = PlainPages.Title(context, "严重失信主体名单"),
            Frame = PlainPages.Column(context, ListsPath, "严重失信主体名单", "依法认定并公布的严重失信主体名单：依据、事由、惩戒措施、移出和救济", lists.Any(l => l.Entries.Any(e => e.NaturalPerson))),
            IsEmpty = lists.Count == 0,
            Lists = [.. lists.Select(l => new SubjectListModel
            {
                Id = l.Id,
                Name = l.Name,
                Count = $"{Words.Number(l.Entries.Count)} 个",
                IsEmpty = l.Entries.Count == 0,
                Rules = Rules(l),
                Entries = [.. l.Entries.Select(e => Entry(context, l, e))],
            })],
        };
    }

    public static CommitmentsPage Commitments(PageContext context)
    {
        var own = context.Extras.CommitmentsOn(context.Today);
        var repairs = context.Extras.RepairCommitments;
        return new()
        {
            Title = PlainPages.Title(context, "信用承诺公示"),
            Frame = PlainPages.Column(context, CommitmentsPath, "信用承诺公示", "市场主体的信用承诺和信用修复承诺", false),
            IsEmpty = own.Count == 0 && repairs.Count == 0,
            HasOwn = own.Count > 0,
            Own = [.. own.Select(c => new CommitmentModel
            {
                Name = c.Name,
                SubjectUrl = Subject(context, c.Code),
                Kind = c.Kind,
                Text = c.Text,
                MadeOn = ListQuery.Day(c.MadeOn)!,
                LastDay = c.Until is { } until ? ListQuery.Day(until.AddDays(-1))! : "长期",
            })],
            HasRepairs = repairs.Count > 0,
            Repairs = [.. repairs.Select(CaseForms.Notice)],
        };
    }

    /// <summary>Entries of all lists under a credit code.</summary>
    public static List<ListedModel> Of(PageContext context, string code) =>
    [
        .. from list in context.Extras.ListsOn(context.Today)
           from entry in list.Entries
           where entry.Code == code
           select Entry(context, list, entry),
    ];

    private static List<ItemModel> Rules(SubjectList list)
    {
        var rules = new List<ItemModel>
        {
            new() { Label = "认定单位", Value = list.AuthorityName }, new() { Label = "列入依据", Value = list.LegalBasis }, new() { Label = "列入情形", Value = list.Grounds },
            new() { Label = "惩戒措施", Value = list.Sanctions }, new() { Label = "移出条件和程序", Value = list.Removal }, new() { Label = "救济途径", Value = list.Remedies },
        };
        if (list.Source.Length > 0) rules.Add(new() { Label = "来源", Value = list.Source });
        return rules;
    }

    private static ListedModel Entry(PageContext context, SubjectList list, SubjectListEntry entry) => new()
    {
        ListName = list.Name,
        ListUrl = context.Urls.Page(ListsPath) + "#" + list.Id,
        Name = entry.Name,
        Code = entry.NaturalPerson ? "" : entry.Code ?? "",
        SubjectUrl = entry.NaturalPerson ? "" : Subject(context, entry.Code),
        Grounds = entry.Grounds,
        Number = entry.DocumentNumber.Length == 0 ? "无文号" : entry.DocumentNumber,
        ListedOn = ListQuery.Day(entry.ListedOn)!,
        LastDay = ListQuery.Day(entry.Until.AddDays(-1))!,
    };

    private static string Subject(PageContext context, string? code) => code is null ? "" : context.Urls.Subject(code);
}
