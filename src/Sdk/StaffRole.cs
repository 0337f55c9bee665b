namespace CreditKit;

/// <summary>What a person of the staff side may do (等保 8.1.4.2: least privilege, separated administration). Roles add up; the auditor's stands alone.</summary>
[Flags]
public enum StaffRole
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>录入: enters, corrects, imports; handles what comes in at the window.</summary>
    Entry = 1,

    /// <summary>内容审核: reviews what others entered; decides cases.</summary>
    Reviewer = 2,

    /// <summary>保密审查.</summary>
    Confidentiality = 4,

    /// <summary>公示签发.</summary>
    Publisher = 8,

    /// <summary>报送.</summary>
    Reporter = 16,

    /// <summary>安全审计: reads everything that is recorded, changes nothing. Void together with any other role.</summary>
    Auditor = 32,

    /// <summary>系统管理: settings, persons in charge, state of the channels; no records.</summary>
    Administrator = 64,
}
