using System.Security.Cryptography;
using System.Text;
using CreditKit.Ledger.Reviews;
using CreditKit.Recognition;

namespace CreditKit.Desensitization;

/// <summary>
/// What reviewers said of a record's values, applied to what the recognizers find. Confirmed and added values are hidden
/// wherever the record has them, also in a corrected text; a lift counts at its place of its text alone, and never for a
/// value that its own check digits prove.
/// </summary>
internal sealed class SpanAmendments
{
    private readonly List<HandledSpan> _hidden;
    private readonly List<HandledSpan> _lifted;

    public SpanAmendments(RecordHandling handling)
    {
        _hidden = [.. handling.Spans.Where(s => s.Verdict != SpanVerdict.Lifted).DistinctBy(s => (s.Value, s.Kind, s.Value.Length < 2 ? (s.TextHash, s.Start) : default))];
        _lifted = [.. handling.Spans.Where(s => s.Verdict == SpanVerdict.Lifted)];
    }

    /// <summary>A hit that proves itself: publication waits until it is masked.</summary>
    public static bool ProvesItself(RecognizedSpan span) => span.Certain && span.Kind != PersonalDataKind.PersonName;

    /// <summary>Identifies a text: a lift does not outlive a correction.</summary>
    public static string HashOf(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    /// <summary>The spans to be masked.</summary>
    public IReadOnlyList<RecognizedSpan> Apply(string text, IReadOnlyList<RecognizedSpan> found)
    {
        if (_hidden.Count == 0 && _lifted.Count == 0) return found;
        var hash = HashOf(text);
        var lifted = _lifted.Where(s => s.TextHash == hash).ToList();
        var spans = found.Where(s => ProvesItself(s) || !IsLifted(s.Start, s.Length)).ToList();
        foreach (var hidden in _hidden)
        {
            if (hidden.Value.Length < 2)
            {
                if (hidden.TextHash == hash) spans.Add(new(hidden.Start, hidden.Length, hidden.Kind, false));
                continue;
            }

            for (var at = text.IndexOf(hidden.Value, StringComparison.Ordinal); at >= 0; at = text.IndexOf(hidden.Value, at + hidden.Value.Length, StringComparison.Ordinal))
                if (!IsLifted(at, hidden.Value.Length)) spans.Add(new(at, hidden.Value.Length, hidden.Kind, false));
        }

        return Join(spans);

        bool IsLifted(int start, int length) => lifted.Exists(l => l.Start == start && l.Length == length);
    }

    private static List<RecognizedSpan> Join(List<RecognizedSpan> spans)
    {
        spans.Sort((a, b) => a.Start != b.Start ? a.Start - b.Start : a.Length != b.Length ? b.Length - a.Length : b.Certain.CompareTo(a.Certain));
        var joined = new List<RecognizedSpan>(spans.Count);
        foreach (var span in spans)
        {
            if (joined.Count == 0 || span.Start >= joined[^1].End) joined.Add(span);
            else if (span.End > joined[^1].End) joined.Add(span with { Start = joined[^1].End, Length = span.End - joined[^1].End });
        }

        return joined;
    }
}
