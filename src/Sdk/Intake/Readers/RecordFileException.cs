namespace CreditKit.Intake.Readers;

/// <summary>A file that cannot be read, or cannot be read on. The message says in Chinese what is wrong, where, and the remedy; it holds no cell's content.</summary>
public sealed class RecordFileException : Exception
{
    /// <summary>An error.</summary>
    /// <param name="code">Stable code, e.g. <c>CK3304</c>.</param>
    /// <param name="problem">What is wrong.</param>
    /// <param name="remedy">How to mend it.</param>
    /// <param name="inner">The cause.</param>
    public RecordFileException(string code, string problem, string remedy, Exception? inner = null)
        : base($"{code}：{problem} {remedy}", inner) => (Code, Problem, Remedy) = (code, problem, remedy);

    /// <summary>Stable code.</summary>
    public string Code { get; }

    /// <summary>What is wrong.</summary>
    public string Problem { get; }

    /// <summary>How to mend it.</summary>
    public string Remedy { get; }
}
