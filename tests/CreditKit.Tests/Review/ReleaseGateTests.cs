using CreditKit.Records;
using CreditKit.Tests.Intake;
using CreditKit.Tests.Support;

namespace CreditKit.Tests.Review;

public sealed class ReleaseGateTests : IDisposable
{
    private readonly Road _road = new();

    [Theory]
    [InlineData(-1, false)]
    [InlineData(0, true)]
    [Trait("Requirement", "002-13")]
    public async Task Review_ReleasesARecord_OnlyWhenTheDecisionWasThere(int days, bool shown)
    {
        _road.Engine.Projector.CatchUp();
        var license = SampleRecords.License();
        var taken = await _road.Engine.Intake.SubmitAsync(license with { ReviewedOn = license.DecisionDate!.Value.AddDays(days) }, new SourceReference("审批系统", null, "tester"));
        (_road.Engine.Query.Find(taken.Id!).Record is not null).ShouldBe(shown);
        _road.Engine.Ledger.FindByPublicId(taken.Id!)!.Standing.Released.ShouldBe(shown);
    }

    public void Dispose() => _road.Dispose();
}
