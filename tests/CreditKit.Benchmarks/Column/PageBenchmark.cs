using System.Globalization;
using CreditKit.AspNetCore;
using CreditKit.Desensitization;
using CreditKit.Publication;
using CreditKit.Records;
using CreditKit.Templates;
using CreditKit.Templates.Models;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace CreditKit.Benchmarks.Column;

/// <summary>What each step of a page costs, without a network: microseconds of processor time and bytes allocated.</summary>
internal static class PageBenchmark
{
    private static readonly TimeSpan Lap = TimeSpan.FromSeconds(3);

    /// <summary>Prints a line for each step.</summary>
    public static int Run(int records)
    {
        var folder = Directory.CreateTempSubdirectory("creditkit-pages-");
        try
        {
            ColumnData.Copy(ColumnData.Public(records), folder.FullName);
            var builder = WebApplication.CreateBuilder();
            builder.Services.AddShuangGongShi(o => (o.DataDirectory, o.Agency.Name) = (folder.FullName, "云州市市场监督管理局"));
            builder.WebHost.UseUrls("http://127.0.0.1:0");
            builder.Logging.ClearProviders();
            using var app = builder.Build();
            app.UseShuangGongShi();
            app.StartAsync().GetAwaiter().GetResult();
            var column = app.Services.GetRequiredService<AspNetCore.Column>();
            var renderer = app.Services.GetRequiredService<ITemplateRenderer>();
            while (!column.Query.IsReady) Thread.Sleep(20);
            var context = column.Context(new DefaultHttpContext());
            var ids = Enumerable.Range(0, 2_000).Select(i => StoreRows.Make((int)((uint)i * 2_654_435_761L % records) + 1)).ToArray();
            var found = ids.Select(i => context.Query.Find(i.Id).Record!).ToArray();
            Pages("detail", PageTemplates.Detail, i => context.Query.Find(ids[i % ids.Length].Id), i => DetailMapper.Map(context, found[i % found.Length]));

            PublicFilter[] filters = [.. ids.Take(300).Select((r, n) => (n % 3) switch
            {
                0 => new PublicFilter { Kind = r.Record!.Kind, Authority = r.Record.AuthorityName },
                1 => new PublicFilter { Kind = r.Record!.Kind, Category = r.Record.Category },
                _ => new PublicFilter { Kind = r.Record!.Kind, Authority = r.Record.AuthorityName, Category = r.Record.Category },
            })];
            Lists("list", filters, f => f.Kind);
            PublicFilter[] words = [.. ids.Take(300).Select((r, n) => new PublicFilter { Text = r.Record!.CounterpartName.Substring(n % 6, 2 + (n % 5)) })];
            Lists("search", words, _ => null);
            return 0;

            void Lists(string name, PublicFilter[] of, Func<PublicFilter, RecordKind?> kind)
            {
                Cost(name + ": facets", i => context.Query.Facets(of[i % of.Length]));
                Pages(name, PageTemplates.List, i => context.Query.List(of[i % of.Length], null, 20), i => ListMapper.Map(context, kind(of[i % of.Length]), new ListQuery { Filter = of[i % of.Length] }));
            }

            void Pages(string name, string page, Func<int, object> ask, Func<int, PageModel> map)
            {
                var models = Enumerable.Range(0, 300).Select(map).ToArray();
                using var buffer = new PooledBuffer();
                renderer.Render(page, models[0], buffer);
                var bytes = buffer.Written.ToArray();
                Cost(name + ": question", ask);
                Cost(name + ": question and model", map);
                Cost(name + ": render", i =>
                {
                    using var own = new PooledBuffer();
                    renderer.Render(page, models[i % models.Length], own);
                    return own;
                });
                Cost(string.Create(CultureInfo.InvariantCulture, $"{name}: keep and tag {bytes.Length:N0} bytes"), _ => new StoredResponse(bytes, "text/html"));
            }
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static void Cost(string what, Func<int, object> work)
    {
        var n = 0;
        for (var until = Environment.TickCount64 + (long)Lap.TotalMilliseconds; Environment.TickCount64 < until;) GC.KeepAlive(work(n++));
        n = 0;
        var (cpu, bytes) = (Environment.CpuUsage.TotalTime, GC.GetAllocatedBytesForCurrentThread());
        for (var until = Environment.TickCount64 + (long)Lap.TotalMilliseconds; Environment.TickCount64 < until;) GC.KeepAlive(work(n++));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{what,-44}{(Environment.CpuUsage.TotalTime - cpu).TotalMicroseconds / n,10:N1} µs {(GC.GetAllocatedBytesForCurrentThread() - bytes) / n,10:N0} bytes"));
    }
}
