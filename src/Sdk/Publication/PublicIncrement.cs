using CreditKit.Desensitization;

namespace CreditKit.Publication;

/// <summary>
/// What has changed since a token, for those who keep a copy. At least once: a record may come again. Records of natural
/// persons are not among it.
/// </summary>
/// <param name="Token">Where this answer ends; the next question begins there. Opaque, URL-safe.</param>
public sealed record PublicIncrement(string Token)
{
    /// <summary>Records that are new or other than before, as they are now.</summary>
    public IReadOnlyList<PublicRecord> Records { get; init; } = [];

    /// <summary>Tombstones: ids of records that are no longer shown, withdrawn or ended; a copy must forget them.</summary>
    public IReadOnlyList<string> Gone { get; init; } = [];

    /// <summary>There is more behind <see cref="Token"/> already.</summary>
    public bool More { get; init; }

    /// <summary>The token asked with belongs to a public.db that was made anew since, or cannot be read: fetch everything, then go on from <see cref="Token"/>.</summary>
    public bool StartAgain { get; init; }
}
