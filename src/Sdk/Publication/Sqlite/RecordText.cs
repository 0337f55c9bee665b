using System.Buffers;
using System.Text;
using CreditKit.Publication.Search;

namespace CreditKit.Publication.Sqlite;

/// <summary>
/// What of a stored record can be searched, folded straight from its bytes: the values of <see cref="SearchText"/>, in
/// another order and not each only once, without making the record.
/// </summary>
internal static class RecordText
{
    [ThreadStatic]
    private static char[]? s_value;

    /// <summary>Writes the folded values, each ended by the separator; false when a shape is not known to the reader yet.</summary>
    public static bool Write(ReadOnlySpan<byte> body, Dictionary<uint, FieldShape> shapes, ArrayBufferWriter<char> target)
    {
        var r = new ByteReader(body);
        r.Number(); // form
        r.Skip(); // id
        r.Number(); // revision
        r.Number(); // kind
        r.Number(); // kind of counterpart
        Value(r.Utf8(), target); // name
        Value(r.Utf8(), target); // code
        Value(r.Utf8(), target); // document number
        Value(r.Utf8(), target); // title
        Value(r.Utf8(), target); // summary
        Value(r.Utf8(), target); // category
        Value(r.Utf8(), target); // authority
        Value(r.Utf8(), target); // domain
        for (var n = 0; n < 7; n++) r.Number(); // severity, status, decided, from, until, published, repairable
        r.Skip(); // period
        r.Number(); // flags
        for (var fields = r.Int(); fields > 0; fields--)
        {
            if (!shapes.TryGetValue((uint)(r.Number() >> 1), out var shape)) return false;
            if (SearchText.Holds(shape.Group)) Value(r.Utf8(), target);
            else r.Skip();
        }

        return true;
    }

    private static void Value(ReadOnlySpan<byte> utf8, ArrayBufferWriter<char> target)
    {
        if (utf8.IsEmpty) return;
        if (s_value is null || s_value.Length < utf8.Length) s_value = new char[Math.Max(1024, utf8.Length)];
        SearchText.Value(s_value.AsSpan(0, Encoding.UTF8.GetChars(utf8, s_value)), target);
    }
}
