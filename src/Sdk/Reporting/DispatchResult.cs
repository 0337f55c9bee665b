namespace CreditKit.Reporting;

/// <summary>What one turn of a dispatcher did.</summary>
/// <param name="Taken">Rows it took up.</param>
/// <param name="Sent">Rows that went out.</param>
/// <param name="Accepted">Rows with a receipt.</param>
/// <param name="Rejected">Rows refused for good.</param>
internal readonly record struct DispatchResult(int Taken, int Sent, int Accepted, int Rejected)
{
    public static DispatchResult operator +(DispatchResult a, DispatchResult b) => new(a.Taken + b.Taken, a.Sent + b.Sent, a.Accepted + b.Accepted, a.Rejected + b.Rejected);
}
