namespace CreditKit.Templates.Models;

/// <summary>A public form; after a mistake the same form with everything that was written.</summary>
public sealed record FormPage : PageModel
{
    /// <summary>What it is for.</summary>
    public string Heading { get; init; } = "";

    /// <summary>Who may use it, how long it takes, that it is free.</summary>
    public IReadOnlyList<string> Intro { get; init; } = [];

    /// <summary>Where it is posted to.</summary>
    public string Action { get; init; } = "";

    /// <summary>Files are sent along.</summary>
    public bool HasFiles { get; init; }

    /// <summary>There are mistakes.</summary>
    public bool HasErrors { get; init; }

    /// <summary>The mistakes, each with a link to its field.</summary>
    public IReadOnlyList<LinkModel> Errors { get; init; } = [];

    /// <summary>Public id of the record it is about; may be empty.</summary>
    public string RecordId { get; init; } = "";

    /// <summary>The record it is about, in a line; may be empty.</summary>
    public string RecordText { get; init; } = "";

    /// <summary>Makes a second sending of the same form harmless; may be empty.</summary>
    public string Once { get; init; } = "";

    /// <summary>The fields in their order.</summary>
    public IReadOnlyList<FieldModel> Fields { get; init; } = [];

    /// <summary>What the button says.</summary>
    public string Submit { get; init; } = "";

    /// <summary>What becomes of the data that is written.</summary>
    public string Privacy { get; init; } = "";
}
