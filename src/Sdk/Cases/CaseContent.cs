using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;
using CreditKit.Records;

namespace CreditKit.Cases;

/// <summary>The file of a case: what was written into it. Encrypted at rest; never public, never logged.</summary>
internal sealed record CaseContent
{
    public string? RecordId { get; init; }

    public string DocumentNumber { get; init; } = "";

    public ObjectionGround[] Grounds { get; init; } = [];

    public PersonalInformationRight? Right { get; init; }

    public string Statement { get; init; } = "";

    public string Wish { get; init; } = "";

    public string ApplicantName { get; init; } = "";

    public string Phone { get; init; } = "";

    public string Email { get; init; } = "";

    public string[] CommitmentClauses { get; init; } = [];

    /// <summary>The unit it was sent to.</summary>
    public string TransferredTo { get; init; } = "";

    /// <summary>What the applicant is told.</summary>
    public string Reply { get; init; } = "";

    /// <summary>What staff wrote for the public notice; masked before it goes there.</summary>
    public string PublicText { get; init; } = "";

    /// <summary>The record as it should be, while an amendment is decided.</summary>
    public string? Correction { get; init; }

    public WithdrawalGround? Ground { get; init; }

    public RepairDisposition? Disposition { get; init; }

    /// <summary>Reason of the decision, for the act on the record.</summary>
    public string Reason { get; init; } = "";

    public string DecidedBy { get; init; } = "";

    /// <summary>Where the limits come from.</summary>
    public string LimitSource { get; init; } = "";

    /// <summary>The counterpart's name as the column showed it when the commitment was published.</summary>
    public string PublicSubject { get; init; } = "";

    /// <summary>When a broken commitment was found.</summary>
    public DateOnly? BrokenOn { get; init; }

    public byte[] Write() => JsonSerializer.SerializeToUtf8Bytes(this, CaseContentJson.Stored.CaseContent);

    public static CaseContent Read(byte[] json) => JsonSerializer.Deserialize(json, CaseContentJson.Stored.CaseContent)!;
}

[JsonSerializable(typeof(CaseContent))]
internal sealed partial class CaseContentJson : JsonSerializerContext
{
    public static CaseContentJson Stored { get; } = new(new JsonSerializerOptions
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault,
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
    });
}
