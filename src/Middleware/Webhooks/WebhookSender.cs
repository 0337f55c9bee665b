using System.Globalization;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using CreditKit.Publication;

namespace CreditKit.AspNetCore.Webhooks;

/// <summary>
/// One receiver: follows the changes of the public store from where the last message was acknowledged. The place is kept
/// in a file of the data folder; of several processes the one that holds its lock sends.
/// </summary>
internal sealed class WebhookSender(string name, WebhookOptions options, IPublicQuery query, Func<string, string?> urlOf, string folder, HttpMessageInvoker http, TimeProvider time) : IDisposable
{
    /// <summary>Changes of one message.</summary>
    private const int Batch = 100;
    private static readonly TimeSpan s_longest = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(15);
    private static readonly JsonSerializerOptions s_json = new(JsonSerializerDefaults.Web) { DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull };

    private readonly string _place = Path.Combine(folder, name + ".token");
    private FileStream? _lock;
    private int _failures;
    private DateTimeOffset _next;

    /// <summary>Name of the receiver.</summary>
    public string Name => name;

    /// <summary>Sends what there is, until there is no more or a message fails; how many were acknowledged. Null: another process sends, or it is not time yet.</summary>
    public async Task<int?> PassAsync(CancellationToken cancellation)
    {
        if (time.GetUtcNow() < _next || !query.IsReady || !Locked()) return null;
        var sent = 0;
        while (true)
        {
            // The first time nothing of the past is told.
            var token = File.Exists(_place) ? await File.ReadAllTextAsync(_place, cancellation) : null;
            var increment = query.Changes(token, Batch);
            if (token is null)
            {
                await KeepAsync(increment.Token, cancellation);
                return sent;
            }

            var events = Events(increment);
            if (events.Count > 0)
            {
                if (!await PostAsync(new(Delivery(token), events), cancellation))
                {
                    _failures++;
                    _next = time.GetUtcNow() + Pause(_failures);
                    return sent;
                }

                sent++;
            }

            _failures = 0;
            if (increment.Token != token) await KeepAsync(increment.Token, cancellation);
            if (!increment.More) return sent;
        }
    }

    public void Dispose() => _lock?.Dispose();

    private static TimeSpan Pause(int failures) => TimeSpan.FromSeconds(Math.Min(s_longest.TotalSeconds, Math.Pow(2, Math.Min(failures, 20))));

    private List<WebhookEvent> Events(PublicIncrement increment) => increment.StartAgain
        ? [new("reload", null)]
        :
        [
            .. increment.Records.Select(r => new WebhookEvent(r.Revision == 1 ? "record.published" : "record.updated", r.Id, ListQuery.Code(r.Kind), r.Revision, urlOf(r.Id))),
            .. increment.Gone.Select(id => new WebhookEvent("record.withdrawn", id)),
        ];

    private async Task<bool> PostAsync(WebhookMessage message, CancellationToken cancellation)
    {
        var body = JsonSerializer.SerializeToUtf8Bytes(message, s_json);
        var at = time.GetUtcNow().ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        using var request = new HttpRequestMessage(HttpMethod.Post, options.Url) { Content = new ByteArrayContent(body) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json") { CharSet = "utf-8" };
        request.Headers.Add("X-ShuangGongShi-Timestamp", at);
        request.Headers.Add("X-ShuangGongShi-Delivery", message.Delivery);
        request.Headers.Add("X-ShuangGongShi-Signature", "sha256=" + Sign(options.Secret!, at, body));
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limit.CancelAfter(s_patience);
        try
        {
            using var response = await http.SendAsync(request, limit.Token);
            return response.IsSuccessStatusCode;
        }
        catch (Exception e) when (e is HttpRequestException or IOException || (e is OperationCanceledException && !cancellation.IsCancellationRequested))
        {
            return false;
        }
    }

    /// <summary>What a receiver computes to compare.</summary>
    internal static string Sign(string secret, string timestamp, ReadOnlySpan<byte> body) =>
        Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), (byte[])[.. Encoding.UTF8.GetBytes(timestamp + "."), .. body]));

    private static string Delivery(string token) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(token))[..12]);

    private bool Locked()
    {
        if (_lock is not null) return true;
        try
        {
            Directory.CreateDirectory(folder);
            _lock = new(Path.Combine(folder, name + ".lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            return true;
        }
        catch (IOException)
        {
            return false;
        }
    }

    private async Task KeepAsync(string token, CancellationToken cancellation)
    {
        await File.WriteAllTextAsync(_place + ".new", token, cancellation);
        File.Move(_place + ".new", _place, overwrite: true);
    }
}
