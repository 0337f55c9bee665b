using CreditKit.Ledger.CaseFiles;

namespace CreditKit.Cases;

/// <summary>A case as it was read: its row and what is written in it.</summary>
internal sealed record CaseFile(CaseRow Row, CaseContent Content)
{
    public string Number => Row.Number;

    public CaseKind Kind => (CaseKind)Row.Kind;

    public CaseState State => (CaseState)Row.State;

    public bool Closed => Row.ClosedAt is not null;
}
