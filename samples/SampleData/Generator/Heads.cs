namespace SampleData;

/// <summary>The national column order of the 2019 form, all kinds of subjects in one sheet, with the extension columns behind.</summary>
internal static class Heads
{
    private static readonly string[] Subject =
    [
        "行政相对人名称", "行政相对人类别", "行政相对人代码_1(统一社会信用代码)", "行政相对人代码_2(工商注册号)", "行政相对人代码_3(组织机构代码)",
        "行政相对人代码_4(税务登记号)", "行政相对人代码_5(事业单位证书号)", "行政相对人代码_6(社会组织登记证号)", "法定代表人", "法定代表人证件类型",
        "法定代表人证件号码", "自然人证件类型", "自然人证件号码",
    ];

    private static readonly string[] Extension =
    [
        "处罚程序", "严重程度", "领域", "事项编码", "生效日期", "送达日期", "履行日期", "受理日期", "办结日期", "设定依据", "救济渠道", "个人信息公示依据", "审查人", "审查日期",
    ];

    public static readonly string[] License =
    [
        .. Subject, "行政许可决定文书名称", "行政许可决定文书号", "许可类别", "许可证书名称", "许可编号", "许可内容", "许可决定日期", "有效期自", "有效期至",
        "许可机关", "许可机关统一社会信用代码", "当前状态", "数据来源单位", "数据来源单位统一社会信用代码", "备注", .. Extension[2..],
    ];

    public static readonly string[] Penalty =
    [
        .. Subject, "行政处罚决定书文号", "违法行为类型", "违法事实", "处罚依据", "处罚类别", "处罚内容", "罚款金额(万元)", "没收违法所得、没收非法财物的金额(万元)",
        "暂扣或吊销证照名称及编号", "处罚决定日期", "处罚有效期", "公示截止期", "处罚机关", "处罚机关统一社会信用代码", "数据来源单位", "数据来源单位统一社会信用代码",
        "备注", .. Extension,
    ];
}
