namespace CreditKit.Cases;

/// <summary>What somebody does to a case; the code stands in the event and in the audit chain.</summary>
internal enum CaseAct
{
    /// <summary>It comes in.</summary>
    Receive,

    /// <summary>受理.</summary>
    Admit,

    /// <summary>不予受理.</summary>
    Refuse,

    /// <summary>一次性告知补正.</summary>
    Ask,

    /// <summary>补正材料收到.</summary>
    Supplement,

    /// <summary>转送.</summary>
    Transfer,

    /// <summary>核实.</summary>
    Verify,

    /// <summary>关联记录.</summary>
    Attach,

    /// <summary>延长期限.</summary>
    Extend,

    /// <summary>维持; for a personal-information request: refused with reasons (个人信息保护法 50).</summary>
    Maintain,

    /// <summary>修改.</summary>
    Amend,

    /// <summary>撤下.</summary>
    Withdraw,

    /// <summary>答复.</summary>
    Answer,

    /// <summary>准予修复.</summary>
    Repair,

    /// <summary>不予修复.</summary>
    Decline,

    /// <summary>认定违背承诺.</summary>
    Break,

    /// <summary>申请人撤回.</summary>
    Cancel,

    /// <summary>The act on the record has happened.</summary>
    Finish,

    /// <summary>The act on the record was refused; the case goes back to verified.</summary>
    Revert,
}
