namespace CreditKit.Records;

/// <summary>当前状态 of a licence (code list 4.5).</summary>
public enum LicenseStatus
{
    /// <summary>有效.</summary>
    Valid = 1,

    /// <summary>无效.</summary>
    Invalid = 2,
}
