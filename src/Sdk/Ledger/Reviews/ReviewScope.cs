namespace CreditKit.Ledger.Reviews;

/// <summary>What a review is for. Both are recorded apart (保守国家秘密法 35; 厦门 五(二): 共享前应经过保密审查).</summary>
public enum ReviewScope
{
    /// <summary>Content and confidentiality review for publication.</summary>
    Publication = 1,

    /// <summary>Confidentiality review for sharing: reporting to platforms.</summary>
    Sharing = 2,
}
