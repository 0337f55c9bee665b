using System.Collections;
using System.Text;
using System.Xml.Linq;
using CreditKit.Templates;

namespace CreditKit.AspNetCore.Tests.Support;

/// <summary>Writes the page on template variables from the view models, their comments and their Chinese meanings.</summary>
internal static class TemplateContract
{
    /// <summary>Every view model that a template meets, pages first as they come.</summary>
    public static IReadOnlyList<Type> Types { get; } = Find();

    public static string Write()
    {
        var docs = XDocument.Load(Path.ChangeExtension(typeof(PageTemplates).Assembly.Location, ".xml")).Descendants("member").Where(m => m.Element("summary") is not null).ToDictionary(m => m.Attribute("name")!.Value, m => Text(m.Element("summary")!));
        var text = new StringBuilder("""
            # 页面模板的变量（Template variables）

            每个页面都是 `layout.html` 套着下表中的一个页面模板；`embed.html`、`screen.html` 外面是 `bare.html`，套用网站自己的布局时外面是
            `fragment.html`。在 `Look.TemplateDirectory` 指定的文件夹里放一个同名文件，就替换内置的那一个；只换页头、页脚，用 `Look.HeaderFile`、
            `Look.FooterFile`。页头、页脚等部件里用所在页面的变量，各页都有 `Title` 和 `Frame`。

            模板里可以写 `{{名称}}`（总是转义）、`{{#if}}`、`{{#unless}}`、`{{#each}}`、`{{#with}}`、`{{else}}`、`{{> 部件}}` 和 `{{!-- 注释 --}}`；
            不接受三重花括号。名称写错时网站启动不了，并指出文件和行。

            变量都是排好的内容，模板里不必再算日期和金额。“文字”写成 `{{名称}}`，可能为空的先用 `{{#if}}` 判断；“带标记的文字”写法相同，
            其中的标记由程序写好，是安全的；“是或否”用在 `{{#if}}`、`{{#unless}}` 中；“……的列表”用在 `{{#each}}` 中，文字的列表里每一项是 `{{this}}`。
            下面各表由代码写出，有一项测试保证与代码一致；每个变量先写中文含义，后写英文。

            Every page is `layout.html` around one of the page templates below; around `embed.html` and `screen.html` stands
            `bare.html`, within a layout of the site's own `fragment.html`. A file of the same name in the folder
            `Look.TemplateDirectory` takes the place of a built-in one; `Look.HeaderFile` and `Look.FooterFile` replace
            header and footer alone. Parts such as these use the variables of the page they stand in; every page has `Title`
            and `Frame`. Templates know `{{name}}` (always encoded), `{{#if}}`, `{{#unless}}`, `{{#each}}`, `{{#with}}`,
            `{{else}}`, `{{> part}}` and `{{!-- comment --}}`; triple braces are refused. A misspelt name stops the start with
            file and line. Types: 文字 is text, 带标记的文字 text with safe markup of the program's own, 是或否 yes or no,
            X 的列表 a list of X. This page is written from the code and compared with it by a test.


            """.ReplaceLineEndings("\n"));
        text.Append("| 模板 template | 页面 page | 变量 variables |\n| --- | --- | --- |\n");
        foreach (var (name, type) in PageTemplates.All)
            text.Append($"| `{name}.html` | {TemplateMeanings.Of(type)} | [{type.Name}](#{Anchor(type)}) |\n");

        foreach (var type in Types)
        {
            text.Append($"\n## {type.Name}\n\n{TemplateMeanings.Of(type)}。{docs["T:" + type.FullName]}\n\n| 变量 | 类型 | 含义 | meaning |\n| --- | --- | --- | --- |\n");
            foreach (var property in type.GetProperties().OrderBy(p => p.MetadataToken))
                text.Append($"| `{property.Name}` | {TypeName(property.PropertyType)} | {Cell(TemplateMeanings.Of(property))} | {Cell(docs["P:" + property.DeclaringType!.FullName + "." + property.Name])} |\n");
        }

        return text.ToString();
    }

    private static List<Type> Find()
    {
        var types = new List<Type>();
        foreach (var type in PageTemplates.All.Values) Collect(type, types);
        return types;
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
        var name = item == typeof(string) ? "文字" : item == typeof(bool) ? "是或否" : item == typeof(TrustedMarkup) ? "带标记的文字" : $"[{item.Name}](#{Anchor(item)})";
        return item == type ? name : name.EndsWith(')') ? name + " 的列表" : name + "的列表";
    }

    private static string Cell(string text) => text.Replace("|", "\\|", StringComparison.Ordinal);

    private static string Anchor(Type type) => type.Name.ToLowerInvariant();

    private static string Text(XElement summary)
    {
        foreach (var c in summary.Descendants("c").ToList()) c.ReplaceWith("`" + c.Value.Replace("<", "&lt;", StringComparison.Ordinal) + "`");
        foreach (var see in summary.Descendants("see").ToList()) see.ReplaceWith("`" + (see.Attribute("cref") ?? see.Attribute("langword"))!.Value.Split('.')[^1] + "`");
        return string.Join(' ', summary.Value.Split(default(char[]), StringSplitOptions.RemoveEmptyEntries));
    }
}
