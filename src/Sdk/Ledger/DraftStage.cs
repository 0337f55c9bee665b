namespace CreditKit.Ledger;

/// <summary>What a draft is for.</summary>
internal enum DraftStage
{
    /// <summary>Begun, to be finished.</summary>
    Draft = 0,

    /// <summary>An exercise: it never becomes a record.</summary>
    Practice = 1,

    /// <summary>A correction of a record that waits for somebody else's decision.</summary>
    Correction = 2,
}
