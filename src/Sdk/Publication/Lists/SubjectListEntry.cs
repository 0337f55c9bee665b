namespace CreditKit.Publication.Lists;

/// <summary>A subject on a list, as anyone may see it: names of people are masked already.</summary>
public sealed record SubjectListEntry
{
    /// <summary>Name as shown.</summary>
    public required string Name { get; init; }

    /// <summary>统一社会信用代码; null for people and where there is none.</summary>
    public string? Code { get; init; }

    /// <summary>A natural person: the page is closed to search engines.</summary>
    public bool NaturalPerson { get; init; }

    /// <summary>列入事由, masked.</summary>
    public required string Grounds { get; init; }

    /// <summary>Number of the decision that put it there; may be empty.</summary>
    public string DocumentNumber { get; init; } = "";

    /// <summary>Day on which it was put on the list.</summary>
    public required DateOnly ListedOn { get; init; }

    /// <summary>First day on which it is no longer shown; each entry has an end.</summary>
    public required DateOnly Until { get; init; }

    /// <summary>Day of early removal (repair); not shown from then on. Null: stands.</summary>
    public DateOnly? RemovedOn { get; init; }

    /// <summary>Public id of the penalty behind it; null when none is shown here.</summary>
    public string? RecordId { get; init; }

    /// <summary>Whether it is shown on a day.</summary>
    /// <param name="day">A legal day (Asia/Shanghai).</param>
    public bool IsVisibleOn(DateOnly day) => ListedOn <= day && day < Until && !(RemovedOn <= day);
}
