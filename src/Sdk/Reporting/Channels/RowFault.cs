using System.Data.Common;
using Microsoft.Data.Sqlite;

namespace CreditKit.Reporting.Channels;

/// <summary>
/// Whether the database refused a row for what is in it. Anything else (no table, no right, a full disk, a lock) is no row's fault and
/// must not make hundreds of them wait for a person.
/// </summary>
internal static class RowFault
{
    private const int TooBig = 18, Constraint = 19, Mismatch = 20;

    // Data, integrity, view's check, limits, and what a trigger of the province raises.
    private static readonly string[] s_classes = ["22", "23", "44", "54", "P0", "45", "HY"];

    /// <summary>True when another try cannot help.</summary>
    public static bool Is(Exception fault) => fault switch
    {
        RowsException => true,
        SqliteException sqlite => sqlite.SqliteErrorCode is TooBig or Constraint or Mismatch,
        DbException { IsTransient: true } => false,
        DbException { SqlState: { Length: >= 2 } state } => s_classes.Any(c => state.StartsWith(c, StringComparison.Ordinal)),

        // A driver that does not say: a row that fails by itself is shown to a person.
        DbException => true,
        _ => false,
    };
}
