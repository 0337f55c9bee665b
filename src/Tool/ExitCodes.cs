namespace CreditKit.Tool;

/// <summary>What the tool tells its caller.</summary>
internal static class ExitCodes
{
    /// <summary>Done.</summary>
    public const int Done = 0;

    /// <summary>Done, and rows were rejected.</summary>
    public const int DoneWithRejections = 1;

    /// <summary>The call was wrong.</summary>
    public const int Usage = 2;

    /// <summary>Not done.</summary>
    public const int Failed = 3;
}
