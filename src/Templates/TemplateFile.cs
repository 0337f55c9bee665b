namespace CreditKit.Templates;

/// <summary>One template as read.</summary>
/// <param name="Name">The file as a person knows it.</param>
/// <param name="Text">Its text.</param>
internal sealed record TemplateFile(string Name, string Text)
{
    /// <summary>Line of a position, from 1.</summary>
    public int LineOf(int position) => Text.AsSpan(0, position).Count('\n') + 1;
}
