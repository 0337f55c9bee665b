using System.Globalization;
using CreditKit.Templates.Models;

namespace CreditKit.AspNetCore;

/// <summary>Months as bars with their figures above them.</summary>
internal static class BarChart
{
    private const int Top = 22, Plot = 130, Below = 50;

    public static ChartModel Draw(string id, string heading, IReadOnlyList<(DateOnly Month, long Count)> bars)
    {
        var most = Math.Max(1, bars.Max(b => b.Count));
        var step = 100.0 / bars.Count;
        var width = step * 0.6;
        return new()
        {
            Id = id,
            Heading = heading,
            Alternative = $"{heading}。{string.Join('，', bars.Select(b => $"{b.Month.Year}年{b.Month.Month}月 {Words.Plain(b.Count)} 条"))}",
            Height = Words.Plain(Top + Plot + Below),
            BaseY = Words.Plain(Top + Plot),
            BarWidth = Share(width),
            Bars = [.. bars.Select((b, i) =>
            {
                // A few are few, and still not none.
                var height = b.Count == 0 ? 0 : Math.Max(2, (int)Math.Round((double)Plot * b.Count / most));
                return new BarModel
                {
                    X = Share((step * i) + ((step - width) / 2)),
                    Middle = Share(step * (i + 0.5)),
                    Y = Words.Plain(Top + Plot - height),
                    Height = Words.Plain(height),
                    ValueY = Words.Plain(Top + Plot - height - 6),
                    Value = Words.Number(b.Count),
                    LabelY = Words.Plain(Top + Plot + 20),
                    Label = $"{b.Month.Month}月",
                    NoteY = Words.Plain(Top + Plot + 40),
                    Note = i == 0 || b.Month.Month == 1 ? Words.Plain(b.Month.Year) : "",
                };
            })],
        };

        static string Share(double value) => value.ToString("0.##", CultureInfo.InvariantCulture) + "%";
    }
}
