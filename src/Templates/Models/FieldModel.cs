namespace CreditKit.Templates.Models;

/// <summary>One field of a form.</summary>
public sealed record FieldModel
{
    /// <summary>Name of the field; also its id.</summary>
    public string Name { get; init; } = "";

    /// <summary>What is asked.</summary>
    public string Label { get; init; } = "";

    /// <summary>How to answer; may be empty.</summary>
    public string Help { get; init; } = "";

    /// <summary>What is wrong with the answer; may be empty.</summary>
    public string Error { get; init; } = "";

    /// <summary>What was written.</summary>
    public string Value { get; init; } = "";

    /// <summary>Kind of the input: <c>text</c>, <c>tel</c>, <c>email</c>; empty for the others.</summary>
    public string Input { get; init; } = "";

    /// <summary>A text of several lines.</summary>
    public bool IsLong { get; init; }

    /// <summary>Files to choose.</summary>
    public bool IsFiles { get; init; }

    /// <summary>Boxes to tick, several at once.</summary>
    public bool IsBoxes { get; init; }

    /// <summary>One choice of several.</summary>
    public bool IsChoice { get; init; }

    /// <summary>The choices.</summary>
    public IReadOnlyList<OptionModel> Options { get; init; } = [];

    /// <summary>An answer is needed.</summary>
    public bool Required { get; init; }

    /// <summary>Most characters.</summary>
    public string MaxLength { get; init; } = "";

    /// <summary>What a browser may fill in by itself.</summary>
    public string AutoComplete { get; init; } = "off";
}
