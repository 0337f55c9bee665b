using System.Buffers;
using System.Collections.Concurrent;
using System.Text;
using CreditKit.Publication.Search;

namespace CreditKit.Publication.Sqlite;

/// <summary>
/// Finds the hits of words by their rarest part. Asked for a whole word, the index walks the lists of all its parts side by
/// side, and a rare one among common ones (a name before 有限公司) makes it leap through millions of entries. So the rare part
/// alone is walked where there is one, and the records that have it are read and compared: that is the definition of a hit.
/// </summary>
internal sealed class WordWalk
{
    // Parts are counted up to here; with so few nothing rarer is looked for.
    private const int Rare = 2_000, FewEnough = 100, MostKnown = 50_000;

    // Measured, in tenths of a microsecond: a record read and compared, a step of the index along a short list.
    private const int Comparing = 60, Stepping = 2;

    [ThreadStatic]
    private static ArrayBufferWriter<char>? s_text;

    // How many records have a part. Kept over changes: it chooses a way, not an answer.
    private readonly ConcurrentDictionary<string, int> _known = new(StringComparer.Ordinal);

    /// <summary>
    /// The rarest part of the words as a query of the index; null where every part is common, a word is one token, or all
    /// lists are so short that walking them side by side costs less.
    /// </summary>
    public byte[]? Rarest(ReaderSession session, SearchQuery words)
    {
        var parts = words.Words.SelectMany(SearchMatch.Parts).ToList();
        if (parts.Count == 1) return null;
        var (rarest, least, steps, common) = ((byte[]?)null, Rare + 1, 0, false);
        foreach (var part in parts)
        {
            var count = Count(session, part);
            common |= count > Rare;
            steps += count;
            if (count >= least) continue;
            (rarest, least) = (part, count);
            if (least <= FewEnough) return rarest;
        }

        return !common && steps * Stepping < least * Comparing ? null : rarest;
    }

    /// <summary>The records of a window that have the part and all words, in order, at most as many as are needed; null where the part has become common.</summary>
    public List<Hit>? Hits(ReaderSession session, byte[] part, SearchQuery words, Window window, HashSet<int>? pass, string? subject, int need)
    {
        var hits = new List<Hit>(Math.Min(need, 64));
        var walk = session.OfPart(window, part);
        try
        {
            for (var looked = 0; hits.Count < need && walk.Step(); looked++)
            {
                if (looked > 2 * Rare)
                {
                    _known.TryRemove(Encoding.UTF8.GetString(part), out _);
                    return null;
                }

                var key = walk.Int64(0);
                if (Holds(session, words, key) && session.Item(window, key) is { } hit && pass?.Contains(hit.Combo) != false && (subject is null || session.IsSubject(subject, key))) hits.Add(hit);
            }
        }
        finally
        {
            walk.Reset();
        }

        return hits;
    }

    private int Count(ReaderSession session, byte[] part)
    {
        var name = Encoding.UTF8.GetString(part);
        if (_known.TryGetValue(name, out var count)) return count;
        if (_known.Count >= MostKnown) _known.Clear();
        return _known[name] = session.CountPart(part, Rare + 1);
    }

    private static bool Holds(ReaderSession session, SearchQuery words, long key)
    {
        var text = s_text ??= new ArrayBufferWriter<char>(4096);
        text.ResetWrittenCount();
        return session.Text(key, text) && words.Matches(text.WrittenSpan);
    }
}
