using CreditKit.Records;
using CreditKit.Standards;

namespace CreditKit.Validation;

/// <summary>One record under validation, and where a rule reports. Lives for one record.</summary>
public sealed class RuleContext
{
    private readonly BoundRecord _bound;
    private readonly int _row;
    private List<ValidationIssue>? _issues;
    private DisclosureForecast? _forecast;

    internal RuleContext(BoundRecord bound, StandardEdition edition, ValidationSettings settings, DateOnly today, int row)
    {
        (_bound, _row) = (bound, row);
        (Edition, Settings, Today) = (edition, settings, today);
        License = bound.Record as AdministrativeLicense;
        Penalty = bound.Record as AdministrativePenalty;
        Act = bound.Record as AdministrativeAct;
    }

    /// <summary>The record.</summary>
    public CreditRecord Record => _bound.Record;

    /// <summary>The record as another act; null for a licence or a penalty.</summary>
    public AdministrativeAct? Act { get; }

    /// <summary>The record as a licence; null for a penalty.</summary>
    public AdministrativeLicense? License { get; }

    /// <summary>The record as a penalty; null for a licence.</summary>
    public AdministrativePenalty? Penalty { get; }

    /// <summary>What the binder noticed.</summary>
    public IReadOnlyList<BindingFinding> Findings => _bound.Findings;

    /// <summary>The edition it is checked against.</summary>
    public StandardEdition Edition { get; }

    /// <summary>The agency's settings.</summary>
    public ValidationSettings Settings { get; }

    /// <summary>Today in Asia/Shanghai.</summary>
    public DateOnly Today { get; }

    /// <summary>The rule that is being checked, with the agency's weights.</summary>
    public RuleDescription Rule { get; internal set; } = null!;

    /// <summary>Period and deadline as the law in force has them; null when the settings cannot tell. Computed once.</summary>
    public DisclosureForecast? Forecast => _forecast ??= Settings.Forecast?.Invoke(Record);

    internal IReadOnlyList<ValidationIssue> Issues => _issues ?? (IReadOnlyList<ValidationIssue>)[];

    internal bool WeightsConfigured { get; set; }

    /// <summary>Whether the binder noted something of a kind on a field.</summary>
    public bool Noted(StandardField field, BindingFindingKind kind)
    {
        foreach (var finding in _bound.Findings)
            if (finding.Field == field && finding.Kind == kind) return true;
        return false;
    }

    /// <summary>Whether a cell held something that could not be used, so that it is not simply missing.</summary>
    public bool Unusable(StandardField field) =>
        _bound.Findings.Count > 0 && (Noted(field, BindingFindingKind.Unreadable) || Noted(field, BindingFindingKind.OutsideCodeList) || Noted(field, BindingFindingKind.Placeholder));

    /// <summary>The heading a person knows the field by: the file's, or the standard's.</summary>
    public string Heading(StandardField field) =>
        _bound.Plan?.HeadingOf(field) ?? Edition.Column(Record.Kind, field)?.Head ?? "";

    /// <summary>Reports with the rule's own weights.</summary>
    /// <param name="field">The field concerned; <see cref="StandardField.None"/> for the row.</param>
    /// <param name="message">What is wrong, in Chinese, without the value of a personal field.</param>
    /// <param name="hint">What would be right; null: the rule's hint.</param>
    public void Report(StandardField field, string message, string? hint = null) =>
        Emit(field == StandardField.None ? "" : Heading(field), message, hint, PublishWeight(Rule.Publish, Rule.Historic), Rule.Report);

    /// <summary>Reports with a source of its own: what a rule covers does not always rest on one document.</summary>
    internal void ReportFrom(string source, StandardField field, string message, string? hint) =>
        Emit(field == StandardField.None ? "" : Heading(field), message, hint, PublishWeight(Rule.Publish, Rule.Historic), Rule.Report, source);

    /// <summary>Reports with weights of its own (a column's), unless the agency configured the rule's.</summary>
    internal void Report(string heading, string message, string? hint, RuleWeight publish, RuleWeight? historic, RuleWeight report)
    {
        if (WeightsConfigured) Emit(heading, message, hint, PublishWeight(Rule.Publish, Rule.Historic), Rule.Report);
        else Emit(heading, message, hint, PublishWeight(publish, historic), report);
    }

    private RuleWeight PublishWeight(RuleWeight publish, RuleWeight? historic) => Record.Historic && historic is { } weight ? weight : publish;

    private void Emit(string heading, string message, string? hint, RuleWeight publish, RuleWeight report, string source = "")
    {
        if (publish != RuleWeight.Off) Add(IssueDestination.Publish, publish, heading, message, hint, source);
        // One remark is enough where it weighs nothing at either place.
        if (report != RuleWeight.Off && !(publish == RuleWeight.Info && report == RuleWeight.Info)) Add(IssueDestination.Report, report, heading, message, hint, source);
    }

    private void Add(IssueDestination destination, RuleWeight weight, string heading, string message, string? hint, string source) => (_issues ??= []).Add(new()
    {
        Row = _row,
        Rule = Rule.Id,
        Field = heading,
        Destination = destination,
        Severity = weight switch { RuleWeight.Block => IssueSeverity.Block, RuleWeight.Warn => IssueSeverity.Warn, _ => IssueSeverity.Info },
        Message = message,
        Hint = string.IsNullOrEmpty(hint) ? Rule.Hint : hint,
        Source = source.Length > 0 ? source : Act is not null && Rule.ActSource.Length > 0 ? Rule.ActSource : Rule.Source,
    });
}
