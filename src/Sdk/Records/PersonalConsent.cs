namespace CreditKit.Records;

/// <summary>
/// A natural person's consent to the disclosure of a record (requirements 001-12, 001-22): what for, how far, since when.
/// It can be withdrawn at any time; from that day on the record is not shown on its strength.
/// </summary>
/// <param name="Purpose">What the person agreed to, e.g. 在本机关网站公示行政许可信息.</param>
/// <param name="Scope">Which data: fields or pages.</param>
/// <param name="GivenOn">Day of the consent.</param>
/// <param name="WithdrawnOn">Day of the withdrawal; null while it stands.</param>
public sealed record PersonalConsent(string Purpose, string Scope, DateOnly GivenOn, DateOnly? WithdrawnOn = null)
{
    /// <summary>Given and not withdrawn.</summary>
    public bool Stands => WithdrawnOn is null;
}
