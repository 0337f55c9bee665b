using System.Buffers;
using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Text.Json;
using System.Xml;
using System.Xml.Linq;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;

namespace CreditKit.AspNetCore.Tests.Markup;

/// <summary>Reads an answer with the parser of its kind and tells what in it is not mere text.</summary>
internal sealed class MarkupCheck(string root, string site)
{
    private static readonly HashSet<string> s_elements =
    [
        "html", "head", "meta", "title", "link", "script", "body", "header", "footer", "main", "nav", "section", "article", "aside", "div", "p", "span", "strong", "b", "small", "mark", "code", "pre", "br", "time", "a",
        "ul", "ol", "li", "dl", "dt", "dd", "table", "caption", "thead", "tbody", "tr", "th", "td", "h1", "h2", "h3", "h4", "form", "fieldset", "legend", "label", "input", "select", "option", "textarea", "button",
        "svg", "g", "rect", "line", "text", "figure", "figcaption",
    ];

    private static readonly string[] s_places = ["href", "src", "action", "formaction", "data", "poster", "xlink:href"];
    private static readonly SearchValues<char> s_formula = SearchValues.Create("=+-@\t\r\n＝＋－＠");
    private readonly HtmlParser _html = new();

    /// <summary>Everything that was read as text, for the question whether a payload came out at all.</summary>
    public Dictionary<string, StringBuilder> Texts { get; } = new(StringComparer.Ordinal);

    /// <summary>Places that an answer leads to.</summary>
    public List<string> Links { get; } = [];

    /// <summary>What is wrong; empty: nothing.</summary>
    public List<string> Check(string media, byte[] body)
    {
        Links.Clear();
        var faults = new List<string>();
        try
        {
            switch (media)
            {
                case "text/html": Html(Encoding.UTF8.GetString(body), faults); break;
                case "text/csv": Csv(Encoding.UTF8.GetString(body), faults); break;
                case "application/zip": Zip(body, faults); break;
                case "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": Workbook(body, faults); break;
                case "application/x-ndjson" or "application/jsonl": Lines(Encoding.UTF8.GetString(body), faults); break;
                case "text/css" or "text/javascript" or "application/javascript" or "image/png": break;
                case "text/plain": Say("text", Encoding.UTF8.GetString(body)); break;
                case var xml when xml.EndsWith("xml", StringComparison.Ordinal): Xml(new MemoryStream(body), "xml", faults); break;
                case var json when json.EndsWith("json", StringComparison.Ordinal): Json(body, media, faults); break;
                default: faults.Add("unknown kind " + media); break;
            }
        }
        catch (Exception broken) when (broken is JsonException or XmlException or InvalidDataException or FormatException)
        {
            faults.Add($"not well-formed {media}: {broken.Message}");
        }

        return faults;
    }

    private void Html(string text, List<string> faults)
    {
        var document = _html.ParseDocument(text);
        foreach (var element in document.All)
        {
            if (!s_elements.Contains(element.LocalName)) faults.Add($"element {element.LocalName}");
            foreach (var attribute in element.Attributes)
            {
                if (attribute.Name.StartsWith("on", StringComparison.OrdinalIgnoreCase) || attribute.Name is "style" or "srcdoc" || attribute.Name.Contains(Payloads.Mark, StringComparison.OrdinalIgnoreCase) || !attribute.Name.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or ':'))
                    faults.Add($"attribute {attribute.Name} of {element.LocalName}");
                if (s_places.Contains(attribute.Name)) Place(attribute.Value, faults);
            }

            if (element.LocalName == "script") Script(element, faults);
            if (element.LocalName == "meta" && element.GetAttribute("http-equiv") is { } order) faults.Add("meta " + order);
        }

        if (document.Descendants<IComment>().Any(c => c.Data.Contains(Payloads.Mark, StringComparison.Ordinal))) faults.Add("comment");
        Say("text/html", document.DocumentElement.TextContent);
        foreach (var form in document.QuerySelectorAll("form[method=get]"))
            foreach (var option in form.QuerySelectorAll("select option[value]"))
                if (option.GetAttribute("value") is { Length: > 0 } value)
                    Links.Add($"{form.GetAttribute("action")}?{option.ParentElement!.GetAttribute("name")}={Uri.EscapeDataString(value)}");
    }

    private void Script(IElement script, List<string> faults)
    {
        if (script.GetAttribute("type") == "application/ld+json") Json(Encoding.UTF8.GetBytes(script.TextContent), "JSON-LD", faults);
        else if (script.GetAttribute("src") is null || script.TextContent.Length > 0) faults.Add("inline script");
    }

    private void Place(string place, List<string> faults)
    {
        if (place.StartsWith('#') || place == "/") return;
        var inside = place.StartsWith(site, StringComparison.Ordinal) ? place[site.Length..] : place;
        if (inside.StartsWith(root, StringComparison.Ordinal)) Links.Add(inside.Split('#')[0]);
        else faults.Add("leads to " + place);
    }

    private void Json(byte[] body, string kind, List<string> faults)
    {
        using var document = JsonDocument.Parse(body);
        Walk(document.RootElement);

        void Walk(JsonElement element)
        {
            switch (element.ValueKind)
            {
                case JsonValueKind.Object:
                    foreach (var property in element.EnumerateObject())
                    {
                        if (property.Name.Contains(Payloads.Mark, StringComparison.Ordinal)) faults.Add($"property {property.Name} in {kind}");
                        Walk(property.Value);
                    }

                    break;
                case JsonValueKind.Array:
                    foreach (var item in element.EnumerateArray()) Walk(item);
                    break;
                case JsonValueKind.String:
                    var value = element.GetString()!;
                    Say(kind, value);
                    if (value.StartsWith(root + "/", StringComparison.Ordinal) && !value.Contains('{', StringComparison.Ordinal)) Links.Add(value);
                    else if (value.StartsWith(site + root, StringComparison.Ordinal)) Links.Add(value[site.Length..]);
                    break;
            }
        }
    }

    private void Xml(Stream body, string kind, List<string> faults)
    {
        using var reader = XmlReader.Create(body, new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null });
        var document = XDocument.Load(reader);
        foreach (var node in document.DescendantNodes())
        {
            if (node is XElement element)
            {
                if (element.Name.LocalName.Contains(Payloads.Mark, StringComparison.Ordinal) || element.Name.LocalName is "script" or "f") faults.Add($"element {element.Name.LocalName} in {kind}");
                if (element.Name.LocalName is "loc" or "link" && element.Value.StartsWith(site, StringComparison.Ordinal)) Links.Add(element.Value[site.Length..]);
                if (element.Name.LocalName is "loc" or "link" && element.Value.Length > 0 && !element.Value.StartsWith(site, StringComparison.Ordinal)) faults.Add("leads to " + element.Value);
                foreach (var attribute in element.Attributes())
                    if (attribute.Name.LocalName.Contains(Payloads.Mark, StringComparison.Ordinal)) faults.Add($"attribute {attribute.Name.LocalName} in {kind}");
            }
            else if (node is XProcessingInstruction or XComment or XDocumentType)
            {
                faults.Add($"{node.NodeType} in {kind}");
            }
        }

        Say(kind, document.Root!.Value);
    }

    // RFC 4180: every record as wide as the heading, and no cell that a spreadsheet would run.
    private void Csv(string text, List<string> faults)
    {
        var rows = Rows(text.TrimStart('\uFEFF'));
        foreach (var row in rows)
        {
            if (row.Count != rows[0].Count) faults.Add(string.Create(CultureInfo.InvariantCulture, $"a row of {row.Count} cells under {rows[0].Count} headings"));
            foreach (var cell in row)
            {
                if (cell.Length > 0 && s_formula.Contains(cell[0])) faults.Add("formula " + cell);
                Say("text/csv", cell);
            }
        }
    }

    private static List<List<string>> Rows(string text)
    {
        var rows = new List<List<string>>();
        var row = new List<string>();
        for (var i = 0; i < text.Length;)
        {
            if (text[i++] != '"') throw new FormatException($"a cell that is not quoted at {i}");
            var cell = new StringBuilder();
            for (; ; i++)
            {
                if (text[i] != '"') cell.Append(text[i]);
                else if (i + 1 < text.Length && text[i + 1] == '"') cell.Append(text[++i]);
                else break;
            }

            row.Add(cell.ToString());
            i++;
            if (text[i] == ',') i++;
            else if (text.AsSpan(i).StartsWith("\r\n")) (i, row) = (i + 2, Ended());
            else throw new FormatException($"text behind a cell at {i}");
        }

        return rows;

        List<string> Ended()
        {
            rows.Add(row);
            return [];
        }
    }

    private void Workbook(byte[] body, List<string> faults)
    {
        using var zip = new ZipArchive(new MemoryStream(body));
        foreach (var entry in zip.Entries)
        {
            using var part = entry.Open();
            Xml(part, "xlsx", faults);
        }
    }

    private void Zip(byte[] body, List<string> faults)
    {
        using var zip = new ZipArchive(new MemoryStream(body));
        foreach (var entry in zip.Entries)
        {
            using var part = entry.Open();
            var bytes = new MemoryStream();
            part.CopyTo(bytes);
            if (entry.Name.EndsWith(".csv", StringComparison.Ordinal)) Csv(Encoding.UTF8.GetString(bytes.ToArray()), faults);
            else if (entry.Name.EndsWith(".jsonl", StringComparison.Ordinal)) Lines(Encoding.UTF8.GetString(bytes.ToArray()), faults);
            else Json(bytes.ToArray(), "zip/json", faults);
        }
    }

    private void Lines(string text, List<string> faults)
    {
        foreach (var line in text.Split('\n', StringSplitOptions.RemoveEmptyEntries)) Json(Encoding.UTF8.GetBytes(line), "jsonl", faults);
    }

    private void Say(string kind, string text)
    {
        if (!Texts.TryGetValue(kind, out var all)) Texts[kind] = all = new StringBuilder();
        all.Append(text).Append('\n');
    }
}
