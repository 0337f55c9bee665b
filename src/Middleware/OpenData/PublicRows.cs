using CreditKit.Publication;

namespace CreditKit.AspNetCore;

/// <summary>All rows of a question, page by page, so that memory does not grow with the list.</summary>
internal static class PublicRows
{
    private const int Step = 100;

    /// <summary>Rows that may leave the site in bulk: not those of natural persons (个人信息保护法).</summary>
    public static IEnumerable<PublicRow[]> Pages(IPublicQuery query, PublicFilter filter)
    {
        string? cursor = null;
        do
        {
            var page = query.List(filter, cursor, Step);
            yield return [.. page.Rows.Where(r => !r.NaturalPerson)];
            cursor = page.Next;
        }
        while (cursor is not null);
    }
}
