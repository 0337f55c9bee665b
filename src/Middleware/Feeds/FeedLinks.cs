using CreditKit.Records;
using CreditKit.Templates.Models;

namespace CreditKit.AspNetCore;

/// <summary>Links to the feeds, which exist only where a public address is configured.</summary>
internal static class FeedLinks
{
    public static List<AlternateModel> All(PageContext context) => [.. context.Options.Kinds.SelectMany(k => Of(context, k))];

    public static List<AlternateModel> Of(PageContext context, RecordKind kind)
    {
        if (context.Options.PublicBaseUrl is null) return [];
        var path = ListMapper.PathOf(kind);
        return
        [
            new() { Type = "application/rss+xml", Title = $"{Words.Of(kind)}（RSS）", Url = context.Urls.File(path + "/feed.xml") },
            new() { Type = "application/feed+json", Title = $"{Words.Of(kind)}（JSON Feed）", Url = context.Urls.File(path + "/feed.json") },
        ];
    }
}
