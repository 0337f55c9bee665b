using System.Security.Cryptography;

namespace CreditKit.Reporting;

/// <summary>Waits that grow by 1.6 up to a ceiling, each shortened at random by up to half so that nodes do not march in step.</summary>
internal sealed class BackOff(TimeSpan shortest, TimeSpan longest)
{
    private const double Growth = 1.6;

    /// <summary>A row that keeps failing while others get through waits longer than the channel ever does.</summary>
    public const int RowFactor = 20;

    /// <summary>Wait of the channel after so many failures in a row.</summary>
    public TimeSpan Channel(int failures) => After(failures, longest);

    /// <summary>Wait of a row after so many failures of its own.</summary>
    public TimeSpan Row(int failures) => After(failures, longest * RowFactor);

    private TimeSpan After(int failures, TimeSpan ceiling)
    {
        var whole = shortest * Math.Pow(Growth, Math.Clamp(failures - 1, 0, 60));
        if (whole > ceiling) whole = ceiling;
        return whole * (0.5 + RandomNumberGenerator.GetInt32(0, 1001) / 2000.0);
    }
}
