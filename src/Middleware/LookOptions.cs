namespace CreditKit.AspNetCore;

/// <summary>The agency's look. File names are relative to the content root.</summary>
public sealed class LookOptions
{
    /// <summary>Name of the column.</summary>
    /// <value>Default 双公示专栏.</value>
    public string ColumnName { get; set; } = "双公示专栏";

    /// <summary>The main colour as <c>#rrggbb</c>; text in it must keep 4.5:1 on white. Null: the built-in blue.</summary>
    public string? Color { get; set; }

    /// <summary>The agency's header template; takes the place of the built-in one.</summary>
    public string? HeaderFile { get; set; }

    /// <summary>The agency's footer template.</summary>
    public string? FooterFile { get; set; }

    /// <summary>
    /// A Razor layout of the host's own, e.g. <c>/Pages/Shared/_Layout.cshtml</c>, that stands around every page of the
    /// column in place of header and footer templates. The layout reads <c>ViewData["Title"]</c> and calls
    /// <c>RenderBody()</c>; tags and style sheet of the column are put before its <c>&lt;/head&gt;</c>. Needs Razor Pages or MVC
    /// in the host. Pages are then made per request and the column's content security policy is not sent: the layout's own scripts count.
    /// </summary>
    public string? RazorLayout { get; set; }

    /// <summary>A style sheet of the agency's, added behind the column's own.</summary>
    public string? StyleFile { get; set; }

    /// <summary>A folder whose <c>name.html</c> takes the place of the built-in template of that name.</summary>
    public string? TemplateDirectory { get; set; }
}
