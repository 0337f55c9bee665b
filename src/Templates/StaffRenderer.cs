using System.Buffers;
using System.Text;
using CreditKit.Templates.Models;
using HandlebarsDotNet;

namespace CreditKit.Templates;

/// <summary>Renders the staff side. Its one page of blocks is built in: an agency's own templates are for what visitors see.</summary>
internal sealed class StaffRenderer
{
    private readonly HandlebarsTemplate<TextWriter, object, object> _page;

    public StaffRenderer()
    {
        var configuration = new HandlebarsConfiguration { ThrowOnUnresolvedBindingExpression = true, TextEncoder = new HandlebarsEncoder() };
        configuration.FormatterProviders.Add(new TrustedMarkupFormatter());
        _page = Handlebars.Create(configuration).Compile(new StringReader(TemplateComposer.Compose(Find, "staff/page", typeof(StaffPage), "staff/layout")));
    }

    public void Render(StaffPage model, IBufferWriter<byte> output)
    {
        using var writer = new Utf8TextWriter(output);
        _page(writer, model, null!);
    }

    private static TemplateFile Find(string name) => new($"{name}.html（内置）", Encoding.UTF8.GetString(EmbeddedFile.Read($"html/{name}.html")).TrimStart('\uFEFF'));
}
