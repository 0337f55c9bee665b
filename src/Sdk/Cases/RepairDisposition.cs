namespace CreditKit.Cases;

/// <summary>What the platform does with a repaired record (鹤信用发〔2022〕1号 四(六)15). On the own column display ends in every case (信用修复管理办法: 终止公示).</summary>
internal enum RepairDisposition
{
    /// <summary>标注.</summary>
    Mark = 1,

    /// <summary>屏蔽.</summary>
    Hide = 2,

    /// <summary>删除.</summary>
    Delete = 3,
}
