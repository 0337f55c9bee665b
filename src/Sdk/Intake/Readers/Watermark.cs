using System.Globalization;

namespace CreditKit.Intake.Readers;

/// <summary>A watermark as text and back, with its type, so that the next query compares like with like.</summary>
internal static class Watermark
{
    /// <summary>The text of a value; null for a type that has no order.</summary>
    public static string? Write(object value) => value switch
    {
        DateTime time => "d:" + time.ToString("O", CultureInfo.InvariantCulture),
        DateTimeOffset time => "o:" + time.ToString("O", CultureInfo.InvariantCulture),
        DateOnly day => "d:" + day.ToDateTime(TimeOnly.MinValue).ToString("O", CultureInfo.InvariantCulture),
        byte or short or int or long => "i:" + Convert.ToInt64(value, CultureInfo.InvariantCulture).ToString(CultureInfo.InvariantCulture),
        decimal number => "m:" + number.ToString(CultureInfo.InvariantCulture),
        double or float => "f:" + Convert.ToDouble(value, CultureInfo.InvariantCulture).ToString("R", CultureInfo.InvariantCulture),
        byte[] bytes => "b:" + Convert.ToHexString(bytes),
        string text => "s:" + text,
        _ => null,
    };

    /// <summary>The value to compare with, set back by the overlap where it is a time or a number.</summary>
    public static object Read(string text, DatabaseSourceOptions options)
    {
        var value = text[2..];
        return text[0] switch
        {
            'd' => DateTime.Parse(value, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind) - options.Overlap,
            'o' => DateTimeOffset.Parse(value, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind) - options.Overlap,
            'i' => long.Parse(value, CultureInfo.InvariantCulture) - options.OverlapNumber,
            'm' => decimal.Parse(value, CultureInfo.InvariantCulture) - options.OverlapNumber,
            'f' => double.Parse(value, CultureInfo.InvariantCulture),
            'b' => Convert.FromHexString(value),
            's' when Back(value, options.Overlap) is { } earlier => earlier,
            _ => value,
        };
    }

    /// <summary>Whether what was read is at most what is stored: rows that are read again move nothing back.</summary>
    public static bool IsBehind(string read, string? stored, DatabaseSourceOptions options)
    {
        if (stored is null || read[0] != stored[0]) return false;
        var plain = new DatabaseSourceOptions { Overlap = TimeSpan.Zero, OverlapNumber = 0 };
        return read[0] == 'b'
            ? Convert.FromHexString(read[2..]).AsSpan().SequenceCompareTo(Convert.FromHexString(stored[2..])) <= 0
            : read[0] == 's' ? string.CompareOrdinal(read, stored) <= 0 : ((IComparable)Read(read, plain)).CompareTo(Read(stored, plain)) <= 0;
    }

    // SQLite keeps times as text; the form stays, so that the comparison of texts stays one of times.
    private static string? Back(string text, TimeSpan overlap)
    {
        foreach (var format in (ReadOnlySpan<string>)["yyyy-MM-dd HH:mm:ss", "yyyy-MM-dd HH:mm:ss.fff", "yyyy-MM-ddTHH:mm:ss", "yyyy-MM-ddTHH:mm:ss.fff", "yyyy/MM/dd HH:mm:ss"])
            if (DateTime.TryParseExact(text, format, CultureInfo.InvariantCulture, DateTimeStyles.None, out var time))
                return (time - overlap).ToString(format, CultureInfo.InvariantCulture);
        return null;
    }
}
