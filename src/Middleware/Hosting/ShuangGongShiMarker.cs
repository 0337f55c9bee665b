namespace CreditKit.AspNetCore.Hosting;

/// <summary>Says that <c>AddShuangGongShi</c> was called; and whether the column was mapped.</summary>
internal sealed class ShuangGongShiMarker
{
    /// <summary>Set by the first <c>UseShuangGongShi</c>.</summary>
    public bool Mapped { get; set; }
}
