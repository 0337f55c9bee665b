using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using ProvincialPortal.Contract;
using ProvincialPortal.Store;

namespace ProvincialPortal.Pages;

/// <summary>What <c>/received</c> shows a person; programs get the same as JSON.</summary>
internal static class ReceivedPage
{
    private const int Most = 500;

    public static IResult Show(PortalStore store, bool? all, string? q)
    {
        var rows = store.Rows(all ?? false).Where(r => string.IsNullOrWhiteSpace(q) || (r.DocumentNumber + r.Counterpart).Contains(q.Trim(), StringComparison.Ordinal)).ToList();
        var page = HomePage.Start("已接收的数据")
            .Append("<form class=\"find\"><label>文书号或相对人 <input name=\"q\" value=\"").Append(HtmlEncoder.Default.Encode(q ?? "")).Append("\"></label> <label><input type=\"checkbox\" name=\"all\" value=\"true\"")
            .Append(all is true ? " checked" : "").Append("> 含已撤下</label> <button>查看</button></form>")
            .Append(CultureInfo.InvariantCulture, $"<section><h2>共 {rows.Count:N0} 条{(rows.Count > Most ? $"，列出最近 {Most} 条" : "")}</h2>");
        HomePage.Table(page, [.. rows.Take(Most)]);
        return HomePage.End(page.Append("</section>"), "<a href=\"/\">返回首页</a>　程序取用：<a href=\"/received.json\">/received.json</a>");
    }

    /// <summary>A browser asks for the page, everything else for JSON.</summary>
    public static bool IsAskedForBy(HttpRequest request) => request.Path == "/received" && request.Headers.Accept.ToString().Contains("text/html", StringComparison.OrdinalIgnoreCase);
}
