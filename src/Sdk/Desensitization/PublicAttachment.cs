using CreditKit.Records;

namespace CreditKit.Desensitization;

/// <summary>The cleared copy of a paper as anyone may see it.</summary>
/// <param name="Id">Random, 22 characters, URL-safe; says nothing about the paper.</param>
/// <param name="Title">What it is, e.g. 行政处罚决定书; masked.</param>
/// <param name="Pages">Its pages, in order; the first is page 1.</param>
public sealed record PublicAttachment(string Id, string Title, EquatableList<AttachmentPage> Pages);
