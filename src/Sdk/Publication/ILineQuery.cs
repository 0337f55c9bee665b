using CreditKit.Publication.Sqlite;

namespace CreditKit.Publication;

/// <summary>Lists for downloads, without an object for each row.</summary>
internal interface ILineQuery
{
    /// <summary>
    /// Every row of a list, newest decision first, in stretches of bounded size. The same object each time, filled again. Who
    /// leaves a stretch early gets the rest of it read anew, with what was withdrawn meanwhile left out.
    /// </summary>
    IEnumerable<PublicLines> StreamLines(PublicFilter filter);
}
