namespace CreditKit.Intake.Readers;

/// <summary>A file that cannot be read, or cannot be read on. The message says in Chinese what is wrong, where, and the remedy; it holds no cell's content.</summary>
public sealed class RecordFileException : CreditKitException
{
    /// <summary>An error.</summary>
    /// <param name="code">Stable code, e.g. <c>CK1404</c>.</param>
    /// <param name="what">What is wrong.</param>
    /// <param name="remedy">How to mend it.</param>
    /// <param name="inner">The cause.</param>
    public RecordFileException(string code, string what, string remedy, Exception? inner = null) : base(code, what, remedy, inner) { }
}
