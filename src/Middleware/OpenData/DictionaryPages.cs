using System.Text.Json;
using System.Text.Json.Nodes;
using CreditKit.Records;
using CreditKit.Templates.Models;

namespace CreditKit.AspNetCore;

/// <summary>The data dictionary, as a page and as JSON: the columns of the lists, every public value, every code.</summary>
internal static class DictionaryPages
{
    public const string Path = "/data/dictionary";

    private static (string Heading, (string Code, string Text)[] Values)[] Codes(PageContext context) =>
    [
        ("信息类型 kind", [.. context.Options.Kinds.Select(v => (ListQuery.Code(v), Words.Of(v)))]),
        ("严重程度 severity", [.. Enum.GetValues<Severity>().Select(v => (ListQuery.Code(v), Words.Of(v)))]),
        ("许可状态 status", [.. Enum.GetValues<LicenseStatus>().Select(v => (ListQuery.Code(v), Words.Of(v)))]),
        ("相对人类别 counterpart", [.. Enum.GetValues<CounterpartKind>().Where(v => v != CounterpartKind.Unknown).Select(v => (ListQuery.Code(v), Words.Of(v)))]),
    ];

    public static DictionaryPage Map(PageContext context)
    {
        var frame = context.Frame(Path, "", "/data", new LinkModel { Text = "数据下载", Url = context.Urls.Data }, new LinkModel { Text = "数据字典" });
        return new()
        {
            Title = PlainPages.Title(context, "数据字典"),
            Frame = frame with { Metas = [.. frame.Metas, .. PageTags.Column(context.Options, "数据字典", "下载文件和接口中各列、各个代码的含义")] },
            Columns = [.. RecordColumns.All.Select(c => new RuleModel { Title = c.Heading, Number = c.Name, Text = c.Meaning })],
            Groups = [.. FieldDictionary.Shown(context.Options.Kinds).GroupBy(f => f.Group).Select(g => new DictionaryGroupModel { Heading = g.Key, Rows = [.. g.Select(f => new RuleModel { Title = Label(f), Number = f.Id, Text = f.Meaning })] })],
            Codes = [.. Codes(context).Select(c => new DictionaryGroupModel { Heading = c.Heading, Rows = [.. c.Values.Select(v => new RuleModel { Number = v.Code, Title = v.Text })] })],
            JsonUrl = context.Urls.File(Path + ".json"),
        };
    }

    /// <summary>The same for programs.</summary>
    public static byte[] Json(PageContext context) => JsonSerializer.SerializeToUtf8Bytes(new JsonObject
    {
        ["columns"] = new JsonArray([.. RecordColumns.All.Select(c => new JsonObject { ["name"] = c.Name, ["heading"] = c.Heading, ["meaning"] = c.Meaning })]),
        ["fields"] = new JsonArray([.. FieldDictionary.Shown(context.Options.Kinds).Select(f => new JsonObject { ["id"] = f.Id, ["group"] = f.Group, ["label"] = f.Label, ["kind"] = f.Kind is { } k ? ListQuery.Code(k) : null, ["meaning"] = f.Meaning })]),
        ["codes"] = new JsonArray([.. Codes(context).Select(c => new JsonObject { ["name"] = c.Heading, ["values"] = new JsonArray([.. c.Values.Select(v => new JsonObject { ["code"] = v.Code, ["meaning"] = v.Text })]) })]),
    }, PageTags.Json);

    private static string Label(FieldEntry field) =>
        field.Kind is null && field.LicenseLabel is { } license && field.PenaltyLabel is { } penalty ? $"{field.Label}（{license}、{penalty}）" : field.Label;
}
