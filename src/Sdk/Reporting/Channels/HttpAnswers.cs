using System.Globalization;
using System.Net;

namespace CreditKit.Reporting.Channels;

/// <summary>What statuses and failed connections mean.</summary>
internal static class HttpAnswers
{
    /// <summary>Null for success; else what the status says of the whole call.</summary>
    public static ReportAnswer? Classify(HttpResponseMessage response, TimeProvider time)
    {
        var status = (int)response.StatusCode;
        var code = string.Create(CultureInfo.InvariantCulture, $"http-{status}");
        return status switch
        {
            200 => null,
            400 or 413 or 422 => ReportAnswer.Rejected(code, ""),
            429 or 503 => ReportAnswer.Retry(AnswerScope.Channel, code, RetryAfter(response, time)),

            // A success without the contract's answer, or a failure behind the receiver's door: it may have been taken.
            < 300 or 408 or >= 500 => ReportAnswer.Unknown(AnswerScope.Call, code),

            // Redirects, an expired token, a wrong path: no row gets through until somebody mends it.
            _ => ReportAnswer.Retry(AnswerScope.Channel, code),
        };
    }

    /// <summary>A call that ended without a status.</summary>
    public static ReportAnswer Classify(HttpRequestException exception) => exception.HttpRequestError switch
    {
        HttpRequestError.NameResolutionError => ReportAnswer.Retry(AnswerScope.Channel, "name-not-resolved", neverSent: true),
        HttpRequestError.ConnectionError => ReportAnswer.Retry(AnswerScope.Channel, "connection-refused", neverSent: true),
        HttpRequestError.SecureConnectionError => ReportAnswer.Retry(AnswerScope.Channel, "certificate", neverSent: true),
        HttpRequestError.ProxyTunnelError => ReportAnswer.Retry(AnswerScope.Channel, "proxy", neverSent: true),
        _ => ReportAnswer.Unknown(AnswerScope.Call, "connection-lost"),
    };

    private static TimeSpan? RetryAfter(HttpResponseMessage response, TimeProvider time) => response.Headers.RetryAfter switch
    {
        { Delta: { } delta } => delta,
        { Date: { } date } => date - time.GetUtcNow(),
        _ => null,
    };
}
