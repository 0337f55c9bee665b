using System.Buffers;
using System.Diagnostics;
using System.Text;
using CreditKit.Desensitization;
using CreditKit.Tests.Desensitization;

namespace CreditKit.Benchmarks.Masking;

/// <summary>
/// MB of UTF-8 text masked in a second of processor time, beside a plain ordinal scan of the same text: ordinary genre text
/// (a paragraph of a decision, repeated), and the sentences of the labelled corpus, which name somebody every 20 characters.
/// </summary>
internal static class MaskingBenchmark
{
    private const string Penalty =
        "经查，当事人张伟明（身份证号350402199003071239，联系电话13905981234，住福建省三明市三元区列东街12号3幢502室）于2024年5月12日在三明市三元区列东街128号"
        + "从事餐饮服务经营活动，未取得《食品经营许可证》，违法所得2,300.00元。上述事实有现场检查笔录、询问笔录、转账记录（卡号6222021001116245702）等证据证实。"
        + "依据《中华人民共和国食品安全法》第一百二十二条第一款的规定，责令当事人改正违法行为，没收违法所得，并处罚款50,000.00元。"
        + "当事人统一社会信用代码92350402MA2XXXXX0X，文书号闽三市监罚〔2024〕12号。如不服本决定，可以在六十日内申请行政复议，也可以在六个月内提起行政诉讼。\n";

    public static int Run()
    {
        var masker = Desensitizer.Load(null);
        Measure("ordinary text", masker, string.Concat(Enumerable.Repeat(Penalty, 4_000)));
        var sentences = LabelledCorpus.Read("development.jsonl", "Masking").Concat(LabelledCorpus.Read("test.jsonl", "Masking")).Select(s => s.Text);
        Measure("corpus, somebody in nearly every clause", masker, string.Concat(Enumerable.Repeat(string.Join('\n', sentences) + "\n", 5)));
        foreach (var (name, unit) in new[] { ("digits", "1"), ("brackets", "（("), ("digits and blanks", "1 "), ("digits and hyphens", "35-"), ("dots", "阿·"), ("numbers of houses", "1号"), ("family names", "王"), ("two family names", "王李"), ("persons unnamed", "张某"), ("parts of names", "扎西古丽"), ("pieces of names", "阿卜拉尔"), ("dotted parts", "阿卜拉尔·"),
            ("names in a list", "王李赵、"), ("names and brackets", "张三（"), ("cues of names", "当事人王"), ("areas of addresses", "住城村"), ("cues of homes", "家住城村"), ("divisions", "市区县镇村"), ("roads and houses", "路1号"),
            ("units of houses", "号楼单元室"), ("buildings and units", "1号楼2单元"), ("groups", "组1号"), ("dates", "2024年1月1日"), ("units of dates", "年月日"), ("health", "患有肺") })
        {
            var hostile = string.Concat(Enumerable.Repeat(unit, 10_000_000 / Encoding.UTF8.GetByteCount(unit)));
            var start = Processor();
            masker.MaskText(hostile);
            Console.WriteLine($"10 MB of {name,-20} {Processor() - start:0.00} s");
        }

        return 0;
    }

    private static void Measure(string name, Desensitizer masker, string text)
    {
        var megabytes = Encoding.UTF8.GetByteCount(text) / 1e6;
        var needles = SearchValues.Create("@");
        // Until the compiler has seen what is hot.
        for (var warm = Processor(); Processor() - warm < 3;) masker.MaskText(text);
        var mask = Median(() => masker.MaskText(text));
        var half = Median(() => masker.MaskText(text[..(text.Length / 2)]));
        var scan = Median(() =>
        {
            var count = 0;
            foreach (var c in text) if (c == '@') count++;
            GC.KeepAlive(count);
        });
        var vector = Median(() => GC.KeepAlive(text.AsSpan().IndexOfAny(needles)));
        Console.WriteLine($"{name}: {megabytes:0.0} MB of UTF-8, {masker.MaskText(text).Spans.Count / megabytes / 1000:0.0} values per kB; medians of 5 by processor time");
        Console.WriteLine($"  masking            {megabytes / mask,8:0.0} MB/s; half of the text takes {half / mask:0.00} of the time");
        Console.WriteLine($"  plain ordinal scan {megabytes / scan,8:0.0} MB/s, masking takes {mask / scan:0.0} times as long");
        Console.WriteLine($"  vectorized scan    {megabytes / vector,8:0.0} MB/s");
    }

    private static double Processor() => Environment.CpuUsage.TotalTime.TotalSeconds;

    private static double Median(Action act)
    {
        var times = new double[5];
        for (var i = 0; i < times.Length; i++)
        {
            // Short acts are repeated: processor time has coarse steps.
            var start = Processor();
            var count = 0;
            do
            {
                act();
                count++;
            }
            while (Processor() - start < 0.2);
            times[i] = (Processor() - start) / count;
        }

        Array.Sort(times);
        return times[2];
    }
}
