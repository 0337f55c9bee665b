namespace CreditKit.Ledger.Access;

/// <summary>
/// The only way to see a record unmasked, and the register of who did: user, time, purpose, record (424号 (十七);
/// 鹤岗 四(五)12: 信息查询使用登记和审查制度). The entry is durable before the content is handed out; when it cannot be
/// written, nothing is. Entries are kept for five years by default. Safe for concurrent callers.
/// </summary>
public interface IAccessRegister
{
    /// <summary>Opens a record unmasked and enters who saw it and what for; null when there is no such record.</summary>
    /// <param name="id">Public id.</param>
    /// <param name="request">Who and what for.</param>
    /// <exception cref="CreditKitException">CK1231: no user or no purpose is named.</exception>
    OpenedRecord? Open(string id, AccessRequest request);

    /// <summary>Opens several records for an export, an entry for each; ids that do not exist are left out.</summary>
    /// <param name="ids">Public ids.</param>
    /// <param name="request">Who and what for; the kind becomes <see cref="AccessKind.Export"/>.</param>
    /// <exception cref="CreditKitException">CK1231: no user or no purpose is named.</exception>
    IReadOnlyList<OpenedRecord> Export(IReadOnlyList<string> ids, AccessRequest request);

    /// <summary>Enters another unmasked view, before it is shown: the file of a case, a rejected row.</summary>
    /// <param name="subject">Number of the case or row; no personal data.</param>
    /// <param name="request">Who and what for.</param>
    /// <returns>Number of the entry.</returns>
    /// <exception cref="CreditKitException">CK1231: no user or no purpose is named.</exception>
    long Enter(string subject, AccessRequest request);

    /// <summary>Lines of the register, the oldest first.</summary>
    /// <param name="filter">Which.</param>
    IReadOnlyList<AccessEntry> Entries(AccessFilter filter);

    /// <summary>Records that somebody has looked through entries. Nobody reviews what he entered himself: such entries stay open.</summary>
    /// <param name="entries">Numbers of the entries.</param>
    /// <param name="reviewer">Who reviews.</param>
    /// <param name="note">What was found; may be empty.</param>
    /// <returns>How many entries were reviewed by this call.</returns>
    int Review(IReadOnlyCollection<long> entries, string reviewer, string note);
}
