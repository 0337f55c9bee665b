using System.Collections;
using System.Reflection;
using System.Text;

namespace CreditKit.Templates;

/// <summary>
/// Puts layout, page and parts together as one text, and checks every variable against the view model on the way: a
/// misspelt name is found when the site starts, with file and line, and not by a visitor.
/// </summary>
internal sealed class TemplateComposer(Func<string, TemplateFile?> find, string page, Type model)
{
    private const int DeepestInclude = 8;
    private readonly StringBuilder _text = new();

    public static string Compose(Func<string, TemplateFile?> find, string page, Type model, string layout = "layout")
    {
        var composer = new TemplateComposer(find, page, model);
        composer.Add(layout, composer.Root(layout), 0);
        return composer._text.ToString();
    }

    private Stack<Type> Root(string name)
    {
        _ = find(name) ?? throw new TemplateException(name, 0, "找不到这个模板。");
        return new([model]);
    }

    private void Add(string name, Stack<Type> scope, int depth)
    {
        var file = find(name)!;
        if (depth > DeepestInclude) throw new TemplateException(file.Name, 0, "模板互相包含，没有尽头。");
        var opened = new Stack<(TemplateToken Token, bool Scoped)>();
        var at = 0;
        foreach (var token in TemplateScanner.Scan(file))
        {
            _text.Append(file.Text, at, token.Start - at);
            at = token.Start + token.Length;
            if (token.Kind == TemplateTokenKind.Include)
            {
                var included = token.Name == "content" ? page : token.Name;
                if (find(included) is null) throw new TemplateException(file.Name, token.Line, $"找不到要包含的模板 {included}。");
                Add(included, scope, depth + 1);
                continue;
            }

            Follow(file, token, scope, opened);
            _text.Append(file.Text, token.Start, token.Length);
        }

        _text.Append(file.Text, at, file.Text.Length - at);
    }

    private static void Follow(TemplateFile file, TemplateToken token, Stack<Type> scope, Stack<(TemplateToken Token, bool Scoped)> opened)
    {
        switch (token.Kind)
        {
            case TemplateTokenKind.Value:
                Resolve(file, token, scope);
                break;
            case TemplateTokenKind.Open:
                var type = Resolve(file, token, scope);
                var scoped = token.Name is "each" or "with";
                if (scoped) scope.Push(token.Name == "each" ? Item(file, token, type) : type);
                opened.Push((token, scoped));
                break;
            case TemplateTokenKind.Close:
                if (opened.Pop().Scoped) scope.Pop();
                break;
        }
    }

    private static Type Resolve(TemplateFile file, TemplateToken token, Stack<Type> scope)
    {
        var path = token.Path;
        if (path is "@first" or "@last" or "@index") return typeof(string);
        var up = 0;
        while (path.StartsWith("../", StringComparison.Ordinal))
        {
            path = path[3..];
            up++;
        }

        if (up >= scope.Count) throw new TemplateException(file.Name, token.Line, $"“{token.Path}” 的 ../ 太多。");
        var type = scope.ElementAt(up);
        if (path == "this") return type;
        foreach (var name in path.Split('.'))
        {
            type = type.GetProperty(name, BindingFlags.Public | BindingFlags.Instance)?.PropertyType
                ?? throw new TemplateException(file.Name, token.Line, $"没有变量 “{token.Path}”；这里可用的有：{string.Join('、', type.GetProperties().Select(p => p.Name).Order(StringComparer.Ordinal))}。");
        }

        return type;
    }

    private static Type Item(TemplateFile file, TemplateToken token, Type type) =>
        type != typeof(string) && typeof(IEnumerable).IsAssignableFrom(type) && type.IsGenericType
            ? type.GetGenericArguments()[0]
            : throw new TemplateException(file.Name, token.Line, $"“{token.Path}” 不是列表，不能用 {{{{#each}}}}。");
}
