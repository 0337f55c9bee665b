using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;

namespace CreditKit.Tests.Reporting.Channels;

/// <summary>A receiver that keeps what comes over the wire, byte for byte, and answers what it is told.</summary>
internal sealed class WireServer : IAsyncDisposable
{
    private readonly WebApplication _app;

    private WireServer(WebApplication app) => _app = app;

    public List<(string Path, string Headers, string Body)> Calls { get; } = [];

    public Queue<(int Status, string Type, string Body)> Answers { get; } = new();

    public Uri Address => new(_app.Urls.First());

    public static async Task<WireServer> StartAsync()
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(k => k.Listen(System.Net.IPAddress.Loopback, 0));
        var server = new WireServer(builder.Build());
        server._app.Run(server.ServeAsync);
        await server._app.StartAsync();
        return server;
    }

    public void Next(string body, string type = "text/xml; charset=utf-8", int status = 200) => Answers.Enqueue((status, type, body));

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private async Task ServeAsync(HttpContext context)
    {
        using var reader = new StreamReader(context.Request.Body, Encoding.UTF8);
        var body = await reader.ReadToEndAsync();
        Calls.Add((context.Request.Path, string.Join('\n', context.Request.Headers.Select(h => $"{h.Key}: {h.Value}")), body));
        var answer = Answers.Dequeue();
        context.Response.StatusCode = answer.Status;
        context.Response.ContentType = answer.Type;
        await context.Response.WriteAsync(answer.Body);
    }
}
