using System.Buffers;
using System.Collections.Concurrent;
using System.Text;
using CreditKit.Publication.Search;

namespace CreditKit.Publication.Sqlite;

/// <summary>
/// Finds the hits of words. Asked for a whole word, the index walks the lists of all its pairs side by side, and one rare
/// pair among common ones (a name before 有限公司) makes it leap through millions of entries. So a rare part alone is asked
/// where there is one, and the few records that have it are read and compared: that is the definition of a hit itself.
/// </summary>
internal sealed class WordWalk
{
    // Each of them is read and compared, at worst for one hit: with twice as many the benchmark at a million records was slower.
    private const int Few = 300, MostKnown = 50_000;

    // Parts that many records have. Kept over changes: it chooses a way, not an answer.
    private readonly ConcurrentDictionary<string, byte> _common = new(StringComparer.Ordinal);

    [ThreadStatic]
    private static ArrayBufferWriter<char>? s_text;

    /// <summary>The records of a window that have a rare part of the words, in order; null where no part is rare.</summary>
    public List<Hit>? Candidates(ReaderSession session, SearchQuery words, Window window)
    {
        foreach (var word in words.Words)
            foreach (var part in SearchTokens.Parts(word))
            {
                if (_common.ContainsKey(part)) continue;
                var found = ListWalk.Take(session.OfWords(window, Encoding.UTF8.GetBytes(part)), Few + 1, null, int.MaxValue, out _);
                if (found.Count <= Few) return found;
                if (_common.Count >= MostKnown) _common.Clear();
                _common[part] = 0;
            }

        return null;
    }

    /// <summary>Those of them that are hits and pass, at most as many as are needed.</summary>
    public static List<Hit> Verified(ReaderSession session, SearchQuery words, List<Hit> candidates, HashSet<int>? pass, string? subject, int need)
    {
        var hits = new List<Hit>(Math.Min(need, candidates.Count));
        foreach (var hit in candidates)
        {
            if (hits.Count == need) break;
            if (pass?.Contains(hit.Combo) == false || (subject is not null && !session.IsSubject(subject, hit.Key))) continue;
            if (Holds(session, words, hit.Key)) hits.Add(hit);
        }

        return hits;
    }

    private static bool Holds(ReaderSession session, SearchQuery words, long key)
    {
        var text = s_text ??= new ArrayBufferWriter<char>(4096);
        text.ResetWrittenCount();
        return session.Text(key, text) && words.Matches(text.WrittenSpan);
    }
}
