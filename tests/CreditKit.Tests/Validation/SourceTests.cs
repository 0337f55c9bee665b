using CreditKit.Intake.Readers;
using CreditKit.Records;
using CreditKit.Standards;
using CreditKit.Tests.Support;

namespace CreditKit.Tests.Validation;

/// <summary>What a message cites must say what it is cited for.</summary>
public sealed class SourceTests
{
    private const string Extension = "本系统的扩展列，国家数据标准没有这一项";

    [Theory]
    [InlineData("2019", "严重程度", "较重", "code-list", Extension)]
    [InlineData("2019", "处罚程序", "特别程序", "code-list", Extension)]
    [InlineData("2019", "处罚类别", "罚金", "code-list", "双公示数据填报说明的处罚类别")]
    [InlineData("2015", "失信严重程度", "9", "code-list", "2015 年模板的失信严重程度")]
    [InlineData("2019", "送达日期", "昨天", "unreadable", Extension)]
    [InlineData("2019", "处罚决定日期", "昨天", "unreadable", "双公示数据填报说明的日期格式")]
    [InlineData("2019", "罚款金额(万元)", "很多", "unreadable", "双公示数据标准（2019 年修订）")]
    public void Refusal_CitesTheListOrEditionThatRefuses(string edition, string heading, string value, string rule, string source)
    {
        using var folder = new TempFolder();
        var path = Path.Combine(folder.Path, "penalties.csv");
        File.WriteAllText(path, $"行政处罚决定书文号,处罚事由,{heading}\n某市监罚〔2026〕1号,销售过期食品,{value}\n");
        using var import = FileImport.Open(path, new() { Kind = RecordKind.Penalty, Edition = edition });

        var issue = import.Single().Report.Issues.First(i => i.Rule == rule && i.Field == heading);

        issue.Source.ShouldStartWith(source);
    }

    [Fact]
    public void CodeLists_NameTheirSource_AndThoseOfExtensionsSayThatTheyAreOurs()
    {
        foreach (var id in (string[])["2015", "2018", "2019"])
        {
            var edition = StandardEditions.Default.Get(id);
            foreach (var kind in (RecordKind[])[RecordKind.License, RecordKind.Penalty])
                foreach (var column in edition.Columns(kind).Concat(edition.Extensions(kind)))
                    if (edition.CodeList(column.CodeList) is { } list)
                        list.Source.StartsWith(Extension, StringComparison.Ordinal).ShouldBe(column.IsExtension, $"{id} {column.Code}: {list.Source}");
        }

        StandardEditions.Default.Current.CodeLists.Values.Where(l => l.Name != "actKind").ShouldAllBe(l => l.Source.Length > 0);
    }
}
