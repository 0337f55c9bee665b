using CreditKit.Standards;

namespace CreditKit.Validation.Rules;

/// <summary>An end of disclosure that the source states and the law does not.</summary>
internal sealed class DisclosureEndDiffersRule() : BuiltInRule("disclosure-end-differs")
{
    public override void Check(RuleContext context)
    {
        if (context.Penalty is not { StatedLastDisclosedDay: { } stated, DecisionDate: { } decided } || stated < decided) return;
        if (context.Forecast?.LastDay is { } computed && computed != stated)
            context.Report(StandardField.StatedLastDisclosedDay, $"公示截止期填的是 {stated:yyyy-MM-dd}，按规定计算为 {computed:yyyy-MM-dd}，以计算的为准");
    }
}

/// <summary>A record that comes in when its deadline is near.</summary>
internal sealed class DueSoonRule() : BuiltInRule("due-soon")
{
    // No deadline is counted in more calendar days than this; older records are not asked about.
    private const int Reach = 60;

    public override void Check(RuleContext context)
    {
        if (context.Record is not { Historic: false, DecisionDate: { } decided } || context.Today.DayNumber - decided.DayNumber is < 0 or > Reach) return;
        if (context.Forecast is { DueSoon: true, PublishBy: { } due })
            context.Report(StandardField.DecisionDate, $"最迟应在 {due:yyyy-MM-dd} 公示，只剩不到三个工作日");
    }
}
