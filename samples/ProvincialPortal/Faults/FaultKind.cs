namespace ProvincialPortal.Faults;

/// <summary>A way to fail. Each is what some platform does on some day.</summary>
public enum FaultKind
{
    /// <summary>None.</summary>
    None,

    /// <summary>500 before anything was taken.</summary>
    ServerError,

    /// <summary>500 after everything was taken.</summary>
    ServerErrorAfterTaking,

    /// <summary>503 without a hint.</summary>
    Unavailable,

    /// <summary>429 with Retry-After.</summary>
    TooManyRequests,

    /// <summary>No answer at all, and nothing taken.</summary>
    Hang,

    /// <summary>Takes the data, then never answers.</summary>
    TimeoutAfterTaking,

    /// <summary>Closes the connection before anything was taken.</summary>
    Reset,

    /// <summary>Takes the data, then resets the connection in the middle of the answer.</summary>
    ResetMidBody,

    /// <summary>Takes the data, then sends half of the JSON as if it were all.</summary>
    Truncated,

    /// <summary>Takes the data, then sends something that is not the contract.</summary>
    Malformed,

    /// <summary>Takes the data, then answers 200 with an HTML page.</summary>
    WrongContentType,

    /// <summary>Takes the data, then sends the answer a byte at a time.</summary>
    SlowDrip,

    /// <summary>Redirects to itself.</summary>
    RedirectLoop,

    /// <summary>401: the token has expired.</summary>
    ExpiredToken,

    /// <summary>Takes the data; a key that comes again is refused as a duplicate instead of answered with its receipt.</summary>
    DuplicateRefused,

    /// <summary>Takes the data, with a clock that is two days slow.</summary>
    ClockSkew,

    /// <summary>Says yes to the whole batch and refuses its first row an hour later. Only when asked for by name.</summary>
    LateRefusal,

    /// <summary>Takes a key that comes again a second time, silently. Only when asked for by name.</summary>
    DuplicateTaken,
}
