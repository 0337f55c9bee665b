namespace SampleData;

/// <summary>The item catalogue: every item that the records name.</summary>
internal static class Catalogue
{
    private static readonly Dictionary<string, string> Names = new()
    {
        ["YZSJ-XK-001"] = "食品经营许可",
        ["YZSJ-XK-002"] = "食品生产许可",
        ["YZSJ-XK-003"] = "食品小作坊登记",
        ["YZSJ-XK-004"] = "药品零售企业经营许可",
        ["YZSJ-XK-005"] = "第二类精神药品零售业务审批",
        ["YZSJ-XK-006"] = "第三类医疗器械经营许可",
        ["YZSJ-XK-007"] = "特种设备使用登记",
        ["YZSJ-XK-008"] = "特种设备使用登记注销",
        ["YZSJ-XK-009"] = "特种设备生产单位许可",
        ["YZSJ-XK-010"] = "移动式压力容器、气瓶充装单位许可",
        ["YZSJ-XK-011"] = "特种设备安全管理和作业人员资格认定",
        ["YZSJ-XK-012"] = "检验检测机构资质认定",
        ["YZSJ-XK-013"] = "计量标准器具核准",
        ["YZSJ-XK-014"] = "企业登记注册",
        ["YZSJ-XK-015"] = "个体工商户登记注册",
        ["YZSJ-XK-016"] = "市场主体注销登记",
        ["YZSJ-XK-017"] = "重要工业产品生产许可",
        ["YZSJ-XK-018"] = "食品摊贩登记",
        ["YZSJ-XK-019"] = "注册计量师注册",
    };

    /// <summary>The edition as <c>creditkit catalogue import</c> reads it.</summary>
    public static object Make(IEnumerable<Violation> violations) => new
    {
        id = "yunzhou-2021",
        title = "云州市市场监督管理局双公示事项目录（虚构）",
        layer = "Supplement",
        from = "2021-01-01",
        source = "云市监发〔2020〕88号（虚构）",
        items = Items.All.Select(i => Entry("License", i.Code, Names[i.Code], i.Basis))
            .Concat(violations.Select(v => Entry("Penalty", v.Item, $"对{v.Type}的处罚", v.Basis))),
    };

    private static object Entry(string kind, string code, string name, string basis) => new
    {
        code,
        name,
        kind,
        provider = new { name = Agency.Name, creditCode = Agency.Code },
        period = "按国家规定的期限",
        legalBasis = basis,
        review = new { reviewer = Agency.Reviewers[0], on = "2020-12-18" },
    };
}
