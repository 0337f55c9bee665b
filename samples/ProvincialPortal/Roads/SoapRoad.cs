using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Xml;
using System.Xml.Linq;
using ProvincialPortal.Rules;
using ProvincialPortal.Store;

namespace ProvincialPortal.Roads;

/// <summary>
/// The SOAP services of 信用中国: ROWDATA in, a code with all ids or the line of the first bad row out; one bad row, and
/// nothing of the batch is taken. One live row per document number and counterpart. Removal, question and feedback are
/// the stand-in's own names for what provinces offer under names of theirs.
/// </summary>
internal static class SoapRoad
{
    private const string Road = "SOAP";

    public static void Map(WebApplication app)
    {
        app.MapPost("/services/PermissionWebService", (HttpContext context, PortalStore store, RowRules rules, ProvincialPortalOptions options, TimeProvider time) => Serve(context, store, rules, RoadContext.Of(context, time, options), options, "行政许可", "Permission")).ExcludeFromDescription();
        app.MapPost("/services/PenaltyWebService", (HttpContext context, PortalStore store, RowRules rules, ProvincialPortalOptions options, TimeProvider time) => Serve(context, store, rules, RoadContext.Of(context, time, options), options, "行政处罚", "Penaly")).ExcludeFromDescription();
    }

    private static async Task<IResult> Serve(HttpContext context, PortalStore store, RowRules rules, RoadContext road, ProvincialPortalOptions options, string kind, string name)
    {
        if (await SoapMessage.ReadAsync(context.Request) is not { } call) return SoapMessage.Fault("无法解析");
        if (!CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(call["token"]), Encoding.UTF8.GetBytes(options.Token))) return call.Answer(Reply("401", "令牌无效"));
        if (call.Operation.LocalName == $"feedback{name}Xml")
            return call.Answer(Feedback(store.Late(Road, kind, DateTimeOffset.Parse(call["xml"] + "+08:00", CultureInfo.InvariantCulture), road.Now)));
        if (Rows(call["xml"], kind) is not { } rows) return call.Answer(Reply("02", "XML 无法解析", 0));
        if (call.Operation.LocalName == $"import{name}Xml") return call.Answer(Import(store, rules, rows, options.MaximumBatch, road));
        if (call.Operation.LocalName == $"find{name}Xml") return call.Answer(Found(store.Find(Road, rows, road.Now)));
        if (call.Operation.LocalName != $"remove{name}Xml") return SoapMessage.Fault($"没有操作 {call.Operation.LocalName}");
        store.Remove(Road, rows, road.Now);
        return call.Answer(Reply("00"));
    }

    private static string Import(PortalStore store, RowRules rules, List<KeylessRow> rows, int most, RoadContext road)
    {
        if (rows.Count > most) return Reply("03", $"每批最多 {most} 行", 0);
        for (var i = 0; i < rows.Count; i++)
            if (rules.Check(rows[i]) is { } refusal)
            {
                store.CountRejected();
                return Reply(refusal.Code, refusal.Message, i + 1);
            }

        return Text(new XElement("row", new XElement("code", "00"), new XElement("ids", store.Replace(Road, rows, road.Now, road.RefuseAt).Select(id => new XElement("id", id)))));
    }

    private static string Found(IReadOnlyList<(string NationalId, string Json)?> rows) => Text(new XElement("row", new XElement("code", "00"),
        new XElement("ids", rows.Select(r => new XElement("id", r?.NationalId))),
        new XElement("ROWDATA", rows.Select(r => new XElement("ROW", r is null ? [] : JsonSerializer.Deserialize<Dictionary<string, string>>(r.Value.Json)!.Select(c => new XElement(c.Key, c.Value)))))));

    private static string Feedback(IReadOnlyList<LateRefusal> rows) => Text(new XElement("row", new XElement("code", "00"),
        new XElement("ROWDATA", rows.Select(r => new XElement("ROW", new XElement("id", r.NationalId), new XElement("code", r.Code), new XElement("message", r.Message), new XElement("at", Stamp(r.At)))))));

    private static string Stamp(DateTimeOffset at) => at.ToOffset(TimeSpan.FromHours(8)).ToString("yyyy-MM-dd HH:mm:ss.fff", CultureInfo.InvariantCulture);

    private static string Reply(string code, string? message = null, int? line = null) =>
        Text(new XElement("row", new XElement("code", code), line is null ? null : new XElement("line", line), message is null ? null : new XElement("message", message)));

    private static string Text(XElement row)
    {
        var text = new StringBuilder();
        using (var xml = XmlWriter.Create(text, new XmlWriterSettings { OmitXmlDeclaration = true, NewLineHandling = NewLineHandling.Entitize })) new XElement("root", row).WriteTo(xml);
        return text.ToString();
    }

    private static List<KeylessRow>? Rows(string xml, string kind)
    {
        try
        {
            using var reader = XmlReader.Create(new StringReader(xml), new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit });
            var root = XDocument.Load(reader, LoadOptions.PreserveWhitespace).Root!;
            return root.Name != "ROWDATA" ? null : [.. root.Elements("ROW").Select(r => new KeylessRow(kind, r.Elements().DistinctBy(e => e.Name).ToDictionary(e => e.Name.LocalName, e => e.Value)))];
        }
        catch (XmlException)
        {
            return null;
        }
    }
}
