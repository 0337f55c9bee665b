using CreditKit.Standards;

namespace CreditKit.Validation.Rules;

internal sealed class AuthorityAcceptedRule() : BuiltInRule("authority-not-accepted")
{
    public override void Check(RuleContext context)
    {
        var accepted = context.Settings.AcceptedAuthorities;
        var deciding = context.Record.DecidingAuthority;
        if (accepted.Count == 0 || (deciding.Name.Length == 0 && deciding.CreditCode is null)) return;
        foreach (var authority in accepted)
        {
            // The code decides where both have one; names change and are abbreviated.
            if (authority.CreditCode is { Length: > 0 } code && deciding.CreditCode is { Length: > 0 } stated)
            {
                if (code != stated) continue;
                if (deciding.Name.Length > 0 && authority.Name.Length > 0 && authority.Name != deciding.Name)
                    context.Report(context.Heading(StandardField.AuthorityName), "决定机关的代码相符，名称与设置不同", "填写机关登记的全称。", RuleWeight.Warn, null, RuleWeight.Warn);
                return;
            }
            if (authority.Name == deciding.Name) return;
        }
        context.Report(StandardField.AuthorityName, "决定机关不在本栏目接收的机关之列");
    }
}

internal sealed class AuthorityCodeKindRule() : BuiltInRule("authority-code-kind")
{
    public override void Check(RuleContext context)
    {
        // 1 机构编制 (organs, institutions); registered under 市场监管 (9) or 民政 (5) is a company or an association.
        if (context.Record.DecidingAuthority.CreditCode is { Length: 18 } code && code[0] is '9' or '5')
            context.Report(StandardField.AuthorityCode, "决定机关的统一社会信用代码是企业或社会组织的代码");
    }
}
