using CreditKit.Policy.Model;
using CreditKit.Records;

namespace CreditKit.Policy.Engine;

/// <summary>Everything that applies to records of one kind, decided within one stretch of time, at one destination.</summary>
internal sealed class Plan
{
    /// <summary>Base editions in force since, the one of the decision first, with the periods they leave standing.</summary>
    public required (Edition Edition, Period Period)[] Chain { get; init; }

    /// <summary>Overlays that stand in place of lower levels, highest first.</summary>
    public required (PolicyLevel Level, Period Period)[] Prescribed { get; init; }

    /// <summary>Overlays that only shorten.</summary>
    public required (PolicyLevel Level, Period Period)[] Caps { get; init; }

    /// <summary>Deadlines, highest precedence first; what one leaves open the next one fills.</summary>
    public required PublishRule[] Publish { get; init; }

    /// <summary>Exclusions: those in force at the decision first, then those that begin later, by date.</summary>
    public required Exclusion[] Exclusions { get; init; }

    public required Lift[] Lifts { get; init; }

    /// <summary>The item itself gives the legal basis for natural persons.</summary>
    public bool ItemBasis { get; init; }
}

internal readonly record struct PlanKey(int Segment, RecordKind Kind, Destination Destination, string? Item);

/// <summary>Chooses the editions for a plan.</summary>
internal sealed class PlanBuilder(Edition[] chain, Edition[] overlays, Func<string, bool> switchedOff)
{
    public Plan Build(DateOnly decided, RecordKind kind, Destination destination, string? item)
    {
        var at = Array.FindIndex(chain, e => e.InForce(decided));
        var scoped = overlays
            .Where(o => o.To >= decided
                && (o.Data.Items is null || (item is not null && o.Data.Items.Contains(item)))
                && (o.Data.Destinations is null || o.Data.Destinations.Contains(destination.Kind))
                && (o.Data.Channels is null || o.Data.Channels.Contains(destination.Name)))
            .OrderByDescending(o => o.Level).ThenByDescending(o => o.From).ThenBy(o => o.Id, StringComparer.Ordinal).ToArray();
        var current = scoped.Where(o => o.From <= decided).ToArray();
        return new Plan
        {
            Chain = [.. Enumerable.Range(at, chain.Length - at).Select(i => (chain[i], Standing(i, e => e.Period)!))],
            Prescribed = [.. current.Where(o => o.Period?.Mode == PeriodMode.Prescribe && o.Period.Rules.Any(r => r.When.Concerns(kind))).Select(o => (o.Level, o.Period!))],
            Caps = [.. scoped.Where(o => o.Period?.Mode == PeriodMode.Cap && o.Period.Rules.Any(r => r.When.Concerns(kind))).Select(o => (o.Level, o.Period!))],
            Publish =
            [
                .. current.SelectMany(o => o.Publish).Where(p => p.When.Concerns(kind)),
                .. Standing(at, e => e.Publish.Length > 0 ? e.Publish : null)!,
            ],
            Exclusions = [.. Exclusions(at, decided, kind, destination, scoped)],
            Lifts = [.. current.SelectMany(o => o.Lift).Where(l => l.When.Concerns(kind) && (l.Data.Destinations?.Contains(destination.Kind) ?? true))],
            ItemBasis = current.Any(o => !string.IsNullOrWhiteSpace(o.Data.NaturalPersonBasis) && o.Data.Items is not null),
        };
    }

    /// <summary>A block stands until a later edition replaces it.</summary>
    public T? Standing<T>(int at, Func<Edition, T?> block) where T : class
    {
        for (var i = at; i >= 0; i--)
            if (block(chain[i]) is { } found) return found;
        return null;
    }

    private List<Exclusion> Exclusions(int at, DateOnly decided, RecordKind kind, Destination destination, Edition[] scoped)
    {
        IEnumerable<Exclusion> all = scoped.SelectMany(o => o.Exclude ?? []);
        all = all.Concat(Standing(at, e => e.Exclude) ?? []);
        for (var i = at + 1; i < chain.Length; i++) all = all.Concat(chain[i].Exclude ?? []);
        return [.. all
            .Where(e => e.When.Concerns(kind)
                && (e.Data.Destinations?.Contains(destination.Kind) ?? true)
                && (e.Data.Switch is null || !switchedOff(e.Data.Switch)))
            .OrderBy(e => e.Starts <= decided ? DateOnly.MinValue : e.Starts)];
    }
}
