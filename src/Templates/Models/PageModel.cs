namespace CreditKit.Templates.Models;

/// <summary>What every page's view model has: strings that are ready to be shown, never an object with behaviour.</summary>
public abstract record PageModel
{
    /// <summary>The document's title.</summary>
    public required string Title { get; init; }

    /// <summary>What stands around the content.</summary>
    public required FrameModel Frame { get; init; }
}
