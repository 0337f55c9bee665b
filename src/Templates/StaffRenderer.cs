using System.Buffers;
using System.Text;
using CreditKit.Templates.Compiled;
using CreditKit.Templates.Models;

namespace CreditKit.Templates;

/// <summary>Renders the staff side. Its one page of blocks is built in: an agency's own templates are for what visitors see.</summary>
internal sealed class StaffRenderer
{
    private readonly PageProgram _page = PageProgram.Compile("staff/page", TemplateComposer.Compose(Find, "staff/page", typeof(StaffPage), "staff/layout"), typeof(StaffPage));

    public void Render(StaffPage model, IBufferWriter<byte> output) => _page.Write(model, output);

    private static TemplateFile Find(string name) => new($"{name}.html（内置）", Encoding.UTF8.GetString(EmbeddedFile.Read($"html/{name}.html")).TrimStart('\uFEFF'));
}
