using System.Collections.Concurrent;

namespace ProvincialPortal.Exchange;

/// <summary>What the portal hands to the agency: cases and decisions, in order, and the answers that came back. Kept in memory: a stand-in forgets.</summary>
public sealed class PortalInbox
{
    private readonly List<InboxItem> _items = [];
    private readonly ConcurrentDictionary<string, InboxAnswer> _answers = new(StringComparer.Ordinal);
    private readonly Lock _gate = new();

    /// <summary>Hands something over.</summary>
    public void Add(InboxItem item)
    {
        lock (_gate) _items.Add(item);
    }

    /// <summary>Items after a place, and the place of the last one.</summary>
    public InboxPage After(int after, int limit)
    {
        lock (_gate)
        {
            var items = _items.Skip(after).Take(limit).ToList();
            return new InboxPage(items, after + items.Count);
        }
    }

    /// <summary>Takes an answer; the same again changes nothing.</summary>
    public string Answer(InboxAnswer answer)
    {
        _answers.TryAdd(answer.Number, answer);
        return $"HF-{answer.Number}";
    }

    /// <summary>The answers, by number.</summary>
    public IReadOnlyDictionary<string, InboxAnswer> Answers => _answers;
}
