namespace CreditKit.Templates.Models;

/// <summary>A field of a form, with its help, and what is wrong or worth a look.</summary>
internal sealed record StaffField
{
    public string Id { get; init; } = "";

    public string Name { get; init; } = "";

    public string Label { get; init; } = "";

    public string Help { get; init; } = "";

    public string Error { get; init; } = "";

    public string Care { get; init; } = "";

    public string Value { get; init; } = "";

    public string Input { get; init; } = "";

    /// <summary>Lines of a long field.</summary>
    public string Rows { get; init; } = "3";

    public bool IsLong { get; init; }

    public bool IsSelect { get; init; }

    public bool IsBoxes { get; init; }

    /// <summary>Several files.</summary>
    public bool Many { get; init; }

    public bool IsFile { get; init; }

    public bool Wide { get; init; }

    public bool Required { get; init; }

    public string ListId { get; init; } = "";

    public string DescribedBy { get; init; } = "";

    public IReadOnlyList<StaffOption> Options { get; init; } = [];
}
