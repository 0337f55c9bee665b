using System.Buffers;
using System.Text;

namespace CreditKit.Templates;

/// <summary>Text straight into a byte buffer as UTF-8: no page ever exists as a string.</summary>
internal sealed class Utf8TextWriter(IBufferWriter<byte> output) : TextWriter(System.Globalization.CultureInfo.InvariantCulture)
{
    private char _high;

    public override Encoding Encoding => Encoding.UTF8;

    public override void Write(char value)
    {
        if (char.IsHighSurrogate(value))
        {
            _high = value;
            return;
        }

        if (char.IsLowSurrogate(value) && _high != 0) Write([_high, value]);
        else Write([value]);
        _high = '\0';
    }

    public override void Write(string? value) => Write(value.AsSpan());

    public override void Write(char[] buffer, int index, int count) => Write(buffer.AsSpan(index, count));

    public override void Write(ReadOnlySpan<char> buffer)
    {
        if (!buffer.IsEmpty) Encoding.UTF8.GetBytes(buffer, output);
    }

    public override void Write(StringBuilder? value)
    {
        if (value is null) return;
        foreach (var chunk in value.GetChunks()) Write(chunk.Span);
    }
}
