using System.Buffers;
using CreditKit.Records;
using CreditKit.Standards;

namespace CreditKit.Validation.Rules;

/// <summary>Every counterpart has an identifier.</summary>
internal sealed class IdentityCodeRule() : BuiltInRule("identity-code-missing")
{
    public override void Check(RuleContext context)
    {
        var counterpart = context.Record.Counterpart;
        if (counterpart.Kind == CounterpartKind.NaturalPerson)
        {
            if (counterpart.IdentityDocument?.Type is null && !context.Unusable(StandardField.IdentityDocumentType)
                && context.Edition.Column(context.Record.Kind, StandardField.IdentityDocumentType) is not null)
                context.Report(StandardField.IdentityDocumentType, "自然人未填证件类型");
            if (string.IsNullOrEmpty(counterpart.IdentityDocument?.Number))
                context.Report(StandardField.IdentityDocumentNumber, "自然人未填证件号码");
            return;
        }
        if (counterpart is
            {
                UnifiedSocialCreditCode: null or "", BusinessRegistrationNumber: null or "", OrganizationCode: null or "",
                TaxRegistrationNumber: null or "", PublicInstitutionCertificateNumber: null or "", SocialOrganizationCertificateNumber: null or "",
            })
            context.Report(StandardField.UnifiedSocialCreditCode, "法人、非法人组织和个体工商户至少应填一项代码，首选统一社会信用代码");
    }
}

internal sealed class SoleTraderCodeRule() : BuiltInRule("sole-trader-code")
{
    public override void Check(RuleContext context)
    {
        var counterpart = context.Record.Counterpart;
        if (counterpart.Kind == CounterpartKind.Unknown || counterpart.UnifiedSocialCreditCode is not { Length: 18 } code) return;
        var soleTrader = code.StartsWith("92", StringComparison.Ordinal);
        if (soleTrader && counterpart.Kind == CounterpartKind.Organization)
            context.Report(StandardField.CounterpartKind, "统一社会信用代码以 92 开头，类别应为个体工商户");
        else if (!soleTrader && counterpart.Kind == CounterpartKind.SoleTrader)
            context.Report(StandardField.UnifiedSocialCreditCode, "类别为个体工商户，统一社会信用代码应以 92 开头");
    }
}

internal sealed class NaturalPersonCodeRule() : BuiltInRule("natural-person-code")
{
    public override void Check(RuleContext context)
    {
        if (context.Record.Counterpart is { Kind: CounterpartKind.NaturalPerson } person
            && (person.UnifiedSocialCreditCode ?? person.BusinessRegistrationNumber ?? person.OrganizationCode) is { Length: > 0 })
            context.Report(StandardField.CounterpartKind, "类别为自然人，却填了组织的代码");
    }
}

internal sealed class OrganizationIdentityDocumentRule() : BuiltInRule("organization-identity-document")
{
    public override void Check(RuleContext context)
    {
        if (context.Record.Counterpart is { Kind: CounterpartKind.Organization, IdentityDocument.Number.Length: > 0 })
            context.Report(StandardField.IdentityDocumentNumber, "类别为法人及非法人组织，却填了自然人证件号码");
    }
}

/// <summary>The platform's 1001 foretold from the agency's own subject list.</summary>
internal sealed class SubjectMismatchRule() : BuiltInRule("subject-mismatch")
{
    public override void Check(RuleContext context)
    {
        if (context.Settings.Subjects is not { } subjects || context.Record.Counterpart is not { UnifiedSocialCreditCode: { Length: 18 } code, Name: { Length: > 0 } name }) return;
        if (subjects.NameOf(code) is { } registered && Fold(registered) != Fold(name))
            context.Report(StandardField.CounterpartName, "名称与主体名录中该统一社会信用代码登记的名称不一致，省平台会按 1001 退回");
    }

    private static string Fold(string name) => TextNormalizer.Heading(name);
}

internal sealed class NameFormRule() : BuiltInRule("name-form")
{
    private static readonly SearchValues<char> Special = SearchValues.Create("<>{}[]|\\^~`#$%*=;?!\"");

    public override void Check(RuleContext context)
    {
        if (context.Record.Counterpart.Name is not { Length: > 0 } name) return;
        var digits = name.AsSpan().IndexOfAnyExceptInRange('0', '9') < 0;
        var problem = digits ? "名称全是数字" : name.Length == 1 ? "名称只有一个字"
            : name.AsSpan().IndexOfAny(Special) >= 0 ? "名称中有特殊符号" : null;
        if (problem is not null) context.Report(StandardField.CounterpartName, problem);
    }
}

internal sealed class LegalRepresentativeDocumentRule() : BuiltInRule("legal-representative-document")
{
    public override void Check(RuleContext context)
    {
        if (context.Record.Counterpart.LegalRepresentativeDocument?.Number is { Length: > 0 })
            context.Report(StandardField.LegalRepresentativeDocumentNumber, "法定代表人证件号码为选填，不建议填写；本产品不公示它");
    }
}

internal sealed class UnderAgeRule() : BuiltInRule("under-age")
{
    public override void Check(RuleContext context)
    {
        if (context.Record is not { Counterpart: { Kind: CounterpartKind.NaturalPerson or CounterpartKind.Unknown, IdentityDocument.Number: { } number }, DecisionDate: { } decided }) return;
        if (!ResidentIdentityNumber.TryParse(number, out var identity)) return;
        if (!Calendar.LegalDate.HasReachedAge(identity.BirthDate, (int)context.Rule.Parameters["age"], decided))
            context.Report(StandardField.IdentityDocumentNumber, "按证件号码，当事人在决定日期尚未成年");
    }
}

internal sealed class NaturalPersonBasisRule() : BuiltInRule("natural-person-without-basis")
{
    public override void Check(RuleContext context)
    {
        if (context.Record.Counterpart.Kind != CounterpartKind.NaturalPerson) return;
        var basis = context.Record.PersonalDisclosureBasis;
        if (string.IsNullOrWhiteSpace(basis)) context.Report(StandardField.PersonalDisclosureBasis, "自然人的信息没有公示依据，接收入库但不公示");
        else if (!DisclosureBasis.Stands(basis)) context.Report(StandardField.PersonalDisclosureBasis, "公示依据没有写明法律文件及其条款，或者同意及其日期，接收入库但不公示");
    }
}
