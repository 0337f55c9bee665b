using System.Collections;
using System.Text;
using System.Xml.Linq;
using CreditKit.Templates;

namespace CreditKit.AspNetCore.Tests.Support;

/// <summary>Writes the page on template variables from the view models and their comments.</summary>
internal static class TemplateContract
{
    private static readonly Dictionary<string, string> s_pages = new(StringComparer.Ordinal)
    {
        ["front"] = "专栏首页", ["list"] = "列表和查询结果", ["detail"] = "一条信息", ["subject"] = "一个主体的全部信息", ["notices"] = "撤下公告", ["withdrawn"] = "已撤下的信息",
        ["remedy"] = "异议与修复", ["about"] = "公示依据", ["data"] = "数据下载", ["message"] = "提示页（404、429 等）", ["form"] = "公众表单", ["receipt"] = "回执",
        ["case"] = "办理进度", ["cases"] = "异议、咨询和承诺公示", ["catalogue"] = "事项目录", ["statistics"] = "数据统计", ["dictionary"] = "数据字典", ["privacy"] = "隐私说明",
        ["lists"] = "严重失信主体名单", ["commitments"] = "信用承诺公示", ["embed"] = "供其他网站嵌入的列表", ["screen"] = "大厅大屏",
    };

    public static string Write()
    {
        var docs = XDocument.Load(Path.ChangeExtension(typeof(PageTemplates).Assembly.Location, ".xml")).Descendants("member").Where(m => m.Element("summary") is not null).ToDictionary(m => m.Attribute("name")!.Value, m => Text(m.Element("summary")!));
        var text = new StringBuilder("""
            # 页面模板的变量（Template variables）

            每个页面都是 `layout.html` 套着下表中的一个页面模板。在 `Look.TemplateDirectory` 指定的文件夹里放一个同名文件，就替换内置的那一个；
            只换页眉、页脚，用 `Look.HeaderFile`、`Look.FooterFile`。模板里可以写 `{{名称}}`（总是转义）、`{{#if}}`、`{{#unless}}`、`{{#each}}`、
            `{{#with}}`、`{{else}}`、`{{> 部件}}` 和 `{{!-- 注释 --}}`；不接受三重花括号。名称写错时网站启动不了，并指出文件和行。
            变量都是排好的文字，模板里不必再算日期和金额。下面各表由代码生成，有一项测试保证二者一致；变量的含义用英文写。

            Every page is `layout.html` around one of the page templates below. A file of the same name in the folder
            `Look.TemplateDirectory` takes the place of a built-in one; `Look.HeaderFile` and `Look.FooterFile` replace
            header and footer alone. Templates know `{{name}}` (always encoded), `{{#if}}`, `{{#unless}}`, `{{#each}}`,
            `{{#with}}`, `{{else}}`, `{{> part}}` and `{{!-- comment --}}`; triple braces are refused. A misspelt name
            stops the start with file and line. This page is written from the code and compared with it by a test.


            """.ReplaceLineEndings("\n"));
        var types = new List<Type>();
        text.Append("| 模板 template | 页面 | 变量 variables |\n| --- | --- | --- |\n");
        foreach (var (name, type) in PageTemplates.All)
        {
            text.Append($"| `{name}.html` | {s_pages[name]} | [{type.Name}](#{Anchor(type)}) |\n");
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
