using System.Text;

namespace CreditKit.Templates;

/// <summary>Where templates come from: the built-in ones, and an agency's files in their place.</summary>
/// <param name="Directory">A folder whose <c>name.html</c> takes the place of the built-in template; null: none.</param>
/// <param name="HeaderFile">The agency's header; null: the built-in one or that of the folder.</param>
/// <param name="FooterFile">The agency's footer; null: likewise.</param>
/// <param name="Watch">Look for changed files at every page (development).</param>
/// <param name="Fragment">Pages are parts for a layout of the host: <c>fragment.html</c> stands around them.</param>
public sealed record TemplateSet(string? Directory = null, string? HeaderFile = null, string? FooterFile = null, bool Watch = false, bool Fragment = false)
{
    /// <summary>The file that stands for a template, or null for the built-in one.</summary>
    private string? Override(string name)
    {
        if (name == "header" && HeaderFile is not null) return HeaderFile;
        if (name == "footer" && FooterFile is not null) return FooterFile;
        if (Directory is null) return null;
        var path = Path.Combine(Directory, name + ".html");
        return File.Exists(path) ? path : null;
    }

    internal TemplateFile? Find(string name)
    {
        if (!PageTemplates.All.ContainsKey(name) && !PageTemplates.Parts.Contains(name, StringComparer.Ordinal)) return null;
        var path = Override(name);
        if (path is null) return new($"{name}.html（内置）", Encoding.UTF8.GetString(EmbeddedFile.Read($"html/{name}.html")).TrimStart('\uFEFF'));
        if (!File.Exists(path)) throw new TemplateException(path, 0, "文件不存在；请检查设置中的路径（相对于程序的内容根目录）。");
        return new(path, File.ReadAllText(path, Encoding.UTF8));
    }

    /// <summary>Changes when a file was added, changed or removed.</summary>
    internal long Stamp()
    {
        var hash = default(HashCode);
        foreach (var name in PageTemplates.All.Keys.Concat(PageTemplates.Parts))
        {
            if (Override(name) is not { } path) continue;
            hash.Add(path, StringComparer.Ordinal);
            hash.Add(File.GetLastWriteTimeUtc(path));
        }

        return hash.ToHashCode();
    }
}
