namespace CreditKit;

/// <summary>
/// A fault that a person can mend: a stable code, what is wrong and where, and the remedy, in Chinese. Never contains
/// personal data.
/// </summary>
public class CreditKitException : Exception
{
    /// <summary>A fault with its code and remedy.</summary>
    /// <param name="code">Stable code, e.g. <c>CK1301</c>.</param>
    /// <param name="what">What is wrong and where.</param>
    /// <param name="remedy">How to mend it.</param>
    /// <param name="inner">The cause, if another library reported it.</param>
    public CreditKitException(string code, string what, string remedy, Exception? inner = null)
        : base($"{code}：{what}{remedy}", inner)
    {
        Code = code;
        What = what;
        Remedy = remedy;
    }

    /// <summary>Stable code.</summary>
    public string Code { get; }

    /// <summary>What is wrong and where.</summary>
    public string What { get; }

    /// <summary>How to mend it.</summary>
    public string Remedy { get; }

    /// <summary>The message alone: where in the program it was noticed helps nobody to mend it, and a start that fails shows it as it is. <see cref="Exception.StackTrace"/> has the rest.</summary>
    public override string ToString() => Message;
}
