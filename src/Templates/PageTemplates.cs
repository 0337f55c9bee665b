using CreditKit.Templates.Models;

namespace CreditKit.Templates;

/// <summary>The pages that can be rendered, and the view model that each receives.</summary>
public static class PageTemplates
{
    /// <summary>Front page: <see cref="FrontPage"/>.</summary>
    public const string Front = "front";

    /// <summary>List and search: <see cref="ListPage"/>.</summary>
    public const string List = "list";

    /// <summary>One record: <see cref="DetailPage"/>.</summary>
    public const string Detail = "detail";

    /// <summary>Everything public on one organisation: <see cref="SubjectPage"/>.</summary>
    public const string Subject = "subject";

    /// <summary>Withdrawal notices: <see cref="NoticesPage"/>.</summary>
    public const string Notices = "notices";

    /// <summary>A record that was withdrawn: <see cref="WithdrawnPage"/>.</summary>
    public const string Withdrawn = "withdrawn";

    /// <summary>Objection and repair: <see cref="RemedyPage"/>.</summary>
    public const string Remedy = "remedy";

    /// <summary>What is published here, and by which rules: <see cref="AboutPage"/>.</summary>
    public const string About = "about";

    /// <summary>Downloads, feeds and the interface: <see cref="DataPage"/>.</summary>
    public const string Data = "data";

    /// <summary>Nothing here, or not yet ready: <see cref="MessagePage"/>.</summary>
    public const string Message = "message";

    /// <summary>A public form: <see cref="FormPage"/>.</summary>
    public const string Form = "form";

    /// <summary>The receipt of a form: <see cref="ReceiptPage"/>.</summary>
    public const string Receipt = "receipt";

    /// <summary>The state of a case: <see cref="CaseStatePage"/>.</summary>
    public const string CaseState = "case";

    /// <summary>What is public of cases: <see cref="CasesPage"/>.</summary>
    public const string Cases = "cases";

    /// <summary>The item catalogue: <see cref="CataloguePage"/>.</summary>
    public const string Catalogue = "catalogue";

    /// <summary>Statistics: <see cref="StatisticsPage"/>.</summary>
    public const string Statistics = "statistics";

    /// <summary>Data dictionary: <see cref="DictionaryPage"/>.</summary>
    public const string Dictionary = "dictionary";

    /// <summary>What becomes of visitors' data: <see cref="PrivacyPage"/>.</summary>
    public const string Privacy = "privacy";

    /// <summary>Lists of subjects: <see cref="ListsPage"/>.</summary>
    public const string Lists = "lists";

    /// <summary>Commitments: <see cref="CommitmentsPage"/>.</summary>
    public const string Commitments = "commitments";

    /// <summary>A small list for another site's frame: <see cref="EmbedPage"/>; stands in <c>bare.html</c>.</summary>
    public const string Embed = "embed";

    /// <summary>The screen of a service hall: <see cref="ScreenPage"/>; stands in <c>bare.html</c>.</summary>
    public const string Screen = "screen";

    /// <summary>Every page with the type of its view model.</summary>
    public static IReadOnlyDictionary<string, Type> All { get; } = new Dictionary<string, Type>(StringComparer.Ordinal)
    {
        [Front] = typeof(FrontPage),
        [List] = typeof(ListPage),
        [Detail] = typeof(DetailPage),
        [Subject] = typeof(SubjectPage),
        [Notices] = typeof(NoticesPage),
        [Withdrawn] = typeof(WithdrawnPage),
        [Remedy] = typeof(RemedyPage),
        [About] = typeof(AboutPage),
        [Data] = typeof(DataPage),
        [Message] = typeof(MessagePage),
        [Form] = typeof(FormPage),
        [Receipt] = typeof(ReceiptPage),
        [CaseState] = typeof(CaseStatePage),
        [Cases] = typeof(CasesPage),
        [Catalogue] = typeof(CataloguePage),
        [Statistics] = typeof(StatisticsPage),
        [Dictionary] = typeof(DictionaryPage),
        [Privacy] = typeof(PrivacyPage),
        [Lists] = typeof(ListsPage),
        [Commitments] = typeof(CommitmentsPage),
        [Embed] = typeof(EmbedPage),
        [Screen] = typeof(ScreenPage),
    };

    /// <summary>What stands around a page: the column's frame, a layout of the host, or nothing.</summary>
    internal static string LayoutOf(string page, bool fragment) => page is Embed or Screen ? "bare" : fragment ? "fragment" : "layout";

    /// <summary>Parts that pages include with <c>{{&gt; name}}</c>; an agency may bring its own of each.</summary>
    internal static readonly string[] Parts = ["layout", "fragment", "bare", "head", "mast", "header", "footer", "rows", "pager", "filter"];
}
