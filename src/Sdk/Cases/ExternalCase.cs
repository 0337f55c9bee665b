namespace CreditKit.Cases;

/// <summary>A case that the platform forwards for handling here (厦门 五(六)).</summary>
/// <param name="Channel">Channel name.</param>
/// <param name="Number">Its number there.</param>
/// <param name="Kind">What is asked for.</param>
/// <param name="DocumentNumber">Document number of the decision.</param>
/// <param name="CounterpartCode">统一社会信用代码 of the counterpart, where known.</param>
/// <param name="Statement">What it says.</param>
/// <param name="ReceivedOn">The day on which it reached this agency.</param>
internal sealed record ExternalCase(string Channel, string Number, CaseKind Kind, string DocumentNumber, string? CounterpartCode, string Statement, DateOnly ReceivedOn)
{
    public ObjectionGround[] Grounds { get; init; } = [];

    public string ApplicantName { get; init; } = "";

    public string Phone { get; init; } = "";
}
