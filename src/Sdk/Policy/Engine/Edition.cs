using CreditKit.Policy.Model;

namespace CreditKit.Policy.Engine;

/// <summary>An edition ready for use: conditions compiled, sources inherited, reasons made once.</summary>
internal sealed class Edition
{
    public Edition(EditionData data, bool fromAgency, DomainIndex domains)
    {
        Data = data;
        Level = data.Level ?? (data.Items is not null ? PolicyLevel.Item
            : data.Region is not null ? PolicyLevel.Region
            : fromAgency ? PolicyLevel.Agency : PolicyLevel.National);
        Basis = data.DocumentNumber is { Length: > 0 } number && !data.Title.Contains(number, StringComparison.Ordinal)
            ? $"{data.Title}（{number}）" : data.Title;
        Condition When(WhenData? when) => Condition.Compile(when, domains, what => PolicyFault.Invalid(data.Id, what));
        Period = data.Period is { } period
            ? new Period(this, period.Mode, period.Start,
                [.. period.Rules.Select(r => new PeriodRule(this, r, When(r.When), r.Source ?? period.Source ?? data.Source))])
            : null;
        Publish = [.. (data.Publish ?? []).Select(p => new PublishRule(this, p, When(p.When)))];
        Exclude = data.Exclude is null ? null : [.. data.Exclude.Select(e => new Exclusion(this, e, When(e.When)))];
        Lift = [.. (data.Lift ?? []).Select(l => new Lift(this, l, When(l.When)))];
        Severity = [.. (data.Severity ?? []).Select(s => (s, When(s.When)))];
    }

    public EditionData Data { get; }

    public string Id => Data.Id;

    public DateOnly From => Data.EffectiveFrom ?? DateOnly.MinValue;

    public DateOnly To => Data.EffectiveTo ?? DateOnly.MaxValue;

    public PolicyLevel Level { get; }

    /// <summary>Title and number, as the public line cites it.</summary>
    public string Basis { get; }

    public Period? Period { get; }

    public PublishRule[] Publish { get; }

    public Exclusion[]? Exclude { get; }

    public Lift[] Lift { get; }

    public (SeverityData Data, Condition When)[] Severity { get; }

    public bool InForce(DateOnly day) => From <= day && day <= To;
}

internal sealed record Period(Edition Edition, PeriodMode Mode, StartPoint Start, PeriodRule[] Rules)
{
    /// <summary>The first rule that fits; of its group, the longest that fits (several penalty kinds take the longest).</summary>
    public PeriodRule? Find(in RecordFacts facts, Records.Severity? severity)
    {
        for (var i = 0; i < Rules.Length; i++)
        {
            if (!Rules[i].When.Holds(facts, severity)) continue;
            var best = Rules[i];
            if (best.Data.Group is not { } group) return best;
            for (var j = i + 1; j < Rules.Length && Rules[j].Data.Group == group; j++)
                if (Rules[j].Length > best.Length && Rules[j].When.Holds(facts, severity)) best = Rules[j];
            return best;
        }

        return null;
    }
}

internal sealed record PeriodRule(Edition Edition, RuleData Data, Condition When, string Source)
{
    public int Length { get; } = Data.End == PeriodEnd.Term ? Data.Max?.Value ?? 0 : int.MaxValue;

    public int? Min { get; } = Data.Min?.Value;

}

internal sealed record PublishRule(Edition Edition, PublishData Data, Condition When);

internal sealed class Exclusion
{
    public Exclusion(Edition edition, ExcludeData data, Condition when)
    {
        Data = data;
        When = when;
        Starts = data.Starts ?? edition.From;
        var source = data.Source ?? edition.Data.Source;
        Blocking = new DecisionReason(data.Code, data.Text + "。", edition.Id, source, Blocks: true);
        Noted = Blocking with { Blocks = false };
        Lifted = Noted with { Text = data.Text + "；但本条依法须予公示。" };
        Closing = Noted with { Text = $"{data.Text}，自 {Starts:yyyy-MM-dd} 起适用于以前的决定，公示至其前一日。" };
        Closed = Closing with { Blocks = true };
    }

    public ExcludeData Data { get; }

    public Condition When { get; }

    public DateOnly Starts { get; }

    public DecisionReason Blocking { get; }

    public DecisionReason Noted { get; }

    public DecisionReason Lifted { get; }

    public DecisionReason Closing { get; }

    public DecisionReason Closed { get; }
}

internal sealed class Lift(Edition edition, LiftData data, Condition when)
{
    public LiftData Data { get; } = data;

    public Condition When { get; } = when;

    public DecisionReason Reason { get; } = new("prescribed-publication", data.Text + "。", edition.Id, data.Source ?? edition.Data.Source, Blocks: false);
}
