namespace CreditKit.Ledger.Reviews;

/// <summary>What a reviewer says of a value in a text.</summary>
public enum SpanVerdict
{
    /// <summary>Recognized, and rightly so: stays masked, whatever recognizers find later.</summary>
    Confirmed = 1,

    /// <summary>Not recognized: masked from now on, wherever the record has it.</summary>
    Added = 2,

    /// <summary>Recognized by mistake: shown at this place of this text.</summary>
    Lifted = 3,
}
