using CreditKit.Cases;
using CreditKit.Publication.Lists;

namespace CreditKit.AspNetCore;

/// <summary>What a column may have beside its records: lists of subjects, commitments, public notices of cases.</summary>
internal sealed class ColumnExtras(IEnumerable<ISubjectListProvider> providers, PublicFiles? files, Lazy<ICaseInbox>? inbox)
{
    private const int MostNotices = 200;
    private readonly ISubjectListProvider[] _providers = [.. providers];

    /// <summary>Moves when a list or the commitments changed.</summary>
    public long Version => _providers.Aggregate(files?.Version ?? 0L, (sum, p) => unchecked((sum * 31) + p.Version));

    /// <summary>Lists that state their basis, with the entries of a day.</summary>
    public IReadOnlyList<SubjectList> ListsOn(DateOnly day) =>
    [
        .. _providers.SelectMany(p => p.Lists).Where(l => !string.IsNullOrWhiteSpace(l.LegalBasis))
            .Select(l => l with { Entries = [.. l.Entries.Where(e => e.IsVisibleOn(day))] }),
    ];

    /// <summary>Self-commitments of a day.</summary>
    public IReadOnlyList<SelfCommitment> CommitmentsOn(DateOnly day) => files is null ? [] : [.. files.Commitments.Where(c => c.MadeOn <= day && !(c.Until <= day))];

    /// <summary>Commitments that come with credit repair, and those that were broken.</summary>
    public IReadOnlyList<PublishedCase> RepairCommitments => inbox is null ? [] : [.. inbox.Value.Published(MostNotices).Where(c => c.IsCommitment)];

    /// <summary>What is public of the cases of one record.</summary>
    public IReadOnlyList<PublishedCase> NoticesOf(string recordId) => inbox?.Value.PublishedOf(recordId) ?? [];
}
