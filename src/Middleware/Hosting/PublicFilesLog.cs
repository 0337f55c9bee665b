using Microsoft.Extensions.Logging;

namespace CreditKit.AspNetCore.Hosting;

internal static partial class PublicFilesLog
{
    [LoggerMessage(1, LogLevel.Error, "名单或者承诺的文件有误，仍按原来的内容公布：{Fault}")]
    public static partial void Wrong(ILogger logger, string fault);
}
