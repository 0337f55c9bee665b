using System.Net.Http.Headers;
using System.Text;
using System.Xml;
using System.Xml.Linq;

namespace CreditKit.Reporting.Channels;

/// <summary>One SOAP 1.1 call: an operation with text parameters, whose answer is a text (or XML) in its return element.</summary>
internal sealed class SoapCall(HttpClient client, ChannelOptions options, TimeProvider time, string @namespace)
{
    private const string Envelope = "http://schemas.xmlsoap.org/soap/envelope/";
    private static readonly MediaTypeHeaderValue s_xml = new("text/xml", "utf-8");

    /// <summary>Calls, and brings back the return element's text, or the failure.</summary>
    /// <param name="path">Path of the service under the channel's address.</param>
    /// <param name="operation">Name of the operation.</param>
    /// <param name="parameters">Names and texts, in the service's order.</param>
    /// <param name="within">Time left.</param>
    /// <param name="cancellation">Ends the call.</param>
    public async Task<(ReportAnswer? Failure, string Text)> CallAsync(string path, string operation, IReadOnlyList<(string Name, string Text)> parameters, TimeSpan within, CancellationToken cancellation)
    {
        var bytes = Encoding.UTF8.GetBytes(Message(operation, parameters));
        var answer = await ChannelHttp.CallAsync(options, time, token => SendAsync(path, operation, bytes, token), cancellation, soap: true, within);
        if (answer.Failure is { Class: AnswerClass.Retry }) return (answer.Failure, "");
        var (text, fault) = Read(answer.Body);

        // The service says that the message is to blame: it was not taken. Any other fault may have come afterwards.
        if (fault is not null) return (fault.Contains("Client", StringComparison.OrdinalIgnoreCase) || fault.Contains("Sender", StringComparison.OrdinalIgnoreCase) ? ReportAnswer.Rejected("soap-client-fault", "") : ReportAnswer.Unknown(AnswerScope.Call, "soap-fault"), "");
        if (answer.Failure is not null) return (answer.Failure, "");
        return text is null ? (ReportAnswer.Unknown(AnswerScope.Call, "malformed-answer"), "") : (null, text);
    }

    private async Task<HttpResponseMessage> SendAsync(string path, string operation, byte[] bytes, CancellationToken cancellation)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(path, UriKind.Relative)) { Content = new ByteArrayContent(bytes) };
        request.Content.Headers.ContentType = s_xml;
        request.Headers.TryAddWithoutValidation("SOAPAction", $"\"{(@namespace.Length > 0 ? $"{@namespace.TrimEnd('/')}/{operation}" : "")}\"");
        return await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellation);
    }

    private string Message(string operation, IReadOnlyList<(string Name, string Text)> parameters) => XmlText.Write(xml =>
    {
        xml.WriteStartElement("soapenv", "Envelope", Envelope);
        xml.WriteStartElement("Body", Envelope);
        if (@namespace.Length > 0) xml.WriteStartElement("m", operation, @namespace);
        else xml.WriteStartElement(operation);
        foreach (var (name, text) in parameters) xml.WriteElementString(name, XmlText.Clean(text));
        xml.WriteEndElement();
        xml.WriteEndElement();
        xml.WriteEndElement();
    }, declaration: true);

    private static (string? Text, string? Fault) Read(byte[] body)
    {
        try
        {
            using var reader = XmlReader.Create(new MemoryStream(body), XmlText.Reading);
            var content = XDocument.Load(reader).Root?.Elements().FirstOrDefault(e => e.Name.LocalName == "Body")?.Elements().FirstOrDefault();
            if (content is null) return (null, null);
            if (content.Name.LocalName == "Fault") return (null, content.Descendants().FirstOrDefault(e => e.Name.LocalName is "faultcode" or "Value")?.Value ?? "Server");
            var result = content.Elements().FirstOrDefault() ?? content;

            // Some services return a text, some the XML itself.
            return (result.HasElements ? result.Elements().First().ToString() : result.Value, null);
        }
        catch (XmlException)
        {
            return (null, null);
        }
    }
}
