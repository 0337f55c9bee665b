using System.Net.Http.Headers;
using CreditKit.Tests.Reporting.Generated;

namespace CreditKit.Tests.Reporting;

/// <summary>The portal's OpenAPI document is the contract: it is committed, current, and good enough to generate clients from.</summary>
public class PortalContractTests
{
    [Fact]
    public async Task Document_IsTheCommittedOne()
    {
        await using var bench = await ReportingBench.StartAsync();
        using var client = new HttpClient { BaseAddress = bench.Address };

        var served = await client.GetStringAsync(new Uri("openapi.json", UriKind.Relative));

        var committed = await File.ReadAllTextAsync(Path.Combine(Repository(), "samples", "ProvincialPortal", "openapi.json"));
        served.ReplaceLineEndings().Trim().ShouldBe(committed.ReplaceLineEndings().Trim(), "接口变了：请更新 samples/ProvincialPortal/openapi.json，并运行 tools/nswag/regenerate.sh。");
        served.ShouldNotContain("127.0.0.1");
    }

    [Fact]
    public async Task GeneratedClient_MakesARoundTrip()
    {
        await using var bench = await ReportingBench.StartAsync();
        using var http = new HttpClient { BaseAddress = bench.Address };
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", ReportingBench.Token);
        var client = new PortalClient(http);
        var sample = SampleRecords.Penalty(1);

        var answer = await client.ReportAsync(new ReportBatch
        {
            Batch = "generated",
            Penalties =
            [
                new PenaltyEntry
                {
                    Key = "k1",
                    RecordId = "r1",
                    Revision = 1,
                    Row = new PenaltyRow
                    {
                        CF_XDR_MC = sample.Counterpart.Name,
                        CF_XDR_LB = "法人及非法人组织",
                        CF_XDR_SHXYM = sample.Counterpart.UnifiedSocialCreditCode,
                        CF_WSH = sample.DocumentNumber,
                        CF_WFXW = sample.ViolationType,
                        CF_SY = sample.ViolationFacts,
                        CF_YJ = sample.LegalBasis,
                        CF_CFLB = "罚款",
                        CF_NR = sample.PenaltyContent,
                        CF_NR_FK = 0.200001m,
                        CF_JDRQ = sample.DecisionDate,
                        CF_CFJG = sample.DecidingAuthority.Name,
                        CF_CFJGDM = sample.DecidingAuthority.CreditCode,
                        CF_SJLY = sample.DataSource.Name,
                        CF_SJLYDM = sample.DataSource.CreditCode,
                    },
                },
            ],
        });

        answer.Rows.ShouldHaveSingleItem().Receipt.ShouldNotBeNullOrEmpty();
        (await client.ReceivedAsync(null)).ShouldHaveSingleItem().DecisionDate.ShouldBe(sample.DecisionDate);
        (await client.ReceiptsAsync(new ReceiptQuestion { Keys = ["k1", "k2"] })).Rows.ShouldHaveSingleItem().NationalId.ShouldBe(answer.Rows.First().NationalId);
    }

    private static string Repository()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "CreditKit.sln"))) folder = Path.GetDirectoryName(folder)!;
        return folder;
    }
}
