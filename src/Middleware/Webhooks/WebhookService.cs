using System.Buffers;
using CreditKit.AspNetCore.Hosting;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace CreditKit.AspNetCore.Webhooks;

/// <summary>Sends to every configured receiver; nothing where none is. A receiver that cannot be right stops the start.</summary>
internal sealed partial class WebhookService(IOptions<ShuangGongShiOptions> options, EngineHolder holder, TimeProvider time, ILogger<WebhookService> logger) : BackgroundService
{
    private static readonly SearchValues<char> s_name = SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_");
    private const int ShortestSecret = 16;
    private static readonly TimeSpan s_every = TimeSpan.FromSeconds(1);

    public override Task StartAsync(CancellationToken cancellationToken)
    {
        foreach (var (name, hook) in options.Value.Webhooks)
        {
            if (name.Length is 0 or > 40 || name.AsSpan().IndexOfAnyExcept(s_name) >= 0)
                throw new CreditKitException("CK1609", $"Webhooks 的名称“{name}”不能用。", "请只用字母、数字、- 和 _，不超过 40 个。");
            if (hook.Url is not { IsAbsoluteUri: true, Scheme: "http" or "https" }) throw new CreditKitException("CK1609", $"Webhooks:{name}:Url 不是完整的网址。", "例如 https://wx.example.gov.cn/hooks/shuanggongshi。");
            if (hook.Secret is not { Length: >= ShortestSecret }) throw new CreditKitException("CK1609", $"Webhooks:{name}:Secret 没有设置，或者太短。", $"请设置至少 {ShortestSecret} 个字符的随机密钥，接收方用它核对签名。");
        }

        return base.StartAsync(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var settings = options.Value;
        if (settings.Webhooks.Count == 0) return;
        var urls = new SiteUrls(default, settings.RoutePrefix);
        using var client = new HttpMessageInvoker(new SocketsHttpHandler { AllowAutoRedirect = false, PooledConnectionLifetime = TimeSpan.FromMinutes(5) });
        var senders = settings.Webhooks.Select(w => new WebhookSender(w.Key, w.Value, holder.Query, id => settings.PublicBaseUrl is { } site ? urls.Absolute(site, "/records/" + id) : null,
            Path.Combine(settings.DataDirectory, "webhooks"), client, time)).ToList();
        try
        {
            using var timer = new PeriodicTimer(s_every, time);
            while (await timer.WaitForNextTickAsync(stoppingToken))
                foreach (var sender in senders) await SendAsync(sender, stoppingToken);
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The site stops; the place is kept.
        }
        finally
        {
            senders.ForEach(s => s.Dispose());
        }
    }

    private async Task SendAsync(WebhookSender sender, CancellationToken cancellation)
    {
        try
        {
            await sender.PassAsync(cancellation);
        }
#pragma warning disable CA1031 // A fault in the background must not stop the agency's site; the next tick tries again.
        catch (Exception fault) when (!cancellation.IsCancellationRequested)
        {
            Log.Failed(logger, sender.Name, fault is CreditKitException known ? known.Code : fault.GetType().Name);
        }
#pragma warning restore CA1031
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "Webhook {Name} 未能发送（{Code}），稍后重试。")]
        public static partial void Failed(ILogger logger, string name, string code);
    }
}
