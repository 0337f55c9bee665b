namespace CreditKit.Cases;

/// <summary>What somebody asks for.</summary>
public enum CaseKind
{
    /// <summary>异议: a record is wrong, incomplete, overdue … (424号 (十五)).</summary>
    Objection = 1,

    /// <summary>咨询 (厦门 五(六)).</summary>
    Enquiry = 2,

    /// <summary>信用修复.</summary>
    CreditRepair = 3,

    /// <summary>个人信息权利请求: access, copy, correction, deletion (个人信息保护法 44 to 47).</summary>
    PersonalInformation = 4,
}
