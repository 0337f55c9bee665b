namespace CreditKit.Validation;

/// <summary>
/// One check of one record. An extension point: an agency's own rules are passed to <see cref="RecordValidator"/> beside
/// the shipped ones. A rule keeps no state between records and is called from several threads.
/// </summary>
public interface IValidationRule
{
    /// <summary>Id, title, default weights and source.</summary>
    RuleDescription Description { get; }

    /// <summary>Looks at the record and reports what is wrong through the context.</summary>
    void Check(RuleContext context);
}
