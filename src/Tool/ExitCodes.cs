namespace CreditKit.Tool;

/// <summary>What the tool tells its caller.</summary>
internal static class ExitCodes
{
    /// <summary>Done.</summary>
    public const int Done = 0;

    /// <summary>Done, and there is something to attend to: rejected rows, a risk, a broken chain, a wrong setting.</summary>
    public const int DoneWithRejections = 1;

    /// <summary>The call was wrong.</summary>
    public const int Usage = 2;

    /// <summary>Not done.</summary>
    public const int Failed = 3;
}
