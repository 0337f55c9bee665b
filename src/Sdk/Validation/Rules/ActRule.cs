using CreditKit.Records;
using CreditKit.Standards;

namespace CreditKit.Validation.Rules;

/// <summary>The other acts are taken in only where the settings name their kind.</summary>
internal sealed class ActRule() : BuiltInRule("act-switched-off")
{
    public override void Check(RuleContext context)
    {
        if (context.Act is not { Act: not ActKind.None and var kind } || context.Settings.Acts.Contains(kind)) return;
        var name = kind.ToString().ToLowerInvariant();
        context.Report(StandardField.ActKind, $"本栏目没有启用“{ActKindText.Of(kind)}”信息的公示", $"需要公示的，请在配置 ShuangGongShi:Acts 中加上 {name}（shuanggongshi.json 写作 \"Acts\": [\"{name}\"]）。");
    }
}
