using System.Buffers;
using CreditKit.Desensitization;
using CreditKit.Publication.Search;
using CreditKit.Publication.Sqlite;
using CreditKit.Records;
using Shouldly;
using Xunit;

namespace CreditKit.Tests.Publication;

public class RecordTextTests
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    [Trait("Requirement", "000-12")]
    public void Text_FromStoredBytes_IsWhatIsSearched(bool everything)
    {
        var record = new PublicRecord
        {
            Id = "a1",
            Revision = 2,
            Kind = RecordKind.Penalty,
            CounterpartKind = CounterpartKind.Organization,
            CounterpartName = "云州市ＡＢＣ食品有限公司",
            CounterpartCode = everything ? "91330000MA00000001" : null,
            DocumentNumber = everything ? "云市监罚【2026】7号" : "",
            Title = "銷售超過保質期的食品",
            Summary = "销售超过保质期的食品",
            Category = "罚款",
            AuthorityName = "云州市市场监督管理局",
            Domain = everything ? "食品药品" : "",
            Severity = everything ? Severity.General : null,
            DecisionDate = everything ? new DateOnly(2026, 7, 1) : null,
            From = new DateOnly(2026, 7, 3),
            Until = everything ? new DateOnly(2029, 7, 4) : null,
            PublishedAt = new DateTimeOffset(2026, 7, 3, 1, 0, 0, TimeSpan.Zero),
            RepairableFrom = everything ? new DateOnly(2027, 7, 1) : null,
            PeriodLine = "公示期三年",
            Fields = new EquatableList<PublicField>(
            [
                new("Facts", "decision", "违法事实", new string('长', 3_000) + "𠮷〔二〕", false),
                new("Period", "disclosure", "公示期", "三年整", false),
                new("Remedy", "remedy", "救济渠道", "六十日内申请复议", false),
                new("LegalRepresentative", "counterpart", "法定代表人", "石**", true),
            ]),
        };
        var body = new ArrayBufferWriter<byte>();
        var shapes = new Dictionary<uint, FieldShape>();
        RecordCodec.WriteBody(record, field =>
        {
            var shape = FieldShape.Of(field);
            shapes[shape.Number] = shape;
            return shape.Number;
        }, body);

        var text = new ArrayBufferWriter<char>();
        RecordText.Write(body.WrittenSpan, [], text).ShouldBeFalse("a shape is not known yet");
        text.ResetWrittenCount();
        RecordText.Write(body.WrittenSpan, shapes, text).ShouldBeTrue();

        Values(text.WrittenSpan.ToString()).ShouldBe(Values(SearchText.Of(record)), ignoreOrder: true);

        static HashSet<string> Values(string folded) => [.. folded.Split(SearchText.Separator, StringSplitOptions.RemoveEmptyEntries)];
    }
}
