using System.Text.Json;
using ProvincialPortal.Roads;
using ProvincialPortal.Store;

namespace ProvincialPortal.Exchange;

/// <summary>What goes the other way: the list of what the portal holds, and cases and decisions for the agency.</summary>
internal static class ExchangeEndpoints
{
    private const int Most = 1_000;

    public static void MapExchange(this RouteGroupBuilder api, WebApplication app)
    {
        api.MapGet("/holdings", (PortalStore store, string? after) => Holdings(store, after)).ExcludeFromDescription();
        api.MapGet("/verdicts", Verdicts).ExcludeFromDescription();
        api.MapGet("/inbox", (PortalInbox inbox, int? after) => inbox.After(after ?? 0, Most)).ExcludeFromDescription();
        api.MapPost("/inbox/answers", (PortalInbox inbox, InboxAnswer answer) => Results.Ok(new { receipt = inbox.Answer(answer) })).ExcludeFromDescription();

        api.MapPost("/catalogue", (CatalogueBook book, JsonElement catalogue) => book.Take(catalogue) is { Receipt: { } receipt }
            ? Results.Ok(new { receipt })
            : Results.Problem(statusCode: 422, title: "目录未接收", detail: book.Take(catalogue).Problem)).ExcludeFromDescription();

        api.MapPost("/lists", (ListBook book, JsonElement entry) => book.Take(entry) is { Receipt: { } receipt }
            ? Results.Ok(new { receipt })
            : Results.Problem(statusCode: 422, title: "名单未接收", detail: book.Take(entry).Problem)).ExcludeFromDescription();

        // For people and tests that play the province.
        app.MapGet("/catalogue", (CatalogueBook book) => book.All.Count > 0 ? Results.Json(book.All[^1]) : Results.NotFound()).ExcludeFromDescription();
        app.MapPost("/inbox", (PortalInbox inbox, InboxItem item) =>
        {
            inbox.Add(item);
            return Results.NoContent();
        }).ExcludeFromDescription();
    }

    private static object Verdicts(PortalStore store, ProvincialPortalOptions options, TimeProvider time, HttpContext context, DateTimeOffset since)
    {
        var road = RoadContext.Of(context, time, options);
        return new { rows = store.Late(PortalStore.Api, null, since, road.Now).Select(r => new { key = r.Key, recordId = r.RecordId, result = "rejected", code = r.Code, message = r.Message, at = r.At }) };
    }

    private static object Holdings(PortalStore store, string? after)
    {
        var rows = store.Rows(withWithdrawn: true).OrderBy(r => r.RecordId, StringComparer.Ordinal).SkipWhile(r => after is not null && string.CompareOrdinal(r.RecordId, after) <= 0).Take(Most).ToList();
        return new { rows, next = rows.Count == Most ? rows[^1].RecordId : null };
    }
}
