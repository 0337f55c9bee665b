using System.Text;
using System.IO.Compression;
using System.Net;
using AngleSharp.Html.Parser;

namespace AgencySite.Tests;

/// <summary>Follows every link under the column and keeps what came back.</summary>
internal static class Crawler
{
    public sealed record Response(Uri Address, HttpStatusCode Status, string Headers, string Body);

    /// <summary>Everything that can be reached from <paramref name="start"/> without leaving its path.</summary>
    public static async Task<IReadOnlyList<Response>> CrawlAsync(HttpClient client, Uri start, int limit = 20_000)
    {
        var parser = new HtmlParser();
        var seen = new HashSet<string> { start.AbsoluteUri };
        var queue = new Queue<Uri>([start]);
        var responses = new List<Response>();
        while (queue.TryDequeue(out var address) && responses.Count < limit)
        {
            using var answer = await client.GetAsync(address);
            var body = await TextAsync(answer.Content);
            responses.Add(new Response(address, answer.StatusCode, answer.Headers.ToString() + answer.Content.Headers, body));
            if (answer.Content.Headers.ContentType?.MediaType != "text/html") continue;

            foreach (var element in parser.ParseDocument(body).QuerySelectorAll("[href],[src]"))
            {
                var target = element.GetAttribute("href") ?? element.GetAttribute("src");
                if (target is null || !Uri.TryCreate(address, target, out var link)) continue;
                link = new UriBuilder(link) { Fragment = "" }.Uri;
                if (link.Authority == start.Authority && link.AbsolutePath.StartsWith(start.AbsolutePath, StringComparison.Ordinal) && seen.Add(link.AbsoluteUri)) queue.Enqueue(link);
            }
        }

        return responses;
    }

    // A workbook or an archive is read as what it holds: its packed bytes say nothing of what is in it.
    private static async Task<string> TextAsync(HttpContent content)
    {
        if (content.Headers.ContentType?.MediaType is not ("application/zip" or "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet")) return await content.ReadAsStringAsync();
        using var packed = new MemoryStream(await content.ReadAsByteArrayAsync());
        await using var archive = new ZipArchive(packed, ZipArchiveMode.Read);
        var text = new StringBuilder();
        foreach (var entry in archive.Entries)
        {
            using var reader = new StreamReader(await entry.OpenAsync());
            text.AppendLine(entry.FullName).AppendLine(await reader.ReadToEndAsync());
        }

        return text.ToString();
    }
}
