using System.Globalization;
using CreditKit.Standards;

namespace CreditKit.Reporting;

/// <summary>Turns an edition's columns into the receiver's: other names, columns left out, columns added.</summary>
internal sealed class ColumnMapping
{
    private readonly ChannelOptions _options;
    private readonly (StandardColumn Column, string Template)[] _extra;

    public ColumnMapping(ChannelOptions options, StandardEdition edition)
    {
        _options = options;
        var known = edition.Columns(Records.RecordKind.License).Concat(edition.Columns(Records.RecordKind.Penalty)).Select(c => c.Code).ToHashSet(StringComparer.OrdinalIgnoreCase);
        foreach (var code in options.Columns.Keys.Concat(options.Limits.Keys))
            if (!known.Contains(code))
                throw new CreditKitException("CK1506", $"报送通道“{options.Name}”的列 {code} 不在数据标准版本 {edition.Id} 中。", "请核对 Columns 和 Limits 中的列代码，以及 Edition。");
        _extra = [.. options.ExtraColumns.Select(e => (new StandardColumn { Code = e.Key, Field = StandardField.None, Head = e.Key }, e.Value))];
    }

    /// <summary>The columns of the edition that travel, under the receiver's names and limits.</summary>
    public IReadOnlyList<StandardColumn?> Map(IReadOnlyList<StandardColumn> columns) => [.. columns.Select(Map)];

    /// <summary>The receiver's additional cells.</summary>
    public IEnumerable<ReportCell> Extra(Func<string, string> value) => _extra.Select(e => new ReportCell(e.Column, Fill(e.Template, value)));

    private StandardColumn? Map(StandardColumn column)
    {
        var name = _options.Columns.TryGetValue(column.Code, out var mapped) ? mapped.Trim() : column.Code;
        if (name is "-" or "") return null;
        // The lengths of an edition are usual values and warn; what the receiver itself refuses is in Limits.
        return column with { Code = name, Length = _options.Limits.TryGetValue(column.Code, out var limit) ? limit : 0 };
    }

    private static string Fill(string template, Func<string, string> value)
    {
        var open = template.IndexOf('{', StringComparison.Ordinal);
        if (open < 0) return template;
        var close = template.IndexOf('}', open);
        return close < 0 ? template : string.Create(CultureInfo.InvariantCulture, $"{template[..open]}{value(template[(open + 1)..close])}{Fill(template[(close + 1)..], value)}");
    }
}
