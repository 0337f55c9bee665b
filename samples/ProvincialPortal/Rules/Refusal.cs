namespace ProvincialPortal.Rules;

/// <summary>A rule that a row breaks.</summary>
internal sealed record Refusal(string Code, string Text)
{
    /// <summary>In the words of such platforms.</summary>
    public string Message => $"验证规则代码:{Code};错误描述:{Text}.";
}
