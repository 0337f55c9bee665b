namespace CreditKit.Templates;

/// <summary>What a pair of braces says.</summary>
internal enum TemplateTokenKind
{
    Value,
    Open,
    Close,
    Else,
    Include,
    Comment,
}

/// <summary>One pair of braces in a template.</summary>
/// <param name="Kind">What it does.</param>
/// <param name="Name">Block helper, included file, or nothing.</param>
/// <param name="Path">The variable it reads.</param>
/// <param name="Line">Line, from 1.</param>
/// <param name="Start">Where it starts in the text.</param>
/// <param name="Length">How long it is.</param>
internal sealed record TemplateToken(TemplateTokenKind Kind, string Name, string Path, int Line, int Start, int Length);
