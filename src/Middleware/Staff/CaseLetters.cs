using CreditKit.Cases;
using CreditKit.Templates.Models;

namespace CreditKit.AspNetCore.Staff;

/// <summary>The paper that belongs to the state of a case, for printing.</summary>
internal static class CaseLetters
{
    public static StaffBlock Of(StaffCall call, CaseFile file)
    {
        var content = file.Content;
        var record = file.Row.RecordId is { } id ? call.Engine.Ledger.Find(id) : null;
        var about = record?.Record.Value.DocumentNumber ?? content.DocumentNumber;
        var (title, text) = Words(file);
        return new()
        {
            Letter = new()
            {
                Title = title,
                Number = file.Number,
                To = content.ApplicantName,
                Paragraphs =
                [
                    $"您于 {StaffCall.Day(file.Row.ReceivedOn)} 提出的{CaseWords.Of(file.Kind)}{(string.IsNullOrEmpty(about) ? "" : $"（涉及 {about}）")}，{text}",
                    .. content.Reply.Length > 0 ? [content.Reply] : Array.Empty<string>(),
                    .. file.State is CaseState.Maintained or CaseState.NotAdmitted or CaseState.Declined ? [call.Options.DefaultRemedy] : Array.Empty<string>(),
                    .. file.State == CaseState.Repaired ? ["本修复结果同时告知信用信息平台，平台据此停止公示；请妥善履行信用修复承诺。"] : Array.Empty<string>(),
                    "办理不收取任何费用。",
                ],
                From = record?.Record.Value.DecidingAuthority.Name ?? call.Options.Agency.Name,
                Date = StaffCall.Day(call.Today),
            },
        };
    }

    private static (string Title, string Text) Words(CaseFile file) => file.State switch
    {
        CaseState.Received => ("收件回执", "本机关已经收到，将依法办理。"),
        CaseState.Incomplete => ("补正材料告知书", "材料尚需补正，请按下列要求一次补齐。"),
        CaseState.Admitted => ("受理通知书", file.Row.DueOn is { } due ? $"本机关决定受理，将在 {StaffCall.Day(due)} 前办结。" : "本机关决定受理。"),
        CaseState.Transferred => ("转送告知书", $"已转送{file.Content.TransferredTo}办理。"),
        CaseState.Verified => ("核实情况告知书", "已经核实，即将作出决定。"),
        CaseState.NotAdmitted => ("不予受理决定书", "经审查，本机关决定不予受理。"),
        CaseState.Maintained => ("处理决定书", "经核实，公示信息无误，决定予以维持。"),
        CaseState.Amended => ("处理决定书", "经核实，决定修改公示信息。"),
        CaseState.Withdrawn => ("处理决定书", "经核实，决定撤下公示信息。"),
        CaseState.Answered => ("答复书", "现答复如下。"),
        CaseState.Repaired => ("信用修复决定书", "经审查，准予信用修复，本机关公示栏已停止公示。"),
        CaseState.Declined => ("不予信用修复决定书", "经审查，不予信用修复。"),
        CaseState.CommitmentBroken => ("违背信用修复承诺告知书", "经查实，您违背了信用修复承诺。"),
        _ => ("终结告知书", "因申请人撤回，本件办理终结。"),
    };
}
