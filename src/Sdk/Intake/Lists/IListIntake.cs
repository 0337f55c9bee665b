using CreditKit.Records;

namespace CreditKit.Intake;

/// <summary>
/// The way in for entries of lists of serious dishonesty with the persons behind them (鲁信用办〔2019〕8号 (十四)). They are kept
/// encrypted, reported by the channels whose <c>Kinds</c> name <c>list</c>, and never shown on the column: what the column shows of a
/// list are the files in <c>lists/</c>.
/// </summary>
public interface IListIntake
{
    /// <summary>
    /// Takes entries in; each by itself, so that wrong ones hold up no other. An entry is known again by authority, list, number of the
    /// decision and subject: with other content it becomes a further revision. An entry without a confidentiality review is kept and waits.
    /// </summary>
    /// <param name="entries">The entries.</param>
    /// <param name="actor">Who hands them in; stands in the audit chain.</param>
    /// <returns>A result per entry, in their order.</returns>
    IReadOnlyList<ListEntryResult> Submit(IReadOnlyList<ListedSubject> entries, string actor);
}
