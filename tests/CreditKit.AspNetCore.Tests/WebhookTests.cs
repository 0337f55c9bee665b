using System.Net;
using System.Text.Json;
using CreditKit.AspNetCore.Tests.Support;
using CreditKit.AspNetCore.Webhooks;
using CreditKit.Desensitization;
using CreditKit.Publication;
using CreditKit.Publication.Sqlite;

namespace CreditKit.AspNetCore.Tests;

public sealed class WebhookTests : IDisposable
{
    private const string Secret = "0123456789abcdef0123";
    private readonly string _folder = Directory.CreateTempSubdirectory("creditkit-hook").FullName;
    private readonly FakeClock _clock = new(Invented.Now);
    private readonly Receiver _receiver = new();
    private readonly SqlitePublicStore _store;
    private readonly SqlitePublicQuery _query;
    private long _position;

    public WebhookTests()
    {
        _store = new(Path.Combine(_folder, "public.db"), _clock);
        Apply(Invented.Penalty(0));
        _store.Complete("test");
        _query = new(Path.Combine(_folder, "public.db"), _clock);
    }

    public void Dispose()
    {
        _query.Dispose();
        _store.Dispose();
        Directory.Delete(_folder, true);
    }

    [Fact]
    [Trait("Requirement", "000-42")]
    public async Task PublicationAndWithdrawal_AreTold_Signed_WithoutNames_AndNothingOfThePast()
    {
        using var sender = Sender();
        (await sender.PassAsync(default)).ShouldBe(0);
        Apply(Invented.License(0));
        Apply(Invented.Penalty(1));
        Withdraw(Invented.Penalty(0));
        (await sender.PassAsync(default)).ShouldBe(1);
        (await sender.PassAsync(default)).ShouldBe(0);

        var (headers, body) = _receiver.Got.ShouldHaveSingleItem();
        headers["X-ShuangGongShi-Signature"].ShouldBe("sha256=" + WebhookSender.Sign(Secret, headers["X-ShuangGongShi-Timestamp"], body));
        var events = JsonDocument.Parse(body).RootElement.GetProperty("events").EnumerateArray().Select(e => (e.GetProperty("type").GetString(), e.GetProperty("id").GetString())).ToList();
        events.ShouldBe([("record.published", Invented.License(0).Id), ("record.updated", Invented.Penalty(1).Id), ("record.withdrawn", Invented.Penalty(0).Id)]);
        var text = System.Text.Encoding.UTF8.GetString(body);
        text.ShouldNotContain("公司");
        text.ShouldContain("https://www.qinghe.example/shuanggongshi/records/" + Invented.License(0).Id);
    }

    [Fact]
    public async Task RefusedMessage_IsSentAgain_LaterAndLater_UntilItIsTaken_AlsoByTheNextProcess()
    {
        using (var sender = Sender())
        {
            await sender.PassAsync(default);
            Apply(Invented.License(0));
            _receiver.Answer = HttpStatusCode.ServiceUnavailable;
            (await sender.PassAsync(default)).ShouldBe(0);
            (await sender.PassAsync(default)).ShouldBeNull("not before its time");
            _clock.Now = _clock.Now.AddSeconds(3);
            (await sender.PassAsync(default)).ShouldBe(0);
            _clock.Now = _clock.Now.AddSeconds(3);
            (await sender.PassAsync(default)).ShouldBeNull("the pause grows");

            using var second = Sender();
            (await second.PassAsync(default)).ShouldBeNull("one process sends");
        }

        _receiver.Answer = HttpStatusCode.NoContent;
        using var next = Sender();
        (await next.PassAsync(default)).ShouldBe(1);
        _receiver.Got.Count.ShouldBe(3);
        _receiver.Got.Select(g => g.Headers["X-ShuangGongShi-Delivery"]).Distinct().ShouldHaveSingleItem("the same message keeps its number");
    }

    [Theory]
    [InlineData("http://127.0.0.1:1/hook", "short", "Secret")]
    [InlineData("ftp://127.0.0.1/hook", Secret, "Url")]
    [InlineData(null, Secret, "Url")]
    public async Task ReceiverThatCannotBeRight_StopsTheStart(string? url, string secret, string says)
    {
        var builder = Microsoft.AspNetCore.Builder.WebApplication.CreateBuilder();
        Microsoft.Extensions.DependencyInjection.ShuangGongShiServiceCollectionExtensions.AddShuangGongShi(builder.Services, o =>
        {
            RoadHost.Set(o, Path.Combine(_folder, "site"));
            o.Webhooks["wx"] = new() { Url = url is null ? null : new(url), Secret = secret };
        });
        await using var app = builder.Build();
        var fault = await Should.ThrowAsync<CreditKitException>(() => app.StartAsync());
        fault.Code.ShouldBe("CK1609");
        fault.Message.ShouldContain(says);
    }

    private WebhookSender Sender() => new("wx", new() { Url = new("http://receiver.example/hook"), Secret = Secret }, _query, id => "https://www.qinghe.example/shuanggongshi/records/" + id, Path.Combine(_folder, "hooks"), new HttpMessageInvoker(_receiver, disposeHandler: false), _clock);

    private void Apply(PublicRecord record) => Change(new() { Id = record.Id, Arrival = _position + 1, Revision = record.Revision, Sequence = _position + 1, Record = record });

    private void Withdraw(PublicRecord record) => Change(new() { Id = record.Id, Arrival = 1, Revision = record.Revision + 1, Sequence = _position + 1 });

    private void Change(PublicChange change) => _store.Apply(_store.Prepare([change]), _position, ++_position).ShouldBeTrue();

    private sealed class Receiver : HttpMessageHandler
    {
        public HttpStatusCode Answer { get; set; } = HttpStatusCode.OK;

        public List<(Dictionary<string, string> Headers, byte[] Body)> Got { get; } = [];

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            Got.Add((request.Headers.ToDictionary(h => h.Key, h => h.Value.First()), await request.Content!.ReadAsByteArrayAsync(cancellationToken)));
            return new(Answer);
        }
    }
}
