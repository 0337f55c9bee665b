using CreditKit.Calendar;
using CreditKit.Catalog;
using CreditKit.Records;

namespace CreditKit.Review;

/// <summary>
/// The publish gate's eye on the catalogue: what the item in force at the decision keeps from publication
/// (依目录公开, 鹤信用发〔2022〕1号四（二）4（2）), and what it supplies where the record is silent.
/// </summary>
/// <param name="catalog">The catalogue as it is now.</param>
/// <param name="blockOutside">Whether a record outside the catalogue is kept from publication.</param>
internal sealed class ItemGate(Func<ItemCatalog> catalog, bool blockOutside)
{
    /// <summary>The standing with the grounds that the catalogue adds, and the consent that stands for the item where the record has none of its own.</summary>
    public RecordStanding Judge(CreditRecord record, RecordStanding standing)
    {
        var ground = GroundOf(record);
        if (standing.Consent is null && ItemOf(record)?.Consent is { } consent) standing = standing with { Consent = consent };
        return ground is null ? standing : standing with { Exclusions = [.. standing.Exclusions, ground] };
    }

    /// <summary>The record with what its item supplies: 事项名称, 设定依据, 救济渠道, the basis for natural persons, and a period of the item's own.</summary>
    public CreditRecord Complete(CreditRecord record)
    {
        if (ItemOf(record) is not { } item) return record;
        var completed = record with { ItemName = item.Name };
        if (string.IsNullOrWhiteSpace(record.SettingBasis) && item.LegalBasis is { } basis) completed = completed with { SettingBasis = basis };
        if (string.IsNullOrWhiteSpace(record.RemedyChannel) && item.Remedy is { } remedy) completed = completed with { RemedyChannel = remedy };
        if (!DisclosureBasis.Stands(record.PersonalDisclosureBasis) && item.PersonalBasis is { } personal) completed = completed with { PersonalDisclosureBasis = personal };
        if (record is { Override: null, DecisionDate: { } decided } && item is { PeriodMonths: { } months, PeriodBasis: { } own })
            completed = completed with { Override = new DisclosureOverride(LegalDate.LastDayOfMonths(decided, months), own) };
        if (completed is AdministrativeLicense { ByCommitment: false } license && item.ByCommitment) completed = license with { ByCommitment = true };
        return completed;
    }

    /// <summary>Whether the item's 共享属性 lets any channel carry the record.</summary>
    public bool MayShare(CreditRecord record) => ItemOf(record)?.Sharing != Sharing.None;

    private RecordedExclusion? GroundOf(CreditRecord record)
    {
        if (record.DecisionDate is not { } decided) return null;
        var items = catalog();
        if (items.IsEmpty || !items.Covers(decided)) return null;
        return items.Find(record.ItemCode, decided) switch
        {
            null => blockOutside ? new("not-in-catalogue", record.ItemCode is { Length: > 0 } ? "决定日期有效的目录中没有所填的事项编码" : "没有填写事项编码") : null,
            { Openness: Openness.OnRequest } item => new("item-not-open", $"事项 {item.Code} 的公开属性为依申请公开"),
            { Openness: Openness.Closed } item => new("item-not-open", $"事项 {item.Code} 的公开属性为不公开"),
            { Sensitive: true } item when record.Counterpart.Kind is CounterpartKind.NaturalPerson or CounterpartKind.Unknown => new("item-sensitive", $"事项 {item.Code} 涉及敏感个人信息"),
            _ => null,
        };
    }

    private CatalogItem? ItemOf(CreditRecord record)
    {
        if (record is not { ItemCode: { Length: > 0 } code, DecisionDate: { } decided }) return null;
        var items = catalog();
        return items.IsEmpty ? null : items.Find(code, decided);
    }
}
