using CreditKit.Publication;

namespace CreditKit.AspNetCore;

/// <summary>All rows of a question that may leave the site in bulk.</summary>
internal static class PublicRows
{
    /// <summary>Without those of natural persons: their pages are shown one by one and handed out in no file (个人信息保护法).</summary>
    public static IEnumerable<PublicRow> Of(IPublicQuery query, PublicFilter filter) => query.StreamRows(filter).Where(r => !r.NaturalPerson);
}
