namespace SampleData;

/// <summary>A row by head. Values are text, a date, an amount or nothing.</summary>
internal sealed class Row
{
    private readonly Dictionary<string, object?> _values = new(StringComparer.Ordinal);

    /// <summary>Who typed it: decides how dates look in the workbook.</summary>
    public int Clerk { get; set; }

    public object? this[string head]
    {
        get => _values.GetValueOrDefault(head);
        set => _values[head] = value;
    }

    public Row Copy()
    {
        var copy = new Row { Clerk = Clerk };
        foreach (var (head, value) in _values) copy[head] = value;
        return copy;
    }

    public string Text(string head) => _values.GetValueOrDefault(head) as string ?? "";

    public void Identify(Subject subject, Dice dice)
    {
        this["行政相对人类别"] = subject.Category;
        this["行政相对人代码_1(统一社会信用代码)"] = subject.Code;
        this["行政相对人代码_2(工商注册号)"] = subject.Registration;
        this["行政相对人代码_3(组织机构代码)"] = subject.OrganizationCode;
        this["行政相对人代码_4(税务登记号)"] = subject.Tax;
        this["行政相对人代码_5(事业单位证书号)"] = subject.Institution;
        this["行政相对人代码_6(社会组织登记证号)"] = subject.Society;
        this["法定代表人"] = subject.Representative;
        if (subject.RepresentativeId.Length > 0 && dice.Chance(70))
        {
            this["法定代表人证件类型"] = "身份证";
            this["法定代表人证件号码"] = subject.RepresentativeId;
        }
        if (subject.IsPerson)
        {
            this["自然人证件类型"] = "身份证";
            this["自然人证件号码"] = subject.PersonId;
        }
    }

    public void Review(DateOnly decided, Dice dice, bool waits)
    {
        if (waits) return;
        var reviewed = Workdays.After(decided, dice.Between(0, 3));
        this["审查人"] = dice.Pick(Agency.Reviewers);
        this["审查日期"] = reviewed > Workdays.Today ? Workdays.AtOrBefore(Workdays.Today) : reviewed;
    }
}
