namespace CreditKit.Policy.Engine;

/// <summary>Faults of policy data, each with its remedy.</summary>
internal static class PolicyFault
{
    public static CreditKitException Unreadable(string file, string what, Exception? inner = null) => new(
        "CK1111", $"政策文件“{file}”无法读取：{what}。", "请对照 docs/policy-files.md 列出的字段改正后重新启动。", inner);

    public static CreditKitException Gap(string earlier, string later, DateOnly from, DateOnly to) => new(
        "CK1112", $"政策版本 {earlier} 与 {later} 之间有空档：{from:yyyy-MM-dd} 至 {to:yyyy-MM-dd} 没有版本。",
        $"请使 {earlier} 的 effectiveTo 为 {later} 的 effectiveFrom 的前一日。");

    public static CreditKitException Overlap(string earlier, string later) => new(
        "CK1113", $"政策版本 {earlier} 与 {later} 的施行时间重叠。",
        $"请使 {earlier} 的 effectiveTo 为 {later} 的 effectiveFrom 的前一日；新增基础版本时，须同时以文件改写前一版本的 effectiveTo。");

    public static CreditKitException Invalid(string edition, string what) => new(
        "CK1114", $"政策版本 {edition}：{what}。", "请改正该版本的文件；每个数字都须有 source 和 certainty。");

    public static CreditKitException UnknownRegion(string region, IEnumerable<string> known) => new(
        "CK1115", $"没有地区“{region}”的政策文件。", $"可用的地区：{string.Join("、", known)}；或者在数据目录的 policy 文件夹中加入该地区的文件。");

    public static CreditKitException Duplicate(string edition, string first, string second) => new(
        "CK1116", $"政策版本 {edition} 在 {first} 和 {second} 中各有一份。", "同一目录中一个版本只能有一个文件，请删去一份。");
}
