namespace CreditKit.Templates.Compiled;

/// <summary>What names are looked up in: the model, or the item of a list.</summary>
internal sealed class Scope(Scope? outer)
{
    public Scope? Outer => outer;

    public object? Value { get; set; }

    /// <summary>Place in the list, from 0.</summary>
    public int Index { get; set; }

    /// <summary>The last of the list.</summary>
    public bool Last { get; set; }
}
