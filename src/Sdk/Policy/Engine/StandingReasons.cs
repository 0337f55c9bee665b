using CreditKit.Policy.Model;

namespace CreditKit.Policy.Engine;

/// <summary>The texts of reasons that come from the standing of a record rather than from a rule; they are data too.</summary>
internal sealed class StandingReasons
{
    private readonly Dictionary<string, (ReasonData Data, DecisionReason Blocking, DecisionReason Noted)> _reasons = new(StringComparer.Ordinal);

    public StandingReasons(IEnumerable<Edition> editions)
    {
        foreach (var edition in editions)
            foreach (var data in edition.Data.Reasons ?? [])
            {
                var reason = new DecisionReason(data.Code, data.Text + "。", edition.Id, data.Source ?? edition.Data.Source, Blocks: true);
                _reasons[data.Code] = (data, reason, reason with { Blocks = false });
            }
    }

    public DecisionReason Blocking(string code) => Find(code).Blocking;

    public DecisionReason Noted(string code) => Find(code).Noted;

    /// <summary>A ground recorded by a reviewer: blocks the own site; for a channel its data says.</summary>
    public (DecisionReason Reason, bool Marks) Ground(string code, string evidence, bool ownSite)
    {
        if (!_reasons.TryGetValue(code, out var found) || !found.Data.Ground)
            return (new DecisionReason(code, $"审查记录的不公开理由：{evidence}。", "record", "政府信息公开条例第十七条", Blocks: true), false);
        var marks = !ownSite && found.Data.OnReport == ExcludeEffect.Mark;
        var text = $"{found.Data.Text}（{evidence}）{(marks ? "，报送而标注不公示" : "，不予公示")}。";
        return (found.Blocking with { Text = text, Blocks = !marks }, marks);
    }

    /// <summary>The grounds a reviewer may record, with their texts.</summary>
    public IEnumerable<(string Code, string Text, string Source)> Grounds =>
        _reasons.Values.Where(r => r.Data.Ground).Select(r => (r.Data.Code, r.Data.Text, r.Blocking.Source));

    private (ReasonData Data, DecisionReason Blocking, DecisionReason Noted) Find(string code) =>
        _reasons.TryGetValue(code, out var found) ? found : throw PolicyFault.Invalid("NATIONAL-DEFAULTS", $"reasons 中没有“{code}”");
}
