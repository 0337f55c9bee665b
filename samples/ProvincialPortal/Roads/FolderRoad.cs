using System.Xml.Linq;
using ProvincialPortal.Rules;
using ProvincialPortal.Store;

namespace ProvincialPortal.Roads;

/// <summary>
/// Fetches XML files from a folder as a province's FTP job does: only files whose done-marker is there, good rows are
/// taken, and a receipt names the others.
/// </summary>
internal sealed class FolderRoad(ProvincialPortalOptions options, PortalStore store, RowRules rules, TimeProvider time)
{
    public const string Road = "文件";

    /// <summary>Fetches what is there. Number of files.</summary>
    public int Fetch()
    {
        var done = 0;
        foreach (var marker in Directory.EnumerateFiles(options.DropFolder, "*.xml.done").Order(StringComparer.Ordinal))
        {
            var file = marker[..^".done".Length];
            if (Path.GetFileName(file) is not { } name || !File.Exists(file)) continue;
            var kind = name.StartsWith("XZXK", StringComparison.Ordinal) ? "行政许可" : "行政处罚";
            List<KeylessRow> rows = [.. XDocument.Load(file, LoadOptions.PreserveWhitespace).Root!.Elements("ROW").Select(r => new KeylessRow(kind, r.Elements().ToDictionary(e => e.Name.LocalName, e => e.Value)))];
            var receipt = new XElement("receipt", new XAttribute("file", name), new XAttribute("number", $"HZ{Path.GetFileNameWithoutExtension(name)}"));
            if (name.Contains("CX_", StringComparison.Ordinal)) store.Remove(Road, rows, time.GetUtcNow());
            else Take(rows, receipt);
            Write(receipt, options.DropFolder, name);
            Directory.CreateDirectory(Path.Combine(options.DropFolder, "taken"));
            File.Move(file, Path.Combine(options.DropFolder, "taken", name), overwrite: true);
            File.Delete(marker);
            done++;
        }

        return done;
    }

    internal void Take(List<KeylessRow> rows, XElement receipt, Func<int, int>? line = null)
    {
        var good = new List<KeylessRow>();
        for (var i = 0; i < rows.Count; i++)
        {
            if (rules.Check(rows[i]) is not { } refusal) good.Add(rows[i]);
            else
            {
                store.CountRejected();
                receipt.Add(new XElement("row", new XElement("line", line?.Invoke(i) ?? i + 1), new XElement("code", refusal.Code), new XElement("message", refusal.Message)));
            }
        }

        store.Replace(Road, good, time.GetUtcNow());
    }

    internal static void Write(XElement receipt, string folder, string name)
    {
        var receipts = Directory.CreateDirectory(Path.Combine(folder, "receipts")).FullName;
        receipt.Save(Path.Combine(receipts, name + ".tmp"));
        File.Move(Path.Combine(receipts, name + ".tmp"), Path.Combine(receipts, name + ".receipt.xml"), overwrite: true);
    }
}
