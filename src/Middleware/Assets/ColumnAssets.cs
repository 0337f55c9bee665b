using System.Text;
using CreditKit.Templates;

namespace CreditKit.AspNetCore;

/// <summary>
/// The style sheet and the script, made once: the built-in style, the agency's colour, the agency's own sheet. The
/// content's hash is in the address, so a change has another address and an old page never meets a new style.
/// </summary>
internal sealed class ColumnAssets
{
    private readonly Dictionary<string, StoredResponse> _files;

    public ColumnAssets(LookOptions look, string contentRoot)
    {
        var style = new MemoryStream();
        style.Write(EmbeddedFile.Read("assets/column.css"));
        if (look.Color is { } color)
        {
            style.Write(Encoding.UTF8.GetBytes(ThemeColor.Css(color)));
        }

        if (look.StyleFile is { } file)
        {
            var path = Path.Combine(contentRoot, file);
            if (!File.Exists(path)) throw new CreditKitException("CK1603", $"Look.StyleFile 指向的文件不存在：{path}。", "请检查路径；相对路径从程序的内容根目录算起。");
            style.Write("\n"u8);
            style.Write(File.ReadAllBytes(path));
        }

        _files = new(StringComparer.Ordinal)
        {
            ["column.css"] = new(style.ToArray(), "text/css; charset=utf-8"),
            ["column.js"] = new(EmbeddedFile.Read("assets/column.js"), "text/javascript; charset=utf-8"),
        };
    }

    /// <summary>Path of a file within the column.</summary>
    public string Address(string name) => $"/assets/{_files[name].Hash}/{name}";

    /// <summary>The file, and whether the hash in the address is its own (only then may it be kept for ever).</summary>
    public (StoredResponse? File, bool Current) Find(string hash, string name) =>
        _files.TryGetValue(name, out var file) ? (file, file.Hash == hash) : (null, false);
}
