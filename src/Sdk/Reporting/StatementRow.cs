namespace CreditKit.Reporting;

/// <summary>A unit's line of the monthly statement.</summary>
/// <param name="Unit">Name of the unit.</param>
/// <param name="CreditCode">Its 统一社会信用代码; empty when not known.</param>
/// <param name="Licenses">行政许可.</param>
/// <param name="Penalties">行政处罚.</param>
internal sealed record StatementRow(string Unit, string CreditCode, StatementCount Licenses, StatementCount Penalties)
{
    /// <summary>A month without a decision is reported as such (零报送).</summary>
    public bool IsNil => Licenses.Produced == 0 && Penalties.Produced == 0;
}
