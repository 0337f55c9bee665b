using CreditKit.Ledger.CaseFiles;

namespace CreditKit.Cases;

/// <summary>What people read: the law's own terms.</summary>
internal static class CaseWords
{
    public static string Of(CaseKind kind) => kind switch
    {
        CaseKind.Objection => "异议申请",
        CaseKind.Enquiry => "咨询",
        CaseKind.CreditRepair => "信用修复申请",
        _ => "个人信息权利请求",
    };

    public static string Of(CaseState state) => state switch
    {
        CaseState.Received => "已收到，等待受理",
        CaseState.Incomplete => "等待补正材料",
        CaseState.Admitted => "已受理，正在核实",
        CaseState.Transferred => "已转送有关单位",
        CaseState.Verified => "已核实，等待决定",
        CaseState.NotAdmitted => "不予受理",
        CaseState.Maintained => "维持",
        CaseState.Amended => "修改",
        CaseState.Withdrawn => "撤下",
        CaseState.Answered => "已答复",
        CaseState.Repaired => "准予修复，已停止公示",
        CaseState.Declined => "不予修复",
        CaseState.CommitmentBroken => "违背信用修复承诺",
        _ => "申请人已撤回",
    };

    public static string Of(CaseAct act) => act switch
    {
        CaseAct.Receive => "收到",
        CaseAct.Admit => "受理",
        CaseAct.Refuse => "不予受理",
        CaseAct.Ask => "告知补正材料",
        CaseAct.Supplement => "收到补正材料",
        CaseAct.Transfer => "转送有关单位",
        CaseAct.Verify => "向作出决定的机关核实",
        CaseAct.Attach => "关联公示记录",
        CaseAct.Extend => "延长办理期限",
        CaseAct.Maintain => "决定维持",
        CaseAct.Amend => "决定修改",
        CaseAct.Withdraw => "决定撤下",
        CaseAct.Answer => "答复",
        CaseAct.Repair => "准予修复",
        CaseAct.Decline => "不予修复",
        CaseAct.Break => "认定违背承诺",
        CaseAct.Cancel => "申请人撤回",
        CaseAct.Finish => "办结",
        _ => "退回核实",
    };

    public static string Of(ObjectionGround ground) => ground switch
    {
        ObjectionGround.Error => "错误",
        ObjectionGround.Omission => "遗漏",
        ObjectionGround.Overdue => "超期公示",
        ObjectionGround.Duplicate => "重复公示",
        ObjectionGround.ShouldNotBePublic => "不应公示",
        _ => "与认定机关的决定不一致",
    };

    public static string Of(PersonalInformationRight right) => right switch
    {
        PersonalInformationRight.Access => "查阅",
        PersonalInformationRight.Copy => "复制",
        PersonalInformationRight.Correction => "更正、补充",
        _ => "删除",
    };

    public static string Of(RepairDisposition disposition) => disposition switch
    {
        RepairDisposition.Mark => "标注",
        RepairDisposition.Hide => "屏蔽",
        _ => "删除",
    };

    public static string Of(DecisionRelation relation) => relation switch
    {
        DecisionRelation.Changes => "变更",
        DecisionRelation.Extends => "延续",
        DecisionRelation.Revokes => "撤销",
        _ => "注销",
    };
}
