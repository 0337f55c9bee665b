using System.Buffers;

namespace CreditKit.Templates;

/// <summary>
/// Turns a view model into a page. The default is Handlebars; another engine takes its place by registering an
/// implementation of its own in the service collection. Values are HTML-encoded unless they are <see cref="TrustedMarkup"/>.
/// </summary>
public interface ITemplateRenderer
{
    /// <summary>Writes a page as UTF-8. Safe for concurrent callers.</summary>
    /// <param name="page">A name of <see cref="PageTemplates"/>, e.g. <c>list</c>.</param>
    /// <param name="model">The view model that belongs to the page.</param>
    /// <param name="output">Where the bytes go.</param>
    /// <exception cref="TemplateException">A template is wrong; names file and line.</exception>
    void Render(string page, object model, IBufferWriter<byte> output);
}
