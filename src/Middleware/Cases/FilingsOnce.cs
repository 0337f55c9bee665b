using System.Buffers;
using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using CreditKit.Cases;

namespace CreditKit.AspNetCore;

/// <summary>
/// A form that is sent twice (an impatient second click, a page that is loaded again) makes one case: the token that came
/// with the form, together with what was written, leads to the receipt of the first sending. Kept in memory for half an
/// hour and in bounds.
/// </summary>
internal sealed class FilingsOnce(TimeProvider time)
{
    private static readonly SearchValues<char> s_hex = SearchValues.Create("0123456789abcdef");

    private const int Most = 2_000;
    private const int TokenLength = 32;
    private static readonly TimeSpan s_kept = TimeSpan.FromMinutes(30);

    private readonly ConcurrentDictionary<string, (DateTimeOffset At, Lazy<Task<CaseFilingResult>> Result)> _filings = new(StringComparer.Ordinal);

    /// <summary>A token for a form that is shown.</summary>
    public static string NewToken() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(TokenLength / 2));

    /// <summary>Files, unless the same was filed with the same token just now.</summary>
    public async Task<CaseFilingResult> FileAsync(string token, CaseFiling filing, ICaseInbox inbox)
    {
        if (token.Length != TokenLength || token.AsSpan().IndexOfAnyExcept(s_hex) >= 0) return await inbox.FileAsync(filing);
        Forget();
        var key = token + Digest(filing);

        // Not bound to one request: the second sending may be the one that is still listened to.
        var entry = _filings.GetOrAdd(key, _ => (time.GetUtcNow(), new Lazy<Task<CaseFilingResult>>(() => inbox.FileAsync(filing))));
        try
        {
            var result = await entry.Result.Value;
            if (result.Receipt is null) _filings.TryRemove(key, out _);
            return result;
        }
        catch
        {
            // What failed is tried again.
            _filings.TryRemove(key, out _);
            throw;
        }
    }

    private void Forget()
    {
        var limit = time.GetUtcNow() - s_kept;
        foreach (var (key, entry) in _filings)
            if (entry.At < limit) _filings.TryRemove(key, out _);
        if (_filings.Count >= Most) _filings.Clear();
    }

    private static string Digest(CaseFiling filing)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        string?[] texts =
        [
            filing.Kind.ToString(), filing.RecordId, filing.DocumentNumber, string.Join(',', filing.Grounds), filing.Right.ToString(), filing.Statement, filing.Wish,
            filing.ApplicantName, filing.Phone, filing.Email, string.Join(',', filing.CommitmentClauses),
        ];
        foreach (var text in texts) hash.AppendData(Encoding.UTF8.GetBytes((text ?? "") + "\0"));
        foreach (var upload in filing.Uploads) hash.AppendData(SHA256.HashData(upload.Content.Span));
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
