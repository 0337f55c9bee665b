using static CreditKit.Cases.CaseAct;
using static CreditKit.Cases.CaseState;

namespace CreditKit.Cases;

/// <summary>Which step is allowed from which state, per kind of case. Everything that is not here is refused.</summary>
internal static class CaseWorkflow
{
    private static readonly CaseState[] s_open = [Received, Incomplete, Admitted, Transferred, Verified];

    private static readonly Dictionary<(CaseKind, CaseAct), (CaseState[] From, CaseState? To)> s_steps = Build();

    /// <summary>Whether the state ends the case. A transferred case is closed when nobody here waits for an answer.</summary>
    public static bool IsFinal(CaseState state) => state >= NotAdmitted;

    /// <summary>The state after an act; null when it is not allowed. An act that keeps the state returns the same.</summary>
    public static CaseState? Next(CaseKind kind, CaseState state, CaseAct act) =>
        s_steps.TryGetValue((kind, act), out var step) && step.From.Contains(state) ? step.To ?? state : null;

    /// <summary>The acts that are allowed now.</summary>
    public static IEnumerable<CaseAct> Allowed(CaseKind kind, CaseState state) =>
        Enum.GetValues<CaseAct>().Where(act => Next(kind, state, act) is not null);

    private static Dictionary<(CaseKind, CaseAct), (CaseState[], CaseState?)> Build()
    {
        var steps = new Dictionary<(CaseKind, CaseAct), (CaseState[], CaseState?)>();
        foreach (var kind in Enum.GetValues<CaseKind>())
        {
            steps[(kind, Admit)] = ([Received], Admitted);
            steps[(kind, Refuse)] = ([Received, Incomplete], NotAdmitted);
            steps[(kind, Ask)] = ([Received], Incomplete);
            steps[(kind, Supplement)] = ([Incomplete], Received);
            steps[(kind, Transfer)] = ([Received, Admitted], Transferred);
            steps[(kind, Extend)] = ([Admitted, Transferred, Verified], null);
            steps[(kind, Attach)] = (s_open, null);
            steps[(kind, Cancel)] = (s_open, Cancelled);
        }

        foreach (var kind in new[] { CaseKind.Objection, CaseKind.CreditRepair, CaseKind.PersonalInformation })
            steps[(kind, Verify)] = ([Admitted, Transferred], Verified);
        foreach (var kind in new[] { CaseKind.Objection, CaseKind.PersonalInformation })
        {
            steps[(kind, Maintain)] = ([Verified], Maintained);
            steps[(kind, Amend)] = ([Verified], Amended);
            steps[(kind, Withdraw)] = ([Verified], Withdrawn);
        }

        steps[(CaseKind.Enquiry, Answer)] = ([Received, Admitted, Transferred], Answered);
        steps[(CaseKind.PersonalInformation, Answer)] = ([Verified], Answered);
        steps[(CaseKind.CreditRepair, Repair)] = ([Verified], Repaired);
        steps[(CaseKind.CreditRepair, Decline)] = ([Verified], Declined);
        steps[(CaseKind.CreditRepair, Break)] = ([Repaired], CommitmentBroken);
        return steps;
    }
}
