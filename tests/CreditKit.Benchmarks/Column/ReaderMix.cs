namespace CreditKit.Benchmarks.Column;

/// <summary>What visitors ask for, a path for each number: of 20, 10 records, 4 filtered lists, 3 first pages, 3 searches. Nobody asks for the same search soon again.</summary>
internal static class ReaderMix
{
    public static Func<int, string> Of(string[] first, string[] lists, string[] details, string[] searches) => n => (n % 20) switch
    {
        1 or 8 or 15 => first[n % first.Length],
        3 or 7 or 12 or 17 => lists[(int)(n * 2_654_435_761L % lists.Length)],
        5 or 11 or 18 => searches[n / 7 % searches.Length],
        _ => details[(int)(n * 2_654_435_761L % details.Length)],
    };
}
