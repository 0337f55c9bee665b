using System.Text;
using System.Text.Json;
using CreditKit.Catalog;
using CreditKit.Intake.Answer;
using CreditKit.Intake.Readers;
using CreditKit.Records;
using CreditKit.Standards;
using CreditKit.Standards.Workbooks;

namespace CreditKit.Intake.Items;

/// <summary>Catalogue editions from files and to files: the platform's table (CSV, XLSX, XLS), or JSON with everything.</summary>
internal static class CatalogFile
{
    private const int MostFaults = 50;

    /// <summary>Reads an edition. All or nothing: a catalogue with holes would open or close the wrong things.</summary>
    /// <param name="path">The file.</param>
    /// <param name="head">What the file does not say.</param>
    /// <param name="today">From when the edition is in force if nobody says.</param>
    /// <exception cref="CreditKitException">CK1463: rows are wrong, each with its fault; CK1464: the JSON cannot be read; CK14xx: the file cannot.</exception>
    public static CatalogEdition Read(string path, CatalogHead head, DateOnly today)
    {
        var edition = IsJson(path) ? FromJson(path) : FromTable(path, today);
        edition = edition with
        {
            Id = head.Id ?? edition.Id,
            Title = head.Title ?? edition.Title,
            Layer = head.Layer ?? edition.Layer,
            From = head.From ?? edition.From,
            Until = head.Until ?? edition.Until,
            Source = head.Source ?? edition.Source,
        };
        if (edition.Until < edition.From) throw new CreditKitException("CK1465", "目录的停用日期早于启用日期。", "请核对 --from 和 --until。");
        var twice = edition.Items.GroupBy(i => (ItemCatalog.Key(i.Code), i.From)).FirstOrDefault(g => g.Count() > 1);
        if (twice is not null) throw new CreditKitException("CK1463", $"目录中事项编码 {twice.First().Code} 重复。", "同一编码在同一时期只能有一行；前后两段请用启用日期和停用日期分开。");
        return edition;
    }

    /// <summary>Writes items as the table (CSV with BOM, XLSX) or an edition as JSON, by the file's extension.</summary>
    public static void Write(string path, CatalogEdition edition)
    {
        using var target = new FileStream(path, FileMode.Create, FileAccess.Write);
        switch (Path.GetExtension(path).ToUpperInvariant())
        {
            case ".JSON":
                JsonSerializer.Serialize(target, edition, CatalogJson.Plain.CatalogEdition);
                break;
            case ".XLSX":
                WriteSheet(target, edition);
                break;
            default:
                WriteCsv(target, edition);
                break;
        }
    }

    private static void WriteSheet(Stream target, CatalogEdition edition)
    {
        using var book = new WorkbookWriter(target);
        using var sheet = book.Sheet("事项目录");
        sheet.Columns(CatalogSheet.Heads.Select(h => Math.Clamp(h.Length * 2 + 4, 12, 40)));
        sheet.Row(CatalogSheet.Heads, CellLook.Heading);
        foreach (var item in edition.Items) sheet.Row(CatalogSheet.Write(item));
    }

    private static void WriteCsv(Stream target, CatalogEdition edition)
    {
        using var writer = new StreamWriter(target, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true)) { NewLine = "\r\n" };
        writer.WriteLine(string.Join(',', CatalogSheet.Heads));
        foreach (var item in edition.Items) writer.WriteLine(string.Join(',', CatalogSheet.Write(item).Select(Quoted)));
    }

    private static string Quoted(string cell)
    {
        var safe = SafeCell.Escape(cell);
        return safe.AsSpan().IndexOfAny(",\"\r\n") < 0 ? safe : $"\"{safe.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
    }

    private static bool IsJson(string path) => Path.GetExtension(path).Equals(".json", StringComparison.OrdinalIgnoreCase);

    private static CatalogEdition FromJson(string path)
    {
        if (!File.Exists(path)) throw ReadFault.Missing(path);
        try
        {
            using var stream = File.OpenRead(path);
            return Whole(JsonSerializer.Deserialize(stream, CatalogJson.Plain.CatalogEdition) ?? throw new JsonException("文件为空"));
        }
        catch (JsonException e)
        {
            throw new CreditKitException("CK1464", $"事项目录文件 {Path.GetFileName(path)} 第 {e.LineNumber + 1} 行无法读取（{e.Path}）。", "写法见 creditkit catalogue export 目录.json 的结果。", e);
        }
    }

    // The generated reader leaves out what a type states for values that the file does not have.
    private static CatalogEdition Whole(CatalogEdition read) => read with
    {
        Source = read.Source ?? "",
        Items = [.. (read.Items ?? []).Select(i => i with
        {
            Kind = i.Kind == default ? RecordKind.License : i.Kind,
            Provider = i.Provider ?? Authority.None,
            ProviderKind = i.ProviderKind == default ? ProviderKind.Agency : i.ProviderKind,
            Sharing = i.Sharing == default ? Sharing.Unconditional : i.Sharing,
            Openness = i.Openness == default ? Openness.Open : i.Openness,
        })],
    };

    private static CatalogEdition FromTable(string path, DateOnly today)
    {
        var items = new List<CatalogItem>();
        var faults = new List<string>();
        using var reader = RecordReaders.Open(path, new ReaderOptions { Score = CatalogSheet.Score });
        while (reader.NextSection())
        {
            var map = CatalogSheet.Map(reader.Headings);
            if (map.Count(c => c >= 0) < 2) continue;
            while (reader.Read(out var row))
            {
                var found = new List<string>();
                if (CatalogSheet.Read(row.Cells, map, found) is { } item) items.Add(item);
                faults.AddRange(found.Select(f => $"第 {row.Number} 行：{f}"));
                if (faults.Count >= MostFaults) break;
            }
        }

        if (faults.Count > 0) throw new CreditKitException("CK1463", $"事项目录有 {faults.Count} 处需要改正：\n{string.Join('\n', faults)}\n", "目录要么全部接收，要么都不接收；请改正后重新导入。");
        if (items.Count == 0) throw ReadFault.NoHeadings(path, null, 0);
        var name = Path.GetFileNameWithoutExtension(path);
        return new CatalogEdition { Id = name, Title = name, Layer = CatalogLayer.Supplement, From = today, Items = items };
    }
}
