using CreditKit.Publication;
using CreditKit.Templates;
using CreditKit.Templates.Models;

namespace CreditKit.AspNetCore;

/// <summary>A row of the store as a row of a page.</summary>
internal static class RowMapper
{
    public static RowModel Row(PublicRow row, SiteUrls urls, HitMarker marker) => new()
    {
        Url = urls.Record(row.Id),
        KindText = Words.Of(row.Kind),
        Name = marker.Mark(row.CounterpartName),
        Number = row.DocumentNumber.Length == 0 ? TrustedMarkup.FromText("无文号") : marker.Mark(row.DocumentNumber),
        Summary = marker.Mark(Shorten(marker.From(row.Summary, 60), 160)),
        Category = row.Category,
        Authority = row.AuthorityName,
        DecisionDate = Words.Date(row.DecisionDate, "未提供"),
        LastDay = Words.Date(row.LastDay, "长期"),
        Badges = Words.Badges(row.Severity, row.LicenseStatus),
    };

    public static PagerModel Pager(PublicPage page, int number, int size, Func<string?, int, string> link)
    {
        var pages = (page.Total + size - 1) / size;
        var at = page.Previous is null ? 1 : page.TotalIsBound ? number : (int)Math.Clamp(number, 2, Math.Max(2, pages));
        return new()
        {
            Shown = page.Next is not null || page.Previous is not null,
            Text = page.TotalIsBound ? $"第 {Words.Number(at)} 页" : $"第 {Words.Number(at)} 页，共 {Words.Number(pages)} 页",
            PreviousUrl = page.Previous is null ? "" : at <= 2 ? link(null, 1) : link(page.Previous, at - 1),
            NextUrl = page.Next is null ? "" : link(page.Next, at + 1),
        };
    }

    /// <summary>Lists show two lines; a text of thousands of characters would only make the page heavy.</summary>
    public static string Shorten(string text, int length)
    {
        if (text.Length <= length) return text;
        var end = char.IsHighSurrogate(text[length - 1]) ? length - 1 : length;
        return string.Concat(text.AsSpan(0, end), "…");
    }
}
