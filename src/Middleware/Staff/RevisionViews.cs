using CreditKit.Ledger;
using CreditKit.Standards;
using CreditKit.Templates;
using CreditKit.Templates.Models;

namespace CreditKit.AspNetCore.Staff;

/// <summary>What changed between two revisions: public values beside each other, the rest by name only.</summary>
internal static class RevisionViews
{
    public static StaffBlock Difference(CreditKitEngine engine, RecordRevision before, RecordRevision after)
    {
        var left = RecordViews.Public(engine, before.Record).Fields;
        var right = RecordViews.Public(engine, after.Record).Fields;
        var rows = new List<StaffComparison>();
        foreach (var id in left.Concat(right).Select(f => f.Id).Distinct(StringComparer.Ordinal))
        {
            var (old, now) = (left.FirstOrDefault(f => f.Id == id), right.FirstOrDefault(f => f.Id == id));
            if (old?.Value == now?.Value) continue;
            rows.Add(new() { Label = (now ?? old)!.Label, Left = Text(old?.Value), Right = Text(now?.Value) });
        }

        var heads = Changed(before, after);
        return new()
        {
            Heading = FormattableString.Invariant($"第 {after.Revision} 次"),
            Note = $"{ShanghaiTime.Minute(after.At)}，{after.Source.Actor}，来自 {after.Source.System}。{(string.IsNullOrWhiteSpace(after.Reason) ? "" : $"理由：{engine.Desensitizer.MaskText(after.Reason).Text}。")}{(heads.Count == 0 ? "内容没有变化。" : $"改动的项目：{string.Join("、", heads)}。")}",
            Compare = rows.Count == 0 ? null : new() { Left = "原来", Right = "现在", Rows = rows },
        };
    }

    /// <summary>Heads of the columns that differ, personal ones included: their names say nothing.</summary>
    private static List<string> Changed(RecordRevision before, RecordRevision after)
    {
        var writer = RecordWriter.For(StandardEditions.Default.Current, after.Record.Kind, extensions: true);
        var (left, right) = (writer.Write(before.Record), writer.Write(after.Record));
        return [.. writer.Columns.Where((_, i) => left[i] != right[i]).Select(c => c.Head).Distinct()];
    }

    private static TrustedMarkup Text(string? value) => TrustedMarkup.FromText(string.IsNullOrEmpty(value) ? "（空）" : value);
}
