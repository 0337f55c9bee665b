using System.Globalization;

namespace CreditKit.Calendar;

/// <summary>
/// Working days of the People's Republic of China. Years 2007 to 2026 are built in; a file <c>cn-workdays*.json</c> in the
/// data folder adds or replaces years. A year that is not known is computed with weekends only, and results say so.
/// Immutable and safe for use by several threads.
/// </summary>
public sealed class WorkdayCalendar
{
    private readonly DateOnly _first;
    private readonly DateOnly _last;
    private readonly int[] _before;      // working days before day i of the span; one more entry at the end
    private readonly int[] _workdays;    // day number of each working day of the span
    private readonly HashSet<int> _known;

    private WorkdayCalendar(Dictionary<int, WorkdayYear> years)
    {
        _known = [.. years.Keys];
        KnownYears = [.. _known.Order()];
        _first = new DateOnly(KnownYears[0], 1, 1);
        _last = new DateOnly(KnownYears[^1], 12, 31);
        var days = _last.DayNumber - _first.DayNumber + 1;
        _before = new int[days + 1];
        var workdays = new List<int>(days);
        for (var i = 0; i < days; i++)
        {
            _before[i] = workdays.Count;
            var day = _first.AddDays(i);
            var works = years.TryGetValue(day.Year, out var year) ? WorkdayFile.IsWorkday(year, day) : !IsWeekend(day);
            if (works) workdays.Add(day.DayNumber);
        }

        _before[days] = workdays.Count;
        _workdays = [.. workdays];
    }

    /// <summary>The years whose days off are known, ascending.</summary>
    public IReadOnlyList<int> KnownYears { get; }

    /// <summary>The built-in years and those of the data folder.</summary>
    /// <param name="dataDirectory">Folder with further <c>cn-workdays*.json</c>; null, or one that does not exist: built-in years only.</param>
    /// <exception cref="CreditKitException">CK1101: a file cannot be right; the message names it and the remedy.</exception>
    public static WorkdayCalendar Load(string? dataDirectory)
    {
        using var stream = typeof(WorkdayCalendar).Assembly.GetManifestResourceStream("Calendar/cn-workdays.json")
            ?? throw new InvalidOperationException("Calendar/cn-workdays.json is not embedded.");
        using var memory = new MemoryStream();
        stream.CopyTo(memory);
        var years = WorkdayFile.Read("Calendar/cn-workdays.json", memory.ToArray());
        if (dataDirectory is null || !Directory.Exists(dataDirectory)) return new WorkdayCalendar(years);
        foreach (var file in Directory.EnumerateFiles(dataDirectory, "cn-workdays*.json").Order(StringComparer.Ordinal))
            foreach (var (number, year) in WorkdayFile.Read(Path.GetFileName(file), File.ReadAllBytes(file)))
                years[number] = year;
        return new WorkdayCalendar(years);
    }

    /// <summary>Whether the days off of that year are known.</summary>
    public bool IsKnown(int year) => _known.Contains(year);

    /// <summary>Whether people work on that day; weekends only where the year is not known.</summary>
    public bool IsWorkday(DateOnly day) =>
        InSpan(day) ? _before[Index(day) + 1] > _before[Index(day)] : !IsWeekend(day);

    /// <summary>
    /// The n-th working day after a day; the start day is not counted (民法典 201; 行政处罚法 85: statutory holidays do not
    /// count). n = 0 gives the start day itself.
    /// </summary>
    /// <param name="start">The day from which the period runs.</param>
    /// <param name="n">Number of working days, 0 upward.</param>
    public WorkdayResult AddWorkdays(DateOnly start, int n)
    {
        var (due, certain) = Compute(start, n);
        return new WorkdayResult(due, certain, Note(start, n, due, certain));
    }

    /// <summary><see cref="AddWorkdays"/> without the note, for computing over many records.</summary>
    public (DateOnly Date, bool Certain) Compute(DateOnly start, int n)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(n);
        if (n == 0) return (start, true);
        var day = start;
        if (InSpan(start))
        {
            var at = _before[Index(start) + 1] + n - 1;
            if (at < _workdays.Length)
            {
                var due = DateOnly.FromDayNumber(_workdays[at]);
                return (due, Known(start, due));
            }
        }

        for (var left = n; left > 0;)
        {
            day = day.AddDays(1);
            if (IsWorkday(day)) left--;
        }

        return (day, Known(start, day));
    }

    /// <summary>Working days after the first day up to and including the last; 0 when the last is not later.</summary>
    public int CountWorkdays(DateOnly after, DateOnly upTo)
    {
        if (upTo <= after) return 0;
        if (InSpan(after) && InSpan(upTo)) return _before[Index(upTo) + 1] - _before[Index(after) + 1];
        var count = 0;
        for (var day = after.AddDays(1); day <= upTo; day = day.AddDays(1))
            if (IsWorkday(day)) count++;
        return count;
    }

    /// <summary>The day itself when it is worked, else the next working day (民法典 203).</summary>
    public DateOnly OnOrNextWorkday(DateOnly day)
    {
        while (!IsWorkday(day)) day = day.AddDays(1);
        return day;
    }

    /// <summary>
    /// Last day of a term of months within which somebody must act: when it falls on a day off it is the next working day
    /// (民法典 203). Never used for the end of a disclosure.
    /// </summary>
    public WorkdayResult ActWithinMonths(DateOnly start, int months) => Acting(start, LegalDate.LastDayOfMonths(start, months), $"{months} 个月");

    /// <summary>Last day of a term of calendar days within which somebody must act (民法典 203).</summary>
    public WorkdayResult ActWithinDays(DateOnly start, int days) => Acting(start, LegalDate.LastDayOfDays(start, days), $"{days} 日");

    internal static bool IsWeekend(DateOnly day) => day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday;

    private WorkdayResult Acting(DateOnly start, DateOnly last, string length)
    {
        var due = OnOrNextWorkday(last);
        var certain = Known(last.AddDays(-1), due);
        var moved = due == last ? "" : $"，最后一日 {Text(last)} 是休息日，顺延至 {Text(due)}（民法典第二百零三条）";
        return new WorkdayResult(due, certain, $"自 {Text(start)} 的次日起算 {length}（民法典第二百零一条、第二百零二条）{moved}。{Doubt(last, due, certain)}");
    }

    private string Note(DateOnly start, int n, DateOnly due, bool certain) =>
        $"自 {Text(start)} 的次日起算（民法典第二百零一条，开始当日不计入），第 {n.ToString(CultureInfo.InvariantCulture)} 个工作日是 {Text(due)}。{Doubt(start.AddDays(1), due, certain)}";

    private string Doubt(DateOnly from, DateOnly to, bool certain)
    {
        if (certain) return "";
        var years = Enumerable.Range(from.Year, to.Year - from.Year + 1).Where(y => !_known.Contains(y)).ToList();
        var list = string.Join("、", years);
        return years[0] > KnownYears[^1]
            ? $"{list} 年的节假日安排尚未收录，只按周末推算，不能确定；公布后请在数据目录放入 cn-workdays-{years[0]}.json。"
            : $"没有 {list} 年的节假日资料，只按周末推算，不能确定。";
    }

    /// <summary>Whether every counted day (after the start, up to the end) lies in a known year.</summary>
    private bool Known(DateOnly start, DateOnly end)
    {
        for (var year = start.AddDays(1).Year; year <= end.Year; year++)
            if (!_known.Contains(year)) return false;
        return true;
    }

    private bool InSpan(DateOnly day) => day >= _first && day <= _last;

    private int Index(DateOnly day) => day.DayNumber - _first.DayNumber;

    private static string Text(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
