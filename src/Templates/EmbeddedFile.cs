namespace CreditKit.Templates;

/// <summary>The files that come inside the assembly.</summary>
internal static class EmbeddedFile
{
    /// <summary>The style sheet and the script, by name.</summary>
    public static readonly string[] Assets = ["column.css", "column.js", "staff.css"];

    public static byte[] Read(string name)
    {
        using var stream = typeof(EmbeddedFile).Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"CK1605: embedded file {name} is missing from the assembly.");
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }
}
