using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.Logging;

namespace CreditKit.Reporting;

/// <summary>Posts alarms to the agency's own address. A post that fails is logged by its code; the alarm comes again while it stands.</summary>
internal sealed class AlarmPost : IDisposable
{
    private readonly HttpClient _client = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, ActivityHeadersPropagator = null }) { Timeout = TimeSpan.FromSeconds(10) };
    private readonly Uri _address;
    private readonly ILogger _log;

    /// <exception cref="CreditKitException">CK1508: the address is not safe.</exception>
    public AlarmPost(Uri address, ILogger log)
    {
        if (!address.IsAbsoluteUri || address.UserInfo.Length > 0 || !(address.Scheme == Uri.UriSchemeHttps || (address.Scheme == Uri.UriSchemeHttp && address.IsLoopback)))
            throw new CreditKitException("CK1508", "报警地址（Alarms:Webhook）不可用。", "请写 https 地址，或者本机的 http 地址；不要把账号口令写在地址里。");
        (_address, _log) = (address, log);
    }

    public async Task TellAsync(ReportAlarm alarm, DateTimeOffset since, bool over, CancellationToken cancellation)
    {
        using var body = new ByteArrayContent(Encoding.UTF8.GetBytes(JsonSerializer.Serialize(
            new { channel = alarm.Channel, kind = alarm.Kind.ToString(), rows = alarm.Rows, since, over, text = alarm.Text }, JsonSerializerOptions.Web)));
        body.Headers.ContentType = new MediaTypeHeaderValue("application/json", "utf-8");
        try
        {
            using var response = await _client.PostAsync(_address, body, cancellation);
            if (!response.IsSuccessStatusCode) ReportingLog.AlarmNotPosted(_log, alarm.Channel, (int)response.StatusCode);
        }
        catch (HttpRequestException)
        {
            ReportingLog.AlarmNotPosted(_log, alarm.Channel, 0);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            ReportingLog.AlarmNotPosted(_log, alarm.Channel, 0);
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _client.Dispose();
}
