namespace CreditKit.Reporting;

/// <summary>What travels in sheets beside the records.</summary>
internal enum SheetKind
{
    /// <summary>事项目录 with its data items.</summary>
    Catalogue,

    /// <summary>An entry of a list with the persons behind it.</summary>
    List,
}
