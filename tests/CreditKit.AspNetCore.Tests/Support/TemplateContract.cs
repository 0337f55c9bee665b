using System.Collections;
using System.Text;
using System.Xml.Linq;
using CreditKit.Templates;

namespace CreditKit.AspNetCore.Tests.Support;

/// <summary>Writes the page on template variables from the view models and their comments.</summary>
internal static class TemplateContract
{
    public static string Write()
    {
        var docs = XDocument.Load(Path.ChangeExtension(typeof(PageTemplates).Assembly.Location, ".xml")).Descendants("member").Where(m => m.Element("summary") is not null).ToDictionary(m => m.Attribute("name")!.Value, m => Text(m.Element("summary")!));
        var text = new StringBuilder("""
            # Template variables

            Every page is `layout.html` around one of the page templates below. A file of the same name in the folder
            `Look.TemplateDirectory` takes the place of a built-in one; `Look.HeaderFile` and `Look.FooterFile` replace
            header and footer alone. Templates know `{{name}}` (always encoded), `{{#if}}`, `{{#unless}}`, `{{#each}}`,
            `{{#with}}`, `{{else}}`, `{{> part}}` and `{{!-- comment --}}`; triple braces are refused. A misspelt name
            stops the start with file and line. This page is written from the code and compared with it by a test.


            """.ReplaceLineEndings("\n"));
        var types = new List<Type>();
        text.Append("| template | variables |\n| --- | --- |\n");
        foreach (var (name, type) in PageTemplates.All)
        {
            text.Append($"| `{name}.html` | [{type.Name}](#{Anchor(type)}) |\n");
            Collect(type, types);
        }

        foreach (var type in types)
        {
            text.Append($"\n## {type.Name}\n\n{docs["T:" + type.FullName]}\n\n| variable | type | meaning |\n| --- | --- | --- |\n");
            foreach (var property in type.GetProperties().OrderBy(p => p.MetadataToken))
                text.Append($"| `{property.Name}` | {TypeName(property.PropertyType)} | {docs["P:" + property.DeclaringType!.FullName + "." + property.Name].Replace("|", "\\|", StringComparison.Ordinal)} |\n");
        }

        return text.ToString();
    }

    private static void Collect(Type type, List<Type> types)
    {
        if (types.Contains(type)) return;
        types.Add(type);
        foreach (var property in type.GetProperties())
        {
            var inner = Item(property.PropertyType);
            if (inner.Namespace == "CreditKit.Templates.Models") Collect(inner, types);
        }
    }

    private static Type Item(Type type) => type != typeof(string) && typeof(IEnumerable).IsAssignableFrom(type) && type.IsGenericType ? type.GetGenericArguments()[0] : type;

    private static string TypeName(Type type)
    {
        var item = Item(type);
        var name = item == typeof(string) ? "text" : item == typeof(bool) ? "yes or no" : item == typeof(TrustedMarkup) ? "marked text" : $"[{item.Name}](#{Anchor(item)})";
        return item == type ? name : "list of " + name;
    }

    private static string Anchor(Type type) => type.Name.ToLowerInvariant();

    private static string Text(XElement summary)
    {
        foreach (var c in summary.Descendants("c").ToList()) c.ReplaceWith("`" + c.Value.Replace("<", "&lt;", StringComparison.Ordinal) + "`");
        foreach (var see in summary.Descendants("see").ToList()) see.ReplaceWith("`" + (see.Attribute("cref") ?? see.Attribute("langword"))!.Value.Split('.')[^1] + "`");
        return string.Join(' ', summary.Value.Split(default(char[]), StringSplitOptions.RemoveEmptyEntries));
    }
}
