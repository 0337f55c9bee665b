using CreditKit.Policy;
using CreditKit.Records;

namespace CreditKit.Reporting;

/// <summary>
/// Which configured channels may carry a record, and why others hold it back: the law's word (decided per destination,
/// apart from the own column), the reviews, and what the channel is for. Holding back is visible, never silent.
/// </summary>
internal sealed class ReportRouter(IEnumerable<ChannelOptions> channels, Func<CreditRecord, RecordStanding, Destination, DisclosureDecision> decide)
{
    private readonly ChannelOptions[] _channels = [.. channels];

    /// <summary>The configured channels.</summary>
    public IReadOnlyList<ChannelOptions> Channels => _channels;

    /// <summary>Every channel with its decision.</summary>
    /// <param name="record">The record.</param>
    /// <param name="standing">Its release and withdrawal.</param>
    /// <param name="reportable">Whether validation found nothing that blocks reporting.</param>
    public IReadOnlyList<(string Channel, DisclosureDecision Decision)> Route(CreditRecord record, RecordStanding standing, bool reportable = true) =>
        [.. _channels.Select(c => (c.Name, Decide(c, record, standing, reportable)))];

    /// <summary>Names of the channels that may carry it, for the submission that queues it.</summary>
    public IReadOnlyList<string> Carriers(CreditRecord record, RecordStanding standing, bool reportable = true) =>
        [.. _channels.Where(c => Decide(c, record, standing, reportable).Allowed).Select(c => c.Name)];

    /// <summary>The decision for one channel.</summary>
    public DisclosureDecision Decide(ChannelOptions channel, CreditRecord record, RecordStanding standing, bool reportable = true)
    {
        var decision = decide(record, standing, channel.Destination);
        var own = Own(channel, record, standing, reportable).ToList();
        return own.Count == 0 ? decision : decision with { Reasons = [.. own, .. decision.Reasons] };
    }

    private static IEnumerable<DecisionReason> Own(ChannelOptions channel, CreditRecord record, RecordStanding standing, bool reportable)
    {
        if (!standing.ReleasedForSharing) yield return Reason("not-reviewed-for-sharing", "未经共享前的保密审查。", "厦门市 五（二）：共享前应经过保密审查");
        if (!reportable) yield return Reason("validation", "校验未通过，限制上报；问题清单见导入报告。", "发改办财金〔2018〕424号（七）：上传限制");
        if (record.Historic && !channel.Historic) yield return Reason("historic", "存量数据，通道未设置为补报存量。", "通道设置 Historic");
        if (!channel.Carries(record.Kind)) yield return Reason("not-this-kind", "通道不接收这一类行政决定。", "通道设置 Kinds");
        if (!channel.HasForm(record.Kind)) yield return Reason("no-form-for-kind", "通道的报文格式没有其他行政行为。", "通道设置 Type");
        if (!channel.Carries(record.Counterpart.Kind)) yield return Reason("not-this-counterpart", "通道不接收这一类行政相对人。", "通道设置 Counterparts");
        if (!channel.Carries(record)) yield return Reason("not-this-category", "通道不接收这一类别的许可或处罚。", "通道设置 Categories");
        if (channel.Units.Count > 0 && !channel.Units.Contains(record.DecidingAuthority.CreditCode ?? ""))
            yield return Reason("not-this-unit", "作出决定的机关不经此通道报送。", "通道设置 Units");
        if (!channel.IdentityNumbers && record.Counterpart.Kind is (CounterpartKind.NaturalPerson or CounterpartKind.Unknown))
            yield return Reason("identity-numbers-not-carried", "自然人的记录要以证件号码辨认，而通道未设置为传送证件号码。", "通道设置 IdentityNumbers");
    }

    private static DecisionReason Reason(string code, string text, string source) => new(code, text, "channel", source, Blocks: true);
}
