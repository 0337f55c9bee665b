namespace CreditKit.Recognition;

/// <summary>What speaks against a reading as a name by itself; how much, the judge has learnt.</summary>
[Flags]
internal enum NameDoubts
{
    None = 0,

    /// <summary>A word begins here that looks like a name.</summary>
    Thing = 1,

    /// <summary>The name of a division begins here.</summary>
    Division = 2,

    /// <summary>The name of a division goes over it.</summary>
    Place = 4,

    /// <summary>张工, 李姐: a family name and what the person is.</summary>
    Rank = 8,

    /// <summary>No given name ends or goes on so.</summary>
    Given = 16,

    /// <summary>The family name is a road or a word.</summary>
    Family = 32,

    /// <summary>It stands in a list of things.</summary>
    Listed = 64,

    /// <summary>A cue word ends within it.</summary>
    Within = 128,
}
