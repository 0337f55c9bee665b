using CreditKit.Records;

namespace CreditKit.Policy;

/// <summary>The Chinese words for a ground of withdrawal, as the notice states them (行政处罚法 48: 公开说明理由).</summary>
public static class WithdrawalGroundText
{
    /// <summary>The words, without personal data.</summary>
    public static string Of(WithdrawalGround ground) => ground switch
    {
        WithdrawalGround.Revoked => "原决定被依法撤销",
        WithdrawalGround.Changed => "原决定被依法变更",
        WithdrawalGround.FoundUnlawful => "原决定被确认违法",
        WithdrawalGround.FoundVoid => "原决定被确认无效",
        WithdrawalGround.PeriodEnded => "公示期届满",
        WithdrawalGround.Repaired => "已完成信用修复",
        WithdrawalGround.Objection => "异议成立",
        WithdrawalGround.Reorganisation => "法院裁定重整",
        _ => "依法撤下",
    };
}
