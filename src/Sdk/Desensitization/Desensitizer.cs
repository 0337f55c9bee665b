using System.Text;
using CreditKit.Ledger.Reviews;
using CreditKit.Policy;
using CreditKit.Recognition;
using CreditKit.Records;
using CreditKit.Validation;

namespace CreditKit.Desensitization;

/// <summary>
/// Masks personal data: in any text, and in a whole record, from which it makes the only thing that visitors may see.
/// Safe for concurrent callers.
/// </summary>
public sealed class Desensitizer
{
    private readonly MaskingPolicy _policy;
    private readonly DesensitizerOptions _options;

    private Desensitizer(MaskingPolicy policy, DesensitizerOptions options)
    {
        _policy = policy;
        _options = options;
    }

    /// <summary>Hash of the masking data and of the default remedy text; public data made under another hash must be made anew.</summary>
    public string ContentHash => _policy.ContentHash;

    /// <summary>Reads the embedded masking data and, over it, <c>masking.json</c> of the data directory.</summary>
    /// <param name="dataDirectory">The data directory; null: the embedded data alone.</param>
    /// <param name="options">Settings of the agency.</param>
    /// <exception cref="InvalidOperationException">The agency's file cannot be used; the message says where and why.</exception>
    public static Desensitizer Load(string? dataDirectory, DesensitizerOptions? options = null)
    {
        options ??= new DesensitizerOptions();
        return new Desensitizer(MaskingPolicy.Load(dataDirectory, options.Rules, options.RemedyText), options);
    }

    /// <summary>Masks the personal data in a text.</summary>
    /// <param name="text">Any text.</param>
    /// <param name="knownNames">Names of natural persons that are known to occur; hidden wherever they stand.</param>
    public MaskedText MaskText(string text, IReadOnlyCollection<string>? knownNames = null) => Mask(text, knownNames, null);

    internal MaskedText Mask(string text, IReadOnlyCollection<string>? knownNames, IReadOnlyCollection<string>? keep, SpanAmendments? amendments = null)
    {
        ArgumentNullException.ThrowIfNull(text);
        var spans = TextRecognizer.Find(text, knownNames, keep);
        if (amendments is not null) spans = amendments.Apply(text, spans);
        if (spans.Count == 0) return new MaskedText(text, spans);
        var masked = new StringBuilder(text.Length);
        var at = 0;
        foreach (var span in spans)
        {
            masked.Append(text, at, span.Start - at).Append(_policy.Mask(span.Kind, text.AsSpan(span.Start, span.Length)));
            at = span.End;
        }

        return new MaskedText(masked.Append(text, at, text.Length - at).ToString(), spans);
    }

    /// <summary>Masks the lines of one text, each apart; see <see cref="LineMasker"/>.</summary>
    internal IEnumerable<MaskedText> MaskLines(IReadOnlyList<string> lines) => new LineMasker(lines).Mask((kind, value) => _policy.Mask(kind, value));

    /// <summary>The record as anyone may see it.</summary>
    /// <param name="record">A record that may be shown: the caller asked the policy.</param>
    /// <param name="standing">What the ledger knows of it; it must have been published.</param>
    /// <param name="decision">The policy's decision for the own site, with a first day.</param>
    /// <param name="publicId">Random public id.</param>
    /// <param name="revision">The ledger's revision.</param>
    /// <param name="corrected">Whether it was corrected since it was first published.</param>
    /// <param name="handling">How its reviewers want it shown; null: as recognized.</param>
    internal PublicRecord Project(Validated<CreditRecord> record, RecordStanding standing, DisclosureDecision decision, string publicId, int revision, bool corrected, RecordHandling? handling = null)
    {
        var from = decision.From ?? throw new ArgumentException("A record without a first day of disclosure has no public form.", nameof(decision));
        var publishedAt = standing.PublishedAt ?? throw new ArgumentException("A record that was never published has no public form.", nameof(standing));
        var projection = new RecordProjection(this, _policy, record.Value, handling);
        var fields = projection.Fields(decision, from, _options.RemedyText);
        return new PublicRecord
        {
            Id = publicId,
            Revision = revision,
            Kind = record.Value.Kind,
            CounterpartKind = record.Value.Counterpart.Kind,
            CounterpartName = projection.DisplayName,
            CounterpartCode = projection.CreditCode,
            DocumentNumber = projection.DocumentNumber,
            Title = projection.Title,
            Summary = projection.Summary,
            Category = projection.CategoryText,
            AuthorityName = projection.AuthorityName,
            Domain = projection.Domain,
            Severity = decision.AppliedSeverity ?? (record.Value as AdministrativePenalty)?.Severity,
            LicenseStatus = (record.Value as AdministrativeLicense)?.Status,
            DecisionDate = record.Value.DecisionDate,
            From = from,
            Until = decision.Until,
            PublishedAt = publishedAt,
            RepairableFrom = decision.RepairableFrom,
            PeriodLine = decision.PublicLine,
            NaturalPerson = projection.PartyCategoryName == PartyCategory.NaturalPerson,
            Corrected = corrected,
            UnderObjection = standing.UnderObjection,
            Fields = new EquatableList<PublicField>(fields),

            // A paper says everything that the abstract leaves out.
            Attachments = handling is { AbstractOnly: false, Attachments.Count: > 0 }
                ? new EquatableList<PublicAttachment>(handling.Attachments.Select(a => new PublicAttachment(a.Id, projection.Words(a.Title), new EquatableList<AttachmentPage>(a.Pages))))
                : [],
        };
    }

    /// <summary>Every value that would be public, beside what it is made from: for the reviewer of the record.</summary>
    internal IReadOnlyList<ReviewedText> Review(CreditRecord record, DisclosureDecision decision, DateOnly from, RecordHandling handling) =>
        new RecordProjection(this, _policy, record, handling with { AbstractOnly = false }).Review(decision, from, _options.RemedyText);

    /// <summary>Words about a record as anyone may see them.</summary>
    internal string Words(CreditRecord record, RecordHandling handling, string text) => new RecordProjection(this, _policy, record, handling).Words(text);

    /// <summary>Document number and name of a record as anyone may see them: for lists of records that are not public yet.</summary>
    internal (string DocumentNumber, string CounterpartName, string Title) Heading(CreditRecord record, RecordHandling handling)
    {
        var projection = new RecordProjection(this, _policy, record, handling);
        return (projection.DocumentNumber, projection.DisplayName, projection.Title);
    }
}
