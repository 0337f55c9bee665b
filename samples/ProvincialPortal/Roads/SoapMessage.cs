using System.Xml;
using System.Xml.Linq;

namespace ProvincialPortal.Roads;

/// <summary>A SOAP 1.1 call as it came, and the answers to it.</summary>
internal sealed record SoapMessage(XName Operation, IReadOnlyDictionary<string, string> Parameters)
{
    private static readonly XNamespace s_soap = "http://schemas.xmlsoap.org/soap/envelope/";

    /// <summary>The value of a parameter; empty when it did not come.</summary>
    public string this[string name] => Parameters.GetValueOrDefault(name) ?? "";

    /// <summary>Reads a call; null when it is none.</summary>
    public static async Task<SoapMessage?> ReadAsync(HttpRequest request)
    {
        try
        {
            using var reader = XmlReader.Create(request.Body, new XmlReaderSettings { Async = true, DtdProcessing = DtdProcessing.Prohibit });
            var call = (await XDocument.LoadAsync(reader, LoadOptions.PreserveWhitespace, request.HttpContext.RequestAborted)).Root?.Element(s_soap + "Body")?.Elements().FirstOrDefault();
            return call is null ? null : new SoapMessage(call.Name, call.Elements().DistinctBy(e => e.Name.LocalName).ToDictionary(e => e.Name.LocalName, e => e.Value));
        }
        catch (XmlException)
        {
            return null;
        }
    }

    /// <summary>The answer: a text in the return element.</summary>
    public IResult Answer(string text) => Xml(200, new XElement(s_soap + "Envelope", new XElement(s_soap + "Body", new XElement(Operation.Namespace + (Operation.LocalName + "Response"), new XElement("return", text)))));

    /// <summary>The service cannot read the call.</summary>
    public static IResult Fault(string text) => Xml(500, new XElement(s_soap + "Envelope", new XElement(s_soap + "Body", new XElement(s_soap + "Fault", new XElement("faultcode", "soap:Client"), new XElement("faultstring", text)))));

    private static IResult Xml(int status, XElement envelope) => Results.Text(new XDocument(envelope).ToString(SaveOptions.DisableFormatting), "text/xml; charset=utf-8", statusCode: status);
}
