namespace CreditKit.Assessment;

/// <summary>The records behind a figure.</summary>
internal enum AssessmentList
{
    /// <summary>Decided in the period; historic data do not count.</summary>
    Decided,

    /// <summary>The law keeps them from publication.</summary>
    Excluded,

    /// <summary>Published.</summary>
    Published,

    /// <summary>To be published, and not published.</summary>
    Unpublished,

    /// <summary>瞒报: their day has passed, they are not published, and no reason is recorded.</summary>
    Concealed,

    /// <summary>迟报: published after their day, or not published though it has passed.</summary>
    Late,

    /// <summary>To be reported, and not accepted by a platform.</summary>
    Unreported,

    /// <summary>Accepted after their day, or not accepted though it has passed.</summary>
    ReportedLate,

    /// <summary>Refused by a platform and not accepted since.</summary>
    Refused,

    /// <summary>错报: corrected after they were published, or refused by a platform.</summary>
    Wrong,

    /// <summary>Published with an error or a warning of the rules.</summary>
    Flawed,

    /// <summary>Mandatory columns are empty.</summary>
    Incomplete,
}
