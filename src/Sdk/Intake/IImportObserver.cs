using CreditKit.Intake.Readers;
using CreditKit.Validation;

namespace CreditKit.Intake;

/// <summary>Told of every row once its batch is durable; the command line prints from it, without keeping the file in memory.</summary>
internal interface IImportObserver
{
    /// <summary>What became of a row.</summary>
    /// <param name="row">The row a person sees.</param>
    /// <param name="outcome">New, unchanged, corrected or rejected.</param>
    /// <param name="id">Public id; null when rejected.</param>
    /// <param name="issues">What was found.</param>
    void Row(int row, IntakeOutcome outcome, string? id, IReadOnlyList<ValidationIssue> issues);

    /// <summary>A new or corrected row has no review that stands: it is in the ledger, and nobody sees it until it is reviewed.</summary>
    void Waiting(int row)
    {
    }

    /// <summary>A row that could not become a record, while it is at hand: for the error workbook.</summary>
    void Rejected(ImportedRow row);

    /// <summary>What is to be said of the file as a whole.</summary>
    void File(ValidationIssue issue);
}
