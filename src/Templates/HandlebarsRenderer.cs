using System.Buffers;
using System.Collections.Frozen;
using CreditKit.Templates.Compiled;

namespace CreditKit.Templates;

/// <summary>
/// Pages written in Handlebars: every page is compiled once, when the site starts, so that a fault in an agency's
/// template is found then. With <see cref="TemplateSet.Watch"/> changed files are taken up at the next page.
/// </summary>
public sealed class HandlebarsRenderer : ITemplateRenderer
{
    private readonly TemplateSet _set;
    private readonly Lock _gate = new();
    private volatile Compiled _compiled;

    /// <summary>Reads, checks and compiles every page.</summary>
    /// <param name="set">Where templates come from.</param>
    /// <exception cref="TemplateException">A template is wrong; names file and line.</exception>
    public HandlebarsRenderer(TemplateSet set)
    {
        ArgumentNullException.ThrowIfNull(set);
        _set = set;
        _compiled = Compile(set);
    }

    /// <inheritdoc/>
    public void Render(string page, object model, IBufferWriter<byte> output)
    {
        ArgumentNullException.ThrowIfNull(model);
        Current().Pages[page].Write(model, output);
    }

    private Compiled Current()
    {
        if (!_set.Watch || _set.Stamp() == _compiled.Stamp) return _compiled;
        lock (_gate)
        {
            return _compiled = Compile(_set);
        }
    }

    private static Compiled Compile(TemplateSet set)
    {
        var stamp = set.Stamp();
        var files = new Dictionary<string, TemplateFile?>(StringComparer.Ordinal);
        return new(stamp, PageTemplates.All.ToFrozenDictionary(p => p.Key, p => PageProgram.Compile(p.Key, TemplateComposer.Compose(Find, p.Key, p.Value, PageTemplates.LayoutOf(p.Key, set.Fragment)), p.Value), StringComparer.Ordinal));

        TemplateFile? Find(string name)
        {
            if (!files.TryGetValue(name, out var file)) files[name] = file = set.Find(name);
            return file;
        }
    }

    private sealed record Compiled(long Stamp, FrozenDictionary<string, PageProgram> Pages);
}
