using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using ProvincialPortal.Contract;
using ProvincialPortal.Store;

namespace ProvincialPortal.Rules;

/// <summary>Texts of a row as the contract's typed row, so that every road is judged by the same rules.</summary>
internal static partial class TypedRow
{
    public static Refusal? Check(this RowRules rules, KeylessRow row)
    {
        var json = new JsonObject();
        foreach (var (code, text) in row.Columns)
        {
            if (text.Length == 0) continue;
            if (Dates().IsMatch(code))
            {
                if (!DateOnly.TryParseExact(text, ["yyyy/MM/dd", "yyyy-MM-dd"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)) return new("2005", $"日期格式不正确：{code}");
                json[code] = date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
            }
            else if (code is "CF_NR_FK" or "CF_NR_WFFF")
            {
                if (!decimal.TryParse(text, NumberStyles.Number, CultureInfo.InvariantCulture, out var amount)) return new("2004", $"金额格式不正确：{code}");
                json[code] = amount;
            }
            else
            {
                json[code] = text;
            }
        }

        return row.Kind == "行政许可" ? rules.Check(json.Deserialize<LicenseRow>()!) : rules.Check(json.Deserialize<PenaltyRow>()!);
    }

    [GeneratedRegex("^(XK_JDRQ|XK_YXQZ|XK_YXQZI|CF_JDRQ|CF_YXQ|CF_GSJZQ)$")]
    private static partial Regex Dates();
}
