using CreditKit.Records;
using CreditKit.Standards;

namespace CreditKit.Validation.Rules;

internal sealed class FutureDecisionRule() : BuiltInRule("decision-date-in-future")
{
    public override void Check(RuleContext context)
    {
        if (context.Record.DecisionDate is { } date && date > context.Today)
            context.Report(StandardField.DecisionDate, $"决定日期 {date:yyyy-MM-dd} 晚于今天");
    }
}

internal sealed class FunctionsSinceRule() : BuiltInRule("decision-before-functions")
{
    public override void Check(RuleContext context)
    {
        if (context.Settings.FunctionsSince is { } since && context.Record.DecisionDate is { } date && date < since)
            context.Report(StandardField.DecisionDate, $"决定日期 {date:yyyy-MM-dd} 早于本机关开始履职的 {since:yyyy-MM-dd}");
    }
}

internal sealed class ImplausibleDecisionRule() : BuiltInRule("decision-date-implausible")
{
    public override void Check(RuleContext context)
    {
        if (context.Record.DecisionDate is { } date && !ImplausibleDateRule.IsPlausible(date)) context.Report(StandardField.DecisionDate, $"决定日期 {date:yyyy-MM-dd} 不可能");
    }
}

internal sealed class ImplausibleDateRule() : BuiltInRule("date-implausible")
{
    private static readonly DateOnly Earliest = new(1949, 10, 1);
    private static readonly DateOnly Latest = new(2099, 12, 31);
    private static readonly StandardField[] Fields =
    [
        StandardField.ValidFrom, StandardField.ValidUntil, StandardField.PenaltyValidUntil, StandardField.StatedLastDisclosedDay,
        StandardField.EffectiveDate, StandardField.ServedDate, StandardField.PerformedDate, StandardField.AcceptedDate, StandardField.CompletedDate, StandardField.OverrideLastDay,
    ];

    public override void Check(RuleContext context)
    {
        foreach (var field in Fields)
            if (RecordFields.Get(context.Record, field) is DateOnly date && !IsPlausible(date))
                context.Report(field, $"日期 {date:yyyy-MM-dd} 超出合理范围");
    }

    public static bool IsPlausible(DateOnly date) => date >= Earliest && date <= Latest;
}

internal sealed class ValidUntilRule() : BuiltInRule("valid-until-before-decision")
{
    public override void Check(RuleContext context)
    {
        if (context.License is { ValidUntil: { } end, DecisionDate: { } decided } && end < decided)
            context.Report(StandardField.ValidUntil, $"有效期至 {end:yyyy-MM-dd} 早于决定日期 {decided:yyyy-MM-dd}");
    }
}

internal sealed class DisclosureEndRule() : BuiltInRule("disclosure-end-before-decision")
{
    public override void Check(RuleContext context)
    {
        if (context.Record.DecisionDate is not { } decided) return;
        if (context.Penalty?.StatedLastDisclosedDay is { } end && end < decided)
            context.Report(StandardField.StatedLastDisclosedDay, $"公示截止期 {end:yyyy-MM-dd} 早于决定日期 {decided:yyyy-MM-dd}");
        if (context.Record.Override?.LastDay is { } last && last < decided)
            context.Report(StandardField.OverrideLastDay, $"法定公示截止日 {last:yyyy-MM-dd} 早于决定日期 {decided:yyyy-MM-dd}");
    }
}

internal sealed class PenaltyEndRule() : BuiltInRule("penalty-end-before-decision")
{
    public override void Check(RuleContext context)
    {
        if (context.Penalty is { PenaltyValidUntil: { } end, DecisionDate: { } decided } && end < decided)
            context.Report(StandardField.PenaltyValidUntil, $"处罚有效期 {end:yyyy-MM-dd} 早于决定日期 {decided:yyyy-MM-dd}");
    }
}

internal sealed class ValidityOrderRule() : BuiltInRule("validity-order")
{
    public override void Check(RuleContext context)
    {
        if (context.License is { ValidFrom: { } from, ValidUntil: { } until } && from > until)
            context.Report(StandardField.ValidFrom, $"有效期自 {from:yyyy-MM-dd} 晚于有效期至 {until:yyyy-MM-dd}");
    }
}

internal sealed class ValidFromRule() : BuiltInRule("valid-from-before-decision")
{
    public override void Check(RuleContext context)
    {
        if (context.License is { ValidFrom: { } from, DecisionDate: { } decided } && from < decided)
            context.Report(StandardField.ValidFrom, $"有效期自 {from:yyyy-MM-dd} 早于决定日期 {decided:yyyy-MM-dd}");
    }
}

internal sealed class ValidityPassedRule() : BuiltInRule("valid-until-passed")
{
    public override void Check(RuleContext context)
    {
        if (context.License is { ValidUntil: { } until, Historic: false } && until < context.Today)
            context.Report(StandardField.ValidUntil, $"有效期至 {until:yyyy-MM-dd}，已过");
    }
}

/// <summary>What follows a decision cannot come before it; acceptance cannot come after.</summary>
internal sealed class EventOrderRule() : BuiltInRule("event-order")
{
    public override void Check(RuleContext context)
    {
        if (context.Record.DecisionDate is not { } decided) return;
        After(context, StandardField.ServedDate, context.Record.ServedDate, decided);
        After(context, StandardField.EffectiveDate, context.Record.EffectiveDate, decided);
        if (context.Record.AcceptedDate is { } accepted && accepted > decided)
            context.Report(StandardField.AcceptedDate, $"受理日期 {accepted:yyyy-MM-dd} 晚于决定日期 {decided:yyyy-MM-dd}");
        if (context.Record.AcceptedDate is { } start && context.Record.CompletedDate is { } end && start > end)
            context.Report(StandardField.CompletedDate, $"办结日期 {end:yyyy-MM-dd} 早于受理日期 {start:yyyy-MM-dd}");
    }

    private static void After(RuleContext context, StandardField field, DateOnly? date, DateOnly decided)
    {
        if (date is { } day && day < decided) context.Report(field, $"“{context.Heading(field)}” {day:yyyy-MM-dd} 早于决定日期 {decided:yyyy-MM-dd}");
    }
}

/// <summary>What is released before it was decided was not what was reviewed.</summary>
internal sealed class ReviewBeforeDecisionRule() : BuiltInRule("review-before-decision")
{
    public override void Check(RuleContext context)
    {
        if (context.Record is { DecisionDate: { } decided, ReviewedOn: { } reviewed } && reviewed < decided)
            context.Report(StandardField.ReviewedOn, $"审查日期 {reviewed:yyyy-MM-dd} 早于决定日期 {decided:yyyy-MM-dd}：决定作出之前不能审查公示");
    }
}

internal sealed class ReviewRule() : BuiltInRule("review-incomplete")
{
    public override void Check(RuleContext context)
    {
        var (reviewer, on) = (context.Record.Reviewer is { Length: > 0 }, context.Record.ReviewedOn);
        if (reviewer && on is null) context.Report(StandardField.ReviewedOn, "有审查人，没有审查日期");
        else if (!reviewer && on is not null) context.Report(StandardField.Reviewer, "有审查日期，没有审查人");
        else if (on > context.Today) context.Report(StandardField.ReviewedOn, "审查日期晚于今天");
    }
}
