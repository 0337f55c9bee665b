namespace CreditKit.Records;

/// <summary>Why a violation may be no public credit information at all (鹤信用发〔2022〕1号 四(一)1; requirement 001-4).</summary>
public enum Mitigation
{
    /// <summary>None claimed.</summary>
    None = 0,

    /// <summary>违法行为轻微并主动消除或者减轻危害后果.</summary>
    MinorAndRemedied = 1,

    /// <summary>初次违法且危害后果轻微并主动消除.</summary>
    FirstAndRemedied = 2,
}
