namespace CreditKit.Ledger.CaseFiles;

/// <summary>What a decision does to an earlier one.</summary>
internal enum DecisionRelation
{
    /// <summary>变更.</summary>
    Changes = 1,

    /// <summary>延续.</summary>
    Extends = 2,

    /// <summary>撤销.</summary>
    Revokes = 3,

    /// <summary>注销.</summary>
    Cancels = 4,
}
