using System.Text;
using CreditKit.Recognition;

namespace CreditKit.Desensitization;

/// <summary>
/// Masks the lines of one text: each for itself, but a number that is broken over the end of a line is one number, and a name
/// that stands behind a cue word once is hidden in every line.
/// </summary>
internal sealed class LineMasker
{
    /// <summary>The characters on both sides of a line's end that one number can take, with its cue word.</summary>
    private const int Reach = 48;

    private const int MostNames = 64;

    private readonly IReadOnlyList<string> _lines;
    private readonly IReadOnlyList<RecognizedSpan>[] _spans;

    /// <summary>The whole values whose parts stand in two lines, by line and start of a part.</summary>
    private readonly Dictionary<(int Line, int Start), string> _broken = [];

    /// <param name="lines">The lines, without their ends.</param>
    public LineMasker(IReadOnlyList<string> lines)
    {
        _lines = lines;
        _spans = [.. lines.Select(l => TextRecognizer.Find(l))];
        if (lines.Count == 1) return;
        Carry();
        for (var i = 1; i < lines.Count; i++) Join(i);
    }

    /// <summary>The masked lines, with the spans in offsets of each; a value broken over a line's end has a part in both.</summary>
    /// <param name="mask">The masked form of a value of a kind.</param>
    public IEnumerable<MaskedText> Mask(Func<string, string, string> mask)
    {
        for (var i = 0; i < _lines.Count; i++)
        {
            var (line, at) = (_lines[i], 0);
            var masked = new StringBuilder(line.Length);
            foreach (var span in _spans[i])
            {
                masked.Append(line, at, span.Start - at);
                // The mask of the whole value stands in the first of the two lines: masks of the parts would show more.
                if (!_broken.TryGetValue((i, span.Start), out var whole)) masked.Append(mask(span.Kind, line.Substring(span.Start, span.Length)));
                else if (whole.Length > 0) masked.Append(mask(span.Kind, whole));
                at = span.End;
            }

            yield return new MaskedText(masked.Append(line, at, line.Length - at).ToString(), _spans[i]);
        }
    }

    /// <summary>当事人：林小满 in the head of a letter, 林小满 alone further down.</summary>
    private void Carry()
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < _lines.Count && names.Count < MostNames; i++)
            foreach (var span in _spans[i])
                if (span.Kind == PersonalDataKind.PersonName && CueReader.Precedes(NameRecognizer.Cues, _lines[i], span.Start) && !Lexicon.IsWord(_lines[i], span.Start, span.Length))
                    names.Add(_lines[i].Substring(span.Start, span.Length));
        if (names.Count == 0) return;
        for (var i = 0; i < _lines.Count; i++)
            if (names.Any(n => _lines[i].Contains(n, StringComparison.Ordinal)))
                _spans[i] = [.. TextRecognizer.Find(_lines[i], names).Select(s => s.Kind == PersonalDataKind.PersonName ? s with { Certain = false } : s)];
    }

    private void Join(int next)
    {
        var (upper, lower) = (_lines[next - 1], _lines[next]);
        var head = upper.AsSpan().TrimEnd();
        var tail = lower.AsSpan().TrimStart();
        if (head.IsEmpty || tail.IsEmpty || !(Chars.IsDigit(head[^1]) || Chars.IsHyphen(head[^1])) || !(Chars.IsDigit(tail[0]) || Chars.IsHyphen(tail[0]) || Chars.Upper(tail[0]) == 'X')) return;
        var from = Math.Max(0, upper.Length - Reach);
        var seam = upper.Length - from;
        foreach (var span in TextRecognizer.Find(string.Concat(upper.AsSpan(from), "\n", lower.AsSpan(0, Math.Min(lower.Length, Reach)))))
        {
            if (span.Start >= seam || span.End <= seam + 1) continue;
            var start = from + span.Start;
            var rest = span.End - seam - 1;
            Put(next - 1, span with { Start = start, Length = upper.Length - start });
            Put(next, span with { Start = 0, Length = rest });
            _broken[(next - 1, start)] = string.Concat(upper.AsSpan(start), lower.AsSpan(0, rest));
            _broken[(next, 0)] = "";
        }
    }

    /// <summary>Adds a span, which stands over what it meets.</summary>
    private void Put(int line, RecognizedSpan span) =>
        _spans[line] = [.. _spans[line].Where(s => s.End <= span.Start || s.Start >= span.End).Append(span).OrderBy(s => s.Start)];
}
