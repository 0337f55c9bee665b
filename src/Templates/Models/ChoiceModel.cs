using CreditKit.Templates.Compiled;

namespace CreditKit.Templates.Models;

/// <summary>A filter with choices.</summary>
public sealed record ChoiceModel : IKeptModel
{
    /// <summary>Name of the parameter.</summary>
    public string Name { get; init; } = "";

    /// <summary>What is chosen.</summary>
    public string Label { get; init; } = "";

    /// <summary>The choices; the first is 全部.</summary>
    public IReadOnlyList<OptionModel> Options { get; init; } = [];

    internal KeptMarkup? Kept { get; init; }

    KeptMarkup? IKeptModel.Kept => Kept;
}
