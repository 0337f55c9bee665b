namespace CreditKit.Review.Attachments;

/// <summary>Where an original paper comes from.</summary>
/// <param name="Actor">Who hands it in; must not be blank.</param>
/// <param name="FileName">Its name, kept encrypted and never public; says nothing about what it is.</param>
/// <param name="Title">What it is, at most 60 characters; shown masked. Null: the decision document of the record's kind.</param>
/// <param name="Replaces">Id of the attachment whose place it takes when it is released; null: none.</param>
public sealed record AttachmentSource(string Actor, string FileName = "", string? Title = null, string? Replaces = null)
{
    /// <summary>The actor only: a file name must not reach a log by being printed.</summary>
    public override string ToString() => Actor;
}
