using CreditKit.Records;

namespace CreditKit.Review.Attachments;

/// <summary>An attachment opened to be looked at; its opening stands in the access register.</summary>
public sealed class AttachmentSheet
{
    private readonly Func<int, Stream> _open;

    internal AttachmentSheet(AttachmentItem item, string fileName, string reason, IReadOnlyList<AttachmentPage> pages, long entry, Func<int, Stream> open)
    {
        (Item, FileName, Reason, Pages, Entry, _open) = (item, fileName, reason, pages, entry, open);
    }

    /// <summary>The attachment as the list shows it.</summary>
    public AttachmentItem Item { get; }

    /// <summary>Name of the original as it was handed in.</summary>
    public string FileName { get; }

    /// <summary>Why it was refused or taken down; empty when it was not.</summary>
    public string Reason { get; }

    /// <summary>Pages of the cleared copy; empty where the original was opened.</summary>
    public IReadOnlyList<AttachmentPage> Pages { get; }

    /// <summary>Number of the entry in the access register.</summary>
    public long Entry { get; }

    /// <summary>Opens a page of the cleared copy; what is visible in it is not masked. The caller disposes it.</summary>
    /// <param name="page">1 to the number of pages.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such page.</exception>
    public Stream OpenPage(int page) => page >= 1 && page <= Pages.Count ? _open(page) : throw new ArgumentOutOfRangeException(nameof(page));

    /// <summary>Opens the original; only where the original was asked for. The caller disposes it.</summary>
    /// <exception cref="InvalidOperationException">The cleared copy was opened, not the original.</exception>
    public Stream OpenOriginal() => Pages.Count == 0 ? _open(0) : throw new InvalidOperationException("The cleared copy was opened, not the original.");

    /// <summary>Id and entry only.</summary>
    public override string ToString() => $"{Item.Id} (access {Entry})";
}
