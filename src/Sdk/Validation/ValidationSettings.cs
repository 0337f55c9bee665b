using CreditKit.Catalog;
using CreditKit.Records;
using CreditKit.Standards;

namespace CreditKit.Validation;

/// <summary>What an agency sets for validation. Immutable; section <c>Validation</c> of the configuration.</summary>
public sealed record ValidationSettings
{
    /// <summary>Agencies whose records are accepted; empty: any.</summary>
    public IReadOnlyList<Authority> AcceptedAuthorities { get; init; } = [];

    /// <summary>The agency that supplies the data; completes an empty 数据来源单位 of its own decisions. Null: nothing is completed.</summary>
    public Authority? Agency { get; init; }

    /// <summary>Weights that differ from the shipped ones, by rule id.</summary>
    public IReadOnlyDictionary<string, RuleSetting> Rules { get; init; } = new Dictionary<string, RuleSetting>();

    /// <summary>Kinds of the other administrative acts that are accepted; empty: none.</summary>
    public IReadOnlyCollection<ActKind> Acts { get; init; } = [];

    /// <summary>Names by code, when the agency has a subject list.</summary>
    public ISubjectRegistry? Subjects { get; init; }

    /// <summary>The item catalogue as it is now; null or empty: none is loaded, and a missing item is no more than a remark.</summary>
    public Func<ItemCatalog>? Items { get; init; }

    /// <summary>Text shown as 救济渠道 where a record has none; null: none is configured.</summary>
    public string? DefaultRemedyChannel { get; init; }

    /// <summary>First day of the agency's functions; null: not checked.</summary>
    public DateOnly? FunctionsSince { get; init; }

    /// <summary>What the place's own scheme asks the page to show; null: none is set.</summary>
    public DisplaySet? Display { get; init; }

    /// <summary>Computes period and deadline of a record; null: nothing is compared with them.</summary>
    public Func<CreditRecord, DisclosureForecast?>? Forecast { get; init; }
}
