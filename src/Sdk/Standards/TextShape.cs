namespace CreditKit.Standards;

/// <summary>Which normalisation a text field bears.</summary>
internal enum TextShape
{
    Prose,
    Name,
    Code,
    DocumentNumber,
}
