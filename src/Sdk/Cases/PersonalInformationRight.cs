namespace CreditKit.Cases;

/// <summary>What a person asks of the data about them (个人信息保护法 44 to 47).</summary>
public enum PersonalInformationRight
{
    /// <summary>查阅.</summary>
    Access = 1,

    /// <summary>复制.</summary>
    Copy = 2,

    /// <summary>更正、补充.</summary>
    Correction = 3,

    /// <summary>删除.</summary>
    Deletion = 4,
}
