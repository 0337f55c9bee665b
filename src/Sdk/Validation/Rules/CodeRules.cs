using CreditKit.Records;
using CreditKit.Standards;

namespace CreditKit.Validation.Rules;

/// <summary>Every credit code of the row: the counterpart's, the deciding agency's, the supplier's.</summary>
internal sealed class CreditCodeRule() : BuiltInRule("uscc-check-digit")
{
    public override void Check(RuleContext context)
    {
        Check(context, StandardField.UnifiedSocialCreditCode, context.Record.Counterpart.UnifiedSocialCreditCode);
        Check(context, StandardField.AuthorityCode, context.Record.DecidingAuthority.CreditCode);
        Check(context, StandardField.DataSourceCode, context.Record.DataSource.CreditCode);
    }

    private void Check(RuleContext context, StandardField field, string? code)
    {
        if (string.IsNullOrEmpty(code) || UnifiedSocialCreditCode.IsValid(code)) return;
        context.Report(field, NumberText.Damaged(code) ?? UnifiedSocialCreditCode.Explain(code) ?? "统一社会信用代码不正确", NumberText.Damaged(code) is null ? Description.Hint : NumberText.DamagedHint);
    }
}

internal sealed class OrganizationCodeRule() : BuiltInRule("organization-code-check-digit")
{
    public override void Check(RuleContext context)
    {
        if (context.Record.Counterpart.OrganizationCode is { Length: > 0 } code && !OrganizationCode.IsValid(code))
            context.Report(StandardField.OrganizationCode, OrganizationCode.Explain(code) ?? "组织机构代码不正确");
    }
}

internal sealed class RegistrationNumberRule() : BuiltInRule("registration-number-check-digit")
{
    public override void Check(RuleContext context)
    {
        if (context.Record.Counterpart.BusinessRegistrationNumber is not { Length: > 0 } number) return;
        // Agencies put the credit code here as well; it is right if it is one.
        if (RegistrationNumber.IsValid(number) || OldRegistrationNumberRule.IsOld(number) || UnifiedSocialCreditCode.IsValid(number)) return;
        context.Report(StandardField.BusinessRegistrationNumber, NumberText.Damaged(number) ?? RegistrationNumber.Explain(number) ?? "工商注册号不正确");
    }
}

internal sealed class OldRegistrationNumberRule() : BuiltInRule("registration-number-old-form")
{
    public override void Check(RuleContext context)
    {
        if (context.Record.Counterpart.BusinessRegistrationNumber is { } number && IsOld(number))
            context.Report(StandardField.BusinessRegistrationNumber, "工商注册号是 12 或 13 位的旧式号码，没有校验位可核对");
    }

    internal static bool IsOld(string number) => number.Length is 12 or 13 && number.AsSpan().IndexOfAnyExceptInRange('0', '9') < 0;
}

internal sealed class TaxNumberRule() : BuiltInRule("tax-number-form")
{
    public override void Check(RuleContext context)
    {
        if (context.Record.Counterpart.TaxRegistrationNumber is not { Length: > 0 } number) return;
        var wellFormed = number.Length is 15 or 17 or 18 or 20;
        foreach (var c in number) wellFormed &= char.IsAsciiDigit(c) || char.IsAsciiLetterUpper(c);
        if (!wellFormed) context.Report(StandardField.TaxRegistrationNumber, NumberText.Damaged(number) ?? $"税务登记号应为 15、17、18 或 20 位大写字母和数字，现为 {number.Length} 位");
    }
}

/// <summary>Identity numbers of persons; the message repeats nothing of them.</summary>
internal sealed class IdentityNumberRule() : BuiltInRule("identity-number-check-digit")
{
    public override void Check(RuleContext context)
    {
        Check(context, StandardField.IdentityDocumentNumber, context.Record.Counterpart.IdentityDocument);
        Check(context, StandardField.LegalRepresentativeDocumentNumber, context.Record.Counterpart.LegalRepresentativeDocument);
    }

    private static void Check(RuleContext context, StandardField field, IdentityDocument? document)
    {
        if (document?.Number is not { Length: > 0 } number || ResidentIdentityNumber.IsValid(number)) return;
        // Without a type only what looks like one is held to the rule: passports have no common form.
        if (document.Type is not null and not "身份证" || (document.Type is null && number.Length is not (15 or 18))) return;
        context.Report(field, NumberText.Damaged(number) ?? (number.Length is not (15 or 18) ? $"身份证号应为 18 位，现为 {number.Length} 位" : "身份证号的校验位或出生日期不正确"));
    }
}
