using CreditKit.Cases;
using static CreditKit.Cases.CaseAct;
using static CreditKit.Cases.CaseState;

namespace CreditKit.Tests.Cases;

public class CaseWorkflowTests
{
    // Written out by hand: kind, state, and every act that is allowed there with the state it leads to.
    private static readonly (CaseKind Kind, CaseState State, (CaseAct Act, CaseState To)[] Allowed)[] s_expected =
    [
        (CaseKind.Objection, Received, [(Admit, Admitted), (Refuse, NotAdmitted), (Ask, Incomplete), (Transfer, Transferred), (Attach, Received), (Cancel, Cancelled)]),
        (CaseKind.Objection, Incomplete, [(Refuse, NotAdmitted), (Supplement, Received), (Attach, Incomplete), (Cancel, Cancelled)]),
        (CaseKind.Objection, Admitted, [(Transfer, Transferred), (Verify, Verified), (Extend, Admitted), (Attach, Admitted), (Cancel, Cancelled)]),
        (CaseKind.Objection, Transferred, [(Verify, Verified), (Extend, Transferred), (Attach, Transferred), (Cancel, Cancelled)]),
        (CaseKind.Objection, Verified, [(Maintain, Maintained), (Amend, Amended), (Withdraw, Withdrawn), (Extend, Verified), (Attach, Verified), (Cancel, Cancelled)]),
        (CaseKind.Enquiry, Received, [(Admit, Admitted), (Refuse, NotAdmitted), (Ask, Incomplete), (Transfer, Transferred), (Answer, Answered), (Attach, Received), (Cancel, Cancelled)]),
        (CaseKind.Enquiry, Incomplete, [(Refuse, NotAdmitted), (Supplement, Received), (Attach, Incomplete), (Cancel, Cancelled)]),
        (CaseKind.Enquiry, Admitted, [(Transfer, Transferred), (Answer, Answered), (Extend, Admitted), (Attach, Admitted), (Cancel, Cancelled)]),
        (CaseKind.Enquiry, Transferred, [(Answer, Answered), (Extend, Transferred), (Attach, Transferred), (Cancel, Cancelled)]),
        (CaseKind.Enquiry, Verified, [(Extend, Verified), (Attach, Verified), (Cancel, Cancelled)]),
        (CaseKind.CreditRepair, Received, [(Admit, Admitted), (Refuse, NotAdmitted), (Ask, Incomplete), (Transfer, Transferred), (Attach, Received), (Cancel, Cancelled)]),
        (CaseKind.CreditRepair, Incomplete, [(Refuse, NotAdmitted), (Supplement, Received), (Attach, Incomplete), (Cancel, Cancelled)]),
        (CaseKind.CreditRepair, Admitted, [(Transfer, Transferred), (Verify, Verified), (Extend, Admitted), (Attach, Admitted), (Cancel, Cancelled)]),
        (CaseKind.CreditRepair, Transferred, [(Verify, Verified), (Extend, Transferred), (Attach, Transferred), (Cancel, Cancelled)]),
        (CaseKind.CreditRepair, Verified, [(Repair, Repaired), (Decline, Declined), (Extend, Verified), (Attach, Verified), (Cancel, Cancelled)]),
        (CaseKind.CreditRepair, Repaired, [(Break, CommitmentBroken)]),
        (CaseKind.PersonalInformation, Received, [(Admit, Admitted), (Refuse, NotAdmitted), (Ask, Incomplete), (Transfer, Transferred), (Attach, Received), (Cancel, Cancelled)]),
        (CaseKind.PersonalInformation, Incomplete, [(Refuse, NotAdmitted), (Supplement, Received), (Attach, Incomplete), (Cancel, Cancelled)]),
        (CaseKind.PersonalInformation, Admitted, [(Transfer, Transferred), (Verify, Verified), (Extend, Admitted), (Attach, Admitted), (Cancel, Cancelled)]),
        (CaseKind.PersonalInformation, Transferred, [(Verify, Verified), (Extend, Transferred), (Attach, Transferred), (Cancel, Cancelled)]),
        (CaseKind.PersonalInformation, Verified, [(Answer, Answered), (Maintain, Maintained), (Amend, Amended), (Withdraw, Withdrawn), (Extend, Verified), (Attach, Verified), (Cancel, Cancelled)]),
    ];

    [Fact]
    [Trait("Requirement", "000-31")]
    public void Workflow_AllowsExactlyTheStepsOfTheTable_ForEveryKindStateAndAct()
    {
        foreach (var kind in Enum.GetValues<CaseKind>())
            foreach (var state in Enum.GetValues<CaseState>())
            {
                var expected = s_expected.FirstOrDefault(e => e.Kind == kind && e.State == state).Allowed ?? [];
                foreach (var act in Enum.GetValues<CaseAct>())
                {
                    CaseState? to = expected.Where(e => e.Act == act).Select(e => (CaseState?)e.To).FirstOrDefault();
                    CaseWorkflow.Next(kind, state, act).ShouldBe(to, $"{kind} {state} {act}");
                }
            }
    }

    [Fact]
    [Trait("Requirement", "000-31")]
    public void Objection_EndsInMaintainedAmendedWithdrawn_NotAdmittedOrCancelled()
    {
        var reached = new HashSet<CaseState>();
        void Walk(CaseState state)
        {
            if (!reached.Add(state)) return;
            foreach (var act in CaseWorkflow.Allowed(CaseKind.Objection, state)) Walk(CaseWorkflow.Next(CaseKind.Objection, state, act)!.Value);
        }

        Walk(Received);
        reached.Where(CaseWorkflow.IsFinal).ShouldBe([NotAdmitted, Maintained, Amended, Withdrawn, Cancelled], ignoreOrder: true);
        reached.ShouldContain(Transferred);
    }
}
