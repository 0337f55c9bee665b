using ProvincialPortal.Contract;

namespace ProvincialPortal.Rules;

/// <summary>The province's own validation: what it says yes to is decided here, from the standard's text, not from the sender's code.</summary>
internal sealed class RowRules(ProvincialPortalOptions options, TimeProvider time)
{
    private static readonly string[] s_categories = ["法人及非法人组织", "自然人", "个体工商户"];
    private static readonly string[] s_licenseCategories = ["普通", "特许", "认可", "核准", "登记"];

    private DateOnly Today => DateOnly.FromDateTime(time.GetUtcNow().ToOffset(TimeSpan.FromHours(8)).DateTime);

    public Refusal? Check(LicenseRow row)
    {
        if (Columns(row, ColumnRules.License) is { } column) return column;
        if (Subject(row.Name!, row.Category!, row.CreditCode, row.OrganizationCode, row.BusinessRegistration, row.IdentityNumber, row.DocumentType) is { } subject) return subject;
        if (!s_licenseCategories.Contains(row.LicenseCategory) && !row.LicenseCategory!.StartsWith("其他", StringComparison.Ordinal))
            return new("2003", $"许可类别“{row.LicenseCategory}”不在代码表内");
        if (row.Status is not (null or "" or "1" or "2")) return new("2003", "当前状态应为 1（有效）或 2（无效）");
        if (Agency(row.AuthorityCode!, "许可机关统一社会信用代码") is { } authority) return authority;
        if (Agency(row.DataSourceCode!, "数据来源单位统一社会信用代码") is { } source) return source;
        if (row.DecisionDate > Today) return new("3001", "许可决定日期晚于今天");
        if (row.ValidUntil < row.DecisionDate) return new("3002", "有效期至早于许可决定日期");
        return null;
    }

    public Refusal? Check(PenaltyRow row)
    {
        if (Columns(row, ColumnRules.Penalty) is { } column) return column;
        if (row.Category == "自然人") return new("5001", "涉及个人的行政处罚信息不归集（发改办财金〔2018〕424号（五））");
        if (Subject(row.Name!, row.Category!, row.CreditCode, row.OrganizationCode, row.BusinessRegistration, row.IdentityNumber, row.DocumentType) is { } subject) return subject;
        if (Agency(row.AuthorityCode!, "处罚机关统一社会信用代码") is { } authority) return authority;
        if (Agency(row.DataSourceCode!, "数据来源单位统一社会信用代码") is { } source) return source;
        if (row.DecisionDate > Today) return new("3001", "处罚决定日期晚于今天");
        if (row.LastDisclosedDay < row.DecisionDate) return new("3002", "公示截止期早于处罚决定日期");
        if (Amount(row.Fine, "罚款金额(万元)") is { } fine) return fine;
        return Amount(row.Confiscated, "没收金额(万元)");
    }

    private static Refusal? Columns<TRow>(TRow row, ColumnRule<TRow>[] rules)
    {
        foreach (var rule in rules)
        {
            var value = rule.Value(row);
            if (string.IsNullOrWhiteSpace(value))
            {
                if (rule.Mandatory) return new("2001", $"有必填项未填报：{rule.Head}");
            }
            else if (rule.Length > 0 && value.Length > rule.Length)
            {
                return new("2002", $"字符长度过长：{rule.Head} 最多 {rule.Length} 个字符");
            }
        }

        return null;
    }

    private Refusal? Subject(string name, string category, string? code, string? organizationCode, string? registration, string? identity, string? documentType)
    {
        if (!s_categories.Contains(category)) return new("2003", $"行政相对人类别“{category}”不在代码表内");
        if (category == "自然人")
        {
            if (string.IsNullOrEmpty(documentType)) return new("2001", "有必填项未填报：证件类型");
            if (string.IsNullOrEmpty(identity)) return new("2001", "有必填项未填报：证件号码");
            return documentType == "身份证" && !CheckDigits.IsIdentityNumber(identity) ? new("1004", "证件号码不正确") : null;
        }

        if (string.IsNullOrEmpty(code) && string.IsNullOrEmpty(organizationCode) && string.IsNullOrEmpty(registration))
            return new("2001", "有必填项未填报：行政相对人代码至少填写一项");
        if (string.IsNullOrEmpty(code)) return null;
        if (!CheckDigits.IsCreditCode(code)) return new("1002", "行政相对人代码_1(统一社会信用代码)不正确");
        if (code.StartsWith("92", StringComparison.Ordinal) != (category == "个体工商户"))
            return new("1003", "行政相对人代码_1(统一社会信用代码)不正确：与行政相对人类别不符");
        return options.UnknownSubjects.Contains(code) || string.IsNullOrWhiteSpace(name) ? new("1001", "未查询到主体或查询到的主体信息不匹配") : null;
    }

    private static Refusal? Agency(string code, string head) => CheckDigits.IsCreditCode(code) ? null : new("1002", $"{head}不正确");

    private static Refusal? Amount(decimal? value, string head) => value switch
    {
        < 0 => new("2004", $"{head}不能为负数"),
        { } v when decimal.Round(v, 6) != v => new("2004", $"{head}最多六位小数"),
        _ => null,
    };
}
