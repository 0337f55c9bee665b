namespace CreditKit.Templates.Compiled;

/// <summary>A model of which one object may serve many pages.</summary>
internal interface IKeptModel
{
    /// <summary>Where its markup is kept; null for a model of one page.</summary>
    KeptMarkup? Kept { get; }
}
