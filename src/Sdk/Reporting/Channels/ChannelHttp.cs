using System.Net.Http.Headers;

namespace CreditKit.Reporting.Channels;

/// <summary>The HTTP client of channels: pooled and renewed connections, no redirects, no cookies, no retries, certificates checked.</summary>
internal static class ChannelHttp
{
    private const int LargestAnswer = 4 << 20;
    private const int MostAtOnce = 16 << 10;

    /// <summary>A client for a channel, with its checked address and secret.</summary>
    /// <param name="options">The settings.</param>
    /// <param name="bearer">The secret travels as a bearer token; otherwise the channel puts it where the receiver wants it.</param>
    /// <param name="accept">What the receiver answers in.</param>
    public static HttpClient Create(ChannelOptions options, bool bearer = true, string accept = "application/json")
    {
        var address = ChannelCheck.Address(options);
        var handler = new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            UseCookies = false,
            PooledConnectionLifetime = TimeSpan.FromMinutes(2),
            ConnectTimeout = options.Timeout < TimeSpan.FromSeconds(10) ? options.Timeout : TimeSpan.FromSeconds(10),
            MaxConnectionsPerServer = options.Calls + 1,

            // Tracing headers of the agency's site are nobody's business outside.
            ActivityHeadersPropagator = null,
        };
        if (TrustedRoots.Load(options) is { } roots) handler.SslOptions.CertificateChainPolicy = roots;
        var client = new HttpClient(handler)
        {
            BaseAddress = address.AbsoluteUri.EndsWith('/') ? address : new Uri(address.AbsoluteUri + "/"),
            Timeout = System.Threading.Timeout.InfiniteTimeSpan,
        };
        if (bearer) client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", ChannelCheck.Secret(options));
        client.DefaultRequestHeaders.Accept.Add(new MediaTypeWithQualityHeaderValue(accept));
        return client;
    }

    /// <summary>Makes a call, reads its answer within the time and the bound, and classifies what went wrong.</summary>
    /// <param name="options">The settings.</param>
    /// <param name="time">The clock.</param>
    /// <param name="call">The call.</param>
    /// <param name="cancellation">Ends the call.</param>
    /// <param name="soap">The answer is XML, and a failure of the service (500) has a body that says what it was.</param>
    /// <param name="within">Time left; null: the channel's time-out.</param>
    public static async Task<HttpAnswer> CallAsync(ChannelOptions options, TimeProvider time, Func<CancellationToken, Task<HttpResponseMessage>> call, CancellationToken cancellation, bool soap = false, TimeSpan? within = null)
    {
        using var timeout = new CancellationTokenSource(within ?? options.Timeout, time);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(cancellation, timeout.Token);
        try
        {
            using var response = await call(both.Token);
            var failure = HttpAnswers.Classify(response, time);
            var explained = failure is { Class: AnswerClass.Rejected } || (soap && (int)response.StatusCode == 500);
            if (failure is not null && !explained) return new HttpAnswer(failure, []);
            var body = await ReadAsync(response, both.Token);
            if (failure is not null) return new HttpAnswer(failure, body ?? []);
            if (!Fits(response.Content.Headers.ContentType?.MediaType, soap)) return new HttpAnswer(ReportAnswer.Unknown(AnswerScope.Call, "wrong-content-type"), []);
            return body is null ? new HttpAnswer(ReportAnswer.Unknown(AnswerScope.Call, "answer-too-large"), []) : new HttpAnswer(null, body);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return new HttpAnswer(ReportAnswer.Unknown(AnswerScope.Call, "timeout"), []);
        }
        catch (HttpRequestException e)
        {
            return new HttpAnswer(HttpAnswers.Classify(e), []);
        }
        catch (IOException)
        {
            return new HttpAnswer(ReportAnswer.Unknown(AnswerScope.Call, "connection-lost"), []);
        }
    }

    private static bool Fits(string? media, bool soap) => soap ? media is "text/xml" or "application/xml" or "application/soap+xml" : media is "application/json";

    private static async Task<byte[]?> ReadAsync(HttpResponseMessage response, CancellationToken cancellation)
    {
        await using var stream = await response.Content.ReadAsStreamAsync(cancellation);
        var body = new MemoryStream();
        var buffer = new byte[Math.Clamp(response.Content.Headers.ContentLength ?? MostAtOnce, 512, MostAtOnce)];
        int read;
        while ((read = await stream.ReadAsync(buffer, cancellation)) > 0)
        {
            if (body.Length + read > LargestAnswer) return null;
            body.Write(buffer, 0, read);
        }

        return body.ToArray();
    }
}
