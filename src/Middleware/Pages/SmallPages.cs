using System.Globalization;
using CreditKit.Publication;
using CreditKit.Records;
using CreditKit.Templates.Models;

namespace CreditKit.AspNetCore;

/// <summary>Pages outside the frame: the list that other portals embed, and the screen of a service hall.</summary>
internal static class SmallPages
{
    private const int EmbedRows = 8;
    private const int ScreenRows = 8;
    private const int ScreenTurns = 6;

    /// <summary>Seconds until the screen turns.</summary>
    public const int TurnSeconds = 20;

    public static EmbedPage Embed(PageContext context, RecordKind kind)
    {
        var page = context.Query.List(new() { Kind = kind }, null, EmbedRows);
        return new()
        {
            Title = PlainPages.Title(context, Words.Of(kind)),
            Frame = context.Frame("/embed" + ListMapper.PathOf(kind), "", ""),
            Heading = Words.Of(kind),
            ListUrl = context.Urls.Page(ListMapper.PathOf(kind)),
            Count = $"共 {Words.Number(page.Total)} 条",
            Rows = [.. page.Rows.Select(r => RowMapper.Row(r, context.Urls, new(null)))],
            IsEmpty = page.Rows.Count == 0,
        };
    }

    /// <summary>One turn: penalties and licences take turns, a few screens of each, the newest first.</summary>
    public static ScreenPage Screen(PageContext context, int turn, bool paused)
    {
        var kinds = context.Options.Kinds;
        var turns = kinds.SelectMany(k => Enumerable.Range(0, Screens(context, k)).Select(i => (Kind: k, Place: i))).ToList();
        var at = turns.Count == 0 ? 0 : (turn - 1) % turns.Count;
        var (kind, place) = turns.Count == 0 ? (RecordKind.License, 0) : turns[at];
        var rows = context.Query.List(new() { Kind = kind }, null, ScreenRows * ScreenTurns).Rows.Skip(place * ScreenRows).Take(ScreenRows).ToList();
        var overview = context.Query.Overview();
        return new()
        {
            Title = PlainPages.Title(context, "大屏显示"),
            Frame = context.Frame("/screen", "", ""),
            Figures = FrontMapper.Figures(overview, context.Options.Acts.Count > 0),
            Heading = Words.Of(kind),
            Rows = [.. rows.Select(r => RowMapper.Row(r, context.Urls, new(null)))],
            IsEmpty = rows.Count == 0,
            EmptyText = ListMapper.NothingYet(context.Options, Words.Of(kind)),
            TurnText = turns.Count < 2 ? "" : $"第 {at + 1} 屏，共 {turns.Count} 屏",
            NextUrl = Next(context.Urls, turns.Count == 0 ? 1 : ((at + 1) % turns.Count) + 1, paused),
            PauseUrl = Next(context.Urls, at + 1, !paused),
            Paused = paused,
            UpdatedAt = overview.LastPublishedAt is { } published ? ShanghaiTime.Minute(published) : "",
        };
    }

    private static int Screens(PageContext context, RecordKind kind) =>
        (int)Math.Min(ScreenTurns, (context.Query.List(new() { Kind = kind }, null, 1).Total + ScreenRows - 1) / ScreenRows);

    private static string Next(SiteUrls urls, int turn, bool paused) =>
        urls.Page("/screen", string.Create(CultureInfo.InvariantCulture, $"p={turn}") + (paused ? "&pause=1" : ""));
}
