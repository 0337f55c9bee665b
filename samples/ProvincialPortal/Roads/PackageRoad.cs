using System.Security.Cryptography;
using System.Text.Json;
using System.Xml.Linq;
using ProvincialPortal.Store;

namespace ProvincialPortal.Roads;

/// <summary>Takes packages in as the platform's counter does: opens them with the password, checks every checksum and the serial, and writes a receipt. XML packages only.</summary>
internal sealed class PackageRoad(PortalStore store, FolderRoad files, TimeProvider time)
{
    /// <summary>Takes a package in. The manifest; null when it cannot be opened or something in it was changed.</summary>
    public JsonElement? Take(string path, string password)
    {
        if (AesZipReader.Open(File.ReadAllBytes(path), password) is not { } contents) return null;
        var manifest = JsonDocument.Parse(contents["manifest.json"]).RootElement;
        var receipt = new XElement("receipt", new XAttribute("file", Path.GetFileName(path)), new XAttribute("number", $"GP{manifest.GetProperty("serial")}"));
        foreach (var file in manifest.GetProperty("files").EnumerateArray())
        {
            var name = file.GetProperty("name").GetString()!;
            if (Convert.ToHexStringLower(SHA256.HashData(contents[name])) != file.GetProperty("sha256").GetString()) return null;
            if (!name.EndsWith(".xml", StringComparison.Ordinal)) continue;
            var kind = name.Contains("行政许可", StringComparison.Ordinal) ? "行政许可" : "行政处罚";
            List<KeylessRow> rows = [.. XDocument.Load(new MemoryStream(contents[name]), LoadOptions.PreserveWhitespace).Root!.Elements("ROW").Select(r => new KeylessRow(kind, r.Elements().ToDictionary(e => e.Name.LocalName, e => e.Value)))];
            int[] lines = [.. file.GetProperty("lines").EnumerateArray().Select(l => l.GetInt32())];
            if (name.StartsWith("撤下", StringComparison.Ordinal)) store.Remove(FolderRoad.Road, rows, time.GetUtcNow());
            else files.Take(rows, receipt, i => lines[i]);
        }

        FolderRoad.Write(receipt, Path.GetDirectoryName(path)!, Path.GetFileName(path));
        return manifest;
    }
}
