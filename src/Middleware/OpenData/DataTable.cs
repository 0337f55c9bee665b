using CreditKit.Desensitization;
using CreditKit.Publication;
using CreditKit.Records;

namespace CreditKit.AspNetCore;

/// <summary>A table that is written row by row.</summary>
/// <param name="Headings">The first row.</param>
/// <param name="Rows">The others; the same array is filled again for each.</param>
internal sealed record DataTable(IReadOnlyList<string> Headings, IEnumerable<string[]> Rows)
{
    /// <summary>What lists show.</summary>
    public static DataTable List(IPublicQuery query, PublicFilter filter)
    {
        return new([.. RecordColumns.All.Select(c => c.Heading)], Rows());

        IEnumerable<string[]> Rows()
        {
            var columns = RecordColumns.All;
            var cells = new string[columns.Length];
            foreach (var row in PublicRows.Of(query, filter))
            {
                for (var i = 0; i < cells.Length; i++) cells[i] = columns[i].Value(row);
                yield return cells;
            }
        }
    }

    /// <summary>Every public value of the records of one kind, or of all.</summary>
    public static DataTable Full(IPublicQuery query, PublicFilter filter)
    {
        var fields = FieldDictionary.Of(filter.Kind);
        var places = new Dictionary<string, int>(StringComparer.Ordinal);
        string[] first = ["公示编号", "信息类型", "修订号"];
        string[] last = ["公示期限", "首次发布", "最早可申请修复", "曾经更正", "异议处理中", "其他数据项"];
        for (var i = 0; i < fields.Count; i++) places[fields[i].Id] = first.Length + i;
        return new([.. first, .. fields.Select(f => f.LabelOf(filter.Kind)), .. last], Rows());

        IEnumerable<string[]> Rows()
        {
            var cells = new string[first.Length + fields.Count + last.Length];
            foreach (var record in query.Stream(filter))
            {
                if (record.NaturalPerson) continue;
                Fill(cells, record);
                yield return cells;
            }
        }

        void Fill(string[] cells, PublicRecord record)
        {
            Array.Fill(cells, "");
            (cells[0], cells[1], cells[2]) = (record.Id, Words.Of(record.Kind), Words.Plain(record.Revision));
            List<string>? others = null;
            foreach (var field in record.Fields)
            {
                if (!places.TryGetValue(field.Id, out var at)) (others ??= []).Add($"{field.Label}：{field.Value}");
                else cells[at] = field.Value;
            }

            var end = cells.AsSpan(first.Length + fields.Count);
            end[0] = record.PeriodLine;
            end[1] = ShanghaiTime.Minute(record.PublishedAt);
            end[2] = ListQuery.Day(record.RepairableFrom) ?? "";
            end[3] = record.Corrected ? "是" : "";
            end[4] = record.UnderObjection ? "是" : "";
            end[5] = others is null ? "" : string.Join('；', others);
        }
    }
}
