using CreditKit.Records;
using CreditKit.Standards;

namespace CreditKit.Validation.Rules;

internal sealed class FineAmountRule() : BuiltInRule("fine-without-amount")
{
    public override void Check(RuleContext context)
    {
        if (context.Penalty is { FineAmount: null or 0 } penalty && penalty.PenaltyCategories.Contains("罚款") && !context.Unusable(StandardField.FineAmount))
            context.Report(StandardField.FineAmount, "处罚类别有罚款，罚款金额为空或为零");
    }
}

internal sealed class AmountWithoutFineRule() : BuiltInRule("amount-without-fine")
{
    public override void Check(RuleContext context)
    {
        if (context.Penalty is not { PenaltyCategories.Count: > 0 } penalty) return;
        if (penalty.FineAmount > 0 && !penalty.PenaltyCategories.Contains("罚款"))
            context.Report(StandardField.PenaltyCategory, "有罚款金额，处罚类别中没有罚款");
        if (penalty.ConfiscatedAmount > 0 && !penalty.PenaltyCategories.Any(c => c.StartsWith("没收", StringComparison.Ordinal)))
            context.Report(StandardField.PenaltyCategory, "有没收金额，处罚类别中没有没收");
    }
}

internal sealed class ConfiscationRule() : BuiltInRule("confiscation-without-amount")
{
    public override void Check(RuleContext context)
    {
        if (context.Penalty is { ConfiscatedAmount: null or 0 } penalty && penalty.PenaltyCategories.Any(c => c.StartsWith("没收违法所得", StringComparison.Ordinal)) && !context.Unusable(StandardField.ConfiscatedAmount))
            context.Report(StandardField.ConfiscatedAmount, "处罚类别有没收违法所得，没收金额为空或为零");
    }
}

internal sealed class CertificateRule() : BuiltInRule("certificate-missing")
{
    public override void Check(RuleContext context)
    {
        if (context.Penalty is { SuspendedOrRevokedCertificates: null or "" } penalty
            && penalty.PenaltyCategories.Any(c => c.StartsWith("吊销", StringComparison.Ordinal) || c.StartsWith("暂扣", StringComparison.Ordinal)))
            context.Report(StandardField.SuspendedOrRevokedCertificates, "处罚类别有暂扣或吊销，没有写明证照名称及编号");
    }
}

/// <summary>万元 taken for 元 or the other way round shows against the amounts in the text.</summary>
internal sealed class AmountUnitRule() : BuiltInRule("amount-unit")
{
    public override void Check(RuleContext context)
    {
        if (context.Penalty is not { PenaltyContent: { Length: > 0 } content, FineAmount: > 0 } penalty) return;
        var ratio = context.Rule.Parameters["ratio"];
        var fine = penalty.FineAmount.Value;
        var (any, near) = (false, false);
        foreach (var amount in NumberText.Amounts(content))
        {
            if (amount <= 0) continue;
            any = true;
            near |= fine < amount * ratio && amount < fine * ratio;
        }
        if (any && !near) context.Report(StandardField.FineAmount, $"罚款金额读作 {fine:0.##} 元，与处罚内容中的金额相差 {ratio:0} 倍以上，单位可能填错");
    }
}

internal sealed class SummaryProcedureRule() : BuiltInRule("summary-procedure-amount")
{
    public override void Check(RuleContext context)
    {
        if (context.Penalty is not { Procedure: PenaltyProcedure.Summary, FineAmount: { } fine } penalty) return;
        var limit = context.Rule.Parameters[penalty.Counterpart.Kind == CounterpartKind.NaturalPerson ? "person" : "organization"];
        if (fine > limit) context.Report(StandardField.FineAmount, $"简易程序的罚款 {fine:0.##} 元超过 {limit:0} 元的限额");
    }
}

internal sealed class WarningOnlyRule() : BuiltInRule("warning-only")
{
    public override void Check(RuleContext context)
    {
        if (context.Penalty is not { PenaltyCategories: { Count: > 0 } categories, FineAmount: null or 0, ConfiscatedAmount: null or 0 }) return;
        foreach (var category in categories) if (category is not ("警告" or "通报批评")) return;
        context.Report(StandardField.PenaltyCategory, "只有警告或通报批评，原则上不公示");
    }
}

internal sealed class LegalBasisRule() : BuiltInRule("legal-basis-without-article")
{
    public override void Check(RuleContext context)
    {
        if (context.Penalty is not { LegalBasis: { Length: > 0 } basis }) return;
        var at = basis.IndexOf('第', StringComparison.Ordinal);
        if (at < 0 || basis.IndexOf('条', at) < 0) context.Report(StandardField.LegalBasis, "处罚依据没有写到第几条");
    }
}

internal sealed class RemedyChannelRule() : BuiltInRule("remedy-channel-missing")
{
    public override void Check(RuleContext context)
    {
        if (context.Penalty is { RemedyChannel: null or "" } && string.IsNullOrEmpty(context.Settings.DefaultRemedyChannel))
            context.Report(StandardField.RemedyChannel, "没有救济渠道，设置中也没有默认文字");
    }
}

internal sealed class SeverityRule() : BuiltInRule("severity-missing")
{
    public override void Check(RuleContext context)
    {
        if (context.Penalty is { Severity: null } && !context.Unusable(StandardField.Severity))
            context.Report(StandardField.Severity, "没有写明严重程度，按一般计算公示期限，请人工确认");
    }
}

internal sealed class MitigationRule() : BuiltInRule("mitigation-without-evidence")
{
    public override void Check(RuleContext context)
    {
        if (context.Penalty is { Mitigation: not Mitigation.None, MitigationEvidence: null or "" })
            context.Report(StandardField.MitigationEvidence, "有情节认定，没有认定依据，情节认定不生效");
    }
}

internal sealed class OverrideRule() : BuiltInRule("override-without-basis")
{
    public override void Check(RuleContext context)
    {
        if (context.Record.Override is { LegalBasis: "" })
            context.Report(StandardField.OverrideBasis, "填了法定公示截止日，没有写明依据，截止日不生效");
    }
}
