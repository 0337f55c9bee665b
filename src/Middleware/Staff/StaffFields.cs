using CreditKit.Templates.Models;

namespace CreditKit.AspNetCore.Staff;

/// <summary>Makes fields of forms.</summary>
internal static class StaffFields
{
    public static StaffField Text(string name, string label, string value, string help = "", bool required = false, string error = "", string care = "", string input = "text") =>
        Described(new() { Id = "f-" + name, Name = name, Label = label, Value = value, Help = help, Required = required, Error = error, Care = care, Input = input });

    public static StaffField Long(string name, string label, string value, string help = "", bool required = false, string error = "", string care = "") =>
        Described(new() { Id = "f-" + name, Name = name, Label = label, Value = value, Help = help, Required = required, Error = error, Care = care, IsLong = true, Wide = true });

    public static StaffField Select(string name, string label, IEnumerable<(string Value, string Text)> options, string value, string help = "", bool required = false, string error = "", string care = "") =>
        Described(new() { Id = "f-" + name, Name = name, Label = label, Help = help, Required = required, Error = error, Care = care, IsSelect = true, Options = [.. options.Select(o => new StaffOption { Value = o.Value, Text = o.Text, Selected = o.Value == value })] });

    public static StaffField Boxes(string name, string label, IEnumerable<(string Value, string Text, bool Selected)> options, string help = "", bool required = false, string error = "", string care = "") =>
        Described(new() { Id = "f-" + name, Name = name, Label = label, Help = help, Required = required, Error = error, Care = care, IsBoxes = true, Wide = true, Options = [.. options.Select((o, i) => new StaffOption { Id = FormattableString.Invariant($"f-{name}-{i}"), Name = name, Value = o.Value, Text = o.Text, Selected = o.Selected })] });

    public static StaffField File(string name, string label, string help) => Described(new() { Id = "f-" + name, Name = name, Label = label, Help = help, IsFile = true, Required = true });

    public static StaffField Described(StaffField field) => field with
    {
        DescribedBy = string.Join(' ', new[] { field.Help.Length > 0 ? field.Id + "-help" : "", field.Error.Length > 0 ? field.Id + "-error" : "", field.Care.Length > 0 ? field.Id + "-care" : "" }.Where(s => s.Length > 0)),
    };
}
