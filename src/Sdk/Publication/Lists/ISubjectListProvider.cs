namespace CreditKit.Publication.Lists;

/// <summary>
/// Brings lists of subjects: the agency's own come from files of the data folder; lists from elsewhere come by registering
/// an implementation in the service collection. Each list states its legal basis and each entry its period, or is not
/// shown. Safe for concurrent callers; called for every page that is not cached, so answer from memory.
/// </summary>
public interface ISubjectListProvider
{
    /// <summary>Changes whenever the lists changed; pages made before are not used again.</summary>
    long Version { get; }

    /// <summary>The lists.</summary>
    IReadOnlyList<SubjectList> Lists { get; }
}
