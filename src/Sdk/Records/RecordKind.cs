namespace CreditKit.Records;

/// <summary>What kind of administrative act a record is about.</summary>
public enum RecordKind
{
    /// <summary>行政许可.</summary>
    License = 1,

    /// <summary>行政处罚.</summary>
    Penalty = 2,

    /// <summary>Another administrative act (<see cref="AdministrativeAct"/>); off unless the settings name its kind.</summary>
    Act = 3,
}
