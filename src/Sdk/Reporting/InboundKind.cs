namespace CreditKit.Reporting;

/// <summary>What comes from a platform.</summary>
public enum InboundKind
{
    /// <summary>An objection (异议) to be handled here.</summary>
    Objection = 1,

    /// <summary>An enquiry (咨询) to be answered here.</summary>
    Enquiry = 2,

    /// <summary>An application for credit repair (信用修复) to be decided here.</summary>
    Repair = 3,

    /// <summary>A request about personal information (个人信息保护法 44 to 47).</summary>
    PersonalInformation = 4,

    /// <summary>Something that was decided there and takes effect here: repair, objection, withdrawal.</summary>
    Decision = 5,
}
