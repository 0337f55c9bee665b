namespace CreditKit.Reporting;

/// <summary>Whom an answer is about.</summary>
public enum AnswerScope
{
    /// <summary>This row alone; the channel works.</summary>
    Row,

    /// <summary>The call as a whole failed; any of its rows may be why. They travel in smaller batches from then on.</summary>
    Call,

    /// <summary>Nobody gets through: down, too many calls, expired token. The rows are not to blame.</summary>
    Channel,
}
