using CreditKit.Records;
using CreditKit.Standards;
using CreditKit.Validation.Rules;

namespace CreditKit.Validation;

/// <summary>
/// Checks records against an edition and the agency's settings, for publication and for reporting apart. The only maker of
/// <see cref="Validated{T}"/>. Safe for several threads.
/// </summary>
public sealed class RecordValidator
{
    private static readonly TimeSpan Shanghai = TimeSpan.FromHours(8);
    private readonly StandardEdition _edition;
    private readonly ValidationSettings _settings;
    private readonly TimeProvider _time;
    private readonly (IValidationRule Rule, RuleDescription Description, bool Configured)[] _rules;
    private readonly (IValidationRule Rule, RuleDescription Description, bool Configured)[] _reportRules;
    private readonly RuleDescription _completed;

    /// <summary>A validator.</summary>
    /// <param name="edition">Columns and code lists; null: the current edition.</param>
    /// <param name="settings">The agency's settings; null: none.</param>
    /// <param name="time">For "today"; null: the system's.</param>
    /// <param name="extraRules">An agency's own rules, after the shipped ones.</param>
    /// <exception cref="CreditKitException">The settings name a rule that does not exist.</exception>
    public RecordValidator(StandardEdition? edition = null, ValidationSettings? settings = null, TimeProvider? time = null, IEnumerable<IValidationRule>? extraRules = null)
    {
        _edition = edition ?? StandardEditions.Default.Current;
        _settings = settings ?? new();
        _time = time ?? TimeProvider.System;
        var all = BuiltInRules.All.Concat(extraRules ?? []).ToList();
        var known = all.Select(r => r.Description.Id).Concat(RuleCatalog.All.Select(r => r.Id)).ToHashSet();
        if (_settings.Rules.Keys.FirstOrDefault(k => !known.Contains(k)) is { } strange)
            throw new CreditKitException("CK1450", $"校验设置中的规则“{strange}”不存在。", "可用的规则见 creditkit doctor。");
        _rules = [.. all.Select(r => (Rule: r, Description: Weighed(r.Description), Configured: IsWeighed(r.Description.Id))).Where(r => IsOn(r.Description))];

        // Columns weigh mandatory values themselves, and nobody knows what an agency's own rule does.
        _reportRules = [.. _rules.Where(r => r.Description.Report == RuleWeight.Block || r.Rule is MandatoryRule or not BuiltInRule)];
        _completed = Weighed(RuleCatalog.Get("completed"));
    }

    internal DateOnly Today => DateOnly.FromDateTime(_time.GetUtcNow().ToOffset(Shanghai).DateTime);

    /// <summary>The rules in force with the weights in force, for the sheet of rules and for <c>doctor</c>.</summary>
    public IReadOnlyList<RuleDescription> Rules => [.. _rules.Select(r => r.Description).DistinctBy(r => r.Id)];

    /// <summary>Checks a record that did not come from a file.</summary>
    public ValidationReport Validate(CreditRecord record) => Validate(new BoundRecord(record, [], null));

    /// <summary>Checks a record with what its binder noticed.</summary>
    /// <param name="bound">The record and the findings.</param>
    /// <param name="row">The row a person sees in the file; 0: none.</param>
    public ValidationReport Validate(BoundRecord bound, int row = 0) => Validate(bound, row, Today);

    internal ValidationReport Validate(BoundRecord bound, int row, DateOnly today) => Validate(bound, row, today, _rules);

    /// <summary>What stands against reporting a record; rules that could only remark on it are not asked.</summary>
    internal IEnumerable<ValidationIssue> AgainstReporting(CreditRecord record) =>
        Validate(new BoundRecord(record, [], null), 0, Today, _reportRules).Issues.Where(i => i is { Severity: IssueSeverity.Block, Destination: IssueDestination.Report });

    private ValidationReport Validate(BoundRecord bound, int row, DateOnly today, (IValidationRule Rule, RuleDescription Description, bool Configured)[] rules)
    {
        var record = Complete(bound.Record, out var completed);
        var context = new RuleContext(ReferenceEquals(record, bound.Record) ? bound : bound with { Record = record }, bound.Plan?.Edition ?? _edition, _settings, today, row);
        if (completed is not null)
        {
            context.Rule = _completed;
            context.Report(StandardField.None, completed);
        }
        foreach (var (rule, description, configured) in rules)
        {
            context.Rule = description;
            context.WeightsConfigured = configured;
            rule.Check(context);
        }
        return new(record, context.Issues);
    }

    /// <summary>What a rule finds that looks beyond one record (other rows, the ledger), with the weights in force; none when it is switched off.</summary>
    internal IReadOnlyList<ValidationIssue> Remark(string rule, BoundRecord bound, StandardField field, string message, int row)
    {
        foreach (var (_, description, configured) in _rules)
        {
            if (description.Id != rule) continue;
            var context = new RuleContext(bound, bound.Plan?.Edition ?? _edition, _settings, default, row) { Rule = description, WeightsConfigured = configured };
            context.Report(field, message);
            return context.Issues;
        }

        return [];
    }

    /// <summary>An agency need not write its own code and name into every row: the settings know them.</summary>
    private CreditRecord Complete(CreditRecord record, out string? what)
    {
        what = null;
        if (_completed.Publish == RuleWeight.Off || (_settings.Agency is null && _settings.AcceptedAuthorities.Count == 0)) return record;
        var deciding = record.DecidingAuthority;
        if (deciding.CreditCode is null && Known(deciding.Name) is { CreditCode: not null } known)
        {
            record = record with { DecidingAuthority = deciding = known };
            what = "已按设置补全决定机关的统一社会信用代码";
        }
        var source = record.DataSource;
        var completion = source is { Name.Length: 0, CreditCode: null } ? (_settings.Agency ?? Known(deciding.Name))
            : source.CreditCode is null ? Known(source.Name) : null;
        if (completion is { CreditCode: not null, Name.Length: > 0 })
        {
            record = record with { DataSource = completion };
            what = what is null ? "已按设置补全数据来源单位" : "已按设置补全决定机关的统一社会信用代码和数据来源单位";
        }
        return record;
    }

    private Authority? Known(string name)
    {
        if (name.Length == 0) return null;
        if (_settings.Agency is { } agency && agency.Name == name) return agency;
        foreach (var authority in _settings.AcceptedAuthorities) if (authority.Name == name) return authority;
        return null;
    }

    private RuleDescription Weighed(RuleDescription rule)
    {
        if (!_settings.Rules.TryGetValue(rule.Id, out var setting)) return rule;
        if (!setting.Enabled) return rule with { Publish = RuleWeight.Off, Report = RuleWeight.Off, Historic = RuleWeight.Off };
        return rule with { Publish = setting.Publish ?? rule.Publish, Report = setting.Report ?? rule.Report, Historic = setting.Historic ?? (setting.Publish is null ? rule.Historic : null) };
    }

    private bool IsWeighed(string id) => _settings.Rules.ContainsKey(id);

    private static bool IsOn(RuleDescription rule) => rule.Publish != RuleWeight.Off || rule.Report != RuleWeight.Off || rule.Historic is not (null or RuleWeight.Off);
}
