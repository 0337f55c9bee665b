using Microsoft.Extensions.Logging;

namespace CreditKit.AspNetCore.Staff;

/// <summary>What the staff side tells the log: codes and types only, never what a file or a record says.</summary>
internal static partial class StaffLog
{
    [LoggerMessage(1, LogLevel.Error, "管理端导入中断（{Fault}）。")]
    public static partial void ImportBroken(ILogger logger, string fault);
}
