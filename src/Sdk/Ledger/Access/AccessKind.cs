namespace CreditKit.Ledger.Access;

/// <summary>In which way somebody saw personal data unmasked.</summary>
public enum AccessKind
{
    /// <summary>A record was looked at.</summary>
    View = 1,

    /// <summary>Records left the system in a file.</summary>
    Export = 2,

    /// <summary>A record was opened to be reviewed before its release.</summary>
    Review = 3,

    /// <summary>The file or a paper of a case was looked at.</summary>
    CaseFile = 4,

    /// <summary>A rejected row was looked at.</summary>
    RejectedRow = 5,

    /// <summary>The cleared copy of an attachment was looked at: what is visible in it is not masked.</summary>
    Attachment = 6,

    /// <summary>The original of an attachment was looked at.</summary>
    Original = 7,
}
