using System.Globalization;
using CreditKit.Cases;
using CreditKit.Templates.Models;

namespace CreditKit.AspNetCore;

/// <summary>Collects the fields of a form with what is wrong with each.</summary>
internal sealed class FieldList(IReadOnlyList<CaseIssue> issues)
{
    private const int LongestText = 4000;

    private readonly List<FieldModel> _fields = [];

    public IReadOnlyList<FieldModel> Fields => _fields;

    public void Line(string name, string label, string help, string value, int longest, bool required = false, string input = "text", string complete = "off") =>
        _fields.Add(new() { Name = name, Label = label, Help = help, Error = Error(name), Value = value, Input = input, Required = required, MaxLength = Number(longest), AutoComplete = complete });

    public void Long(string name, string label, string help, string value, bool required) =>
        _fields.Add(new() { Name = name, Label = label, Help = help, Error = Error(name), Value = value, IsLong = true, Required = required, MaxLength = Number(LongestText) });

    public void Boxes(string name, string label, string help, IEnumerable<(int Value, string Text, bool Selected)> options) =>
        _fields.Add(new() { Name = name, Label = label, Help = help, Error = Error(name), IsBoxes = true, Required = true, Options = Options(name, options.Select(o => (Number(o.Value), o.Text, o.Selected))) });

    public void Choice(string name, string label, string help, IEnumerable<(int Value, string Text, bool Selected)> options) =>
        _fields.Add(new() { Name = name, Label = label, Help = help, Error = Error(name), IsChoice = true, Required = true, Options = Options(name, options.Select(o => (Number(o.Value), o.Text, o.Selected))) });

    public void Commitment(IReadOnlyList<CommitmentClause> clauses, IReadOnlyList<string> agreed) =>
        _fields.Add(new()
        {
            Name = "commitment",
            Label = "信用修复承诺书",
            Help = "逐条承诺。受理后承诺书向社会公开，并记入信用记录。",
            Error = Error("commitment"),
            IsBoxes = true,
            Required = true,
            Options = Options("commitment", clauses.Select(c => (c.Id, c.Text, agreed.Contains(c.Id)))),
        });

    public void Files(CaseOptions options, string materials, bool again) =>
        _fields.Add(new()
        {
            Name = "papers",
            Label = "证明材料",
            Help = $"{materials}{(again ? "浏览器不会保留选好的文件，请重新选择。" : "")}可以上传 PDF、OFD、JPG、PNG、GIF、BMP，每份不超过 {options.MaxAttachmentBytes / 1_000_000} MB，最多 {options.MaxAttachments} 份。",
            Error = Error("papers"),
            IsFiles = true,
        });

    /// <summary>The list at the top, each with a link to its field; what belongs to no field leads to the first.</summary>
    public IReadOnlyList<LinkModel> Errors(bool hasRecord) => [.. issues.Select(i => new LinkModel
    {
        Text = i.Message,
        Url = "#" + (_fields.Any(f => f.Name == i.Field) ? i.Field : hasRecord || _fields.Count == 0 ? "sgs-main" : _fields[0].Name),
    })];

    private static List<OptionModel> Options(string name, IEnumerable<(string Value, string Text, bool Selected)> options) =>
        [.. options.Select(o => new OptionModel { Name = name, Value = o.Value, Text = o.Text, Selected = o.Selected })];

    private string Error(string name) => string.Join(" ", issues.Where(i => i.Field == name).Select(i => i.Message));

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
