namespace CreditKit.Policy;

/// <summary>What an agency sets about the law. Everything else is data in editions.</summary>
public sealed record PolicyOptions
{
    /// <summary>Folder whose <c>policy/*.json</c> add to or replace the built-in editions by id; null: built-in only.</summary>
    public string? DataDirectory { get; init; }

    /// <summary>Regions whose overlays apply, by id: beijing, shanghai, shandong, zhejiang, henan, shenzhen, guangzhou, xiamen, hegang, yangquan. Default: none.</summary>
    public IReadOnlyList<string> Regions { get; init; } = [];

    /// <summary>Show penalties by summary procedure on the own column. Default: false.</summary>
    public bool ShowSummaryProcedure { get; init; }

    /// <summary>Show on the own column what is no public credit information for being minor or first, and remedied. Default: false.</summary>
    public bool ShowMitigated { get; init; }

    /// <summary>Never show penalties of natural persons on the own column, legal basis or not. Default: false.</summary>
    public bool HideNaturalPersonPenalties { get; init; }

    /// <summary>Treat individual businesses as natural persons in every respect. Default: false, those with a code 92… count as organisations.</summary>
    public bool SoleTradersAsNaturalPersons { get; init; }

    /// <summary>Basis on which licences of natural persons are published without one of their own, e.g. 行政许可法第四十条. Default: none.</summary>
    public string? NaturalPersonLicenseBasis { get; init; }
}
