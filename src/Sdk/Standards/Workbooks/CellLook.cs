namespace CreditKit.Standards.Workbooks;

/// <summary>How a cell of a workbook looks; the number is the style's index.</summary>
internal enum CellLook
{
    Plain = 0,
    Heading = 1,
    Blocked = 2,
    Warned = 3,
    MandatoryHeading = 4,
}
