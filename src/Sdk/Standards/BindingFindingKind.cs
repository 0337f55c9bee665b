namespace CreditKit.Standards;

/// <summary>What the binder found out about a cell.</summary>
public enum BindingFindingKind
{
    /// <summary>The value was put into the standard's form.</summary>
    Normalized,

    /// <summary>The value was completed from others of the row.</summary>
    Derived,

    /// <summary>The cell is empty (or holds a dash) and the record cannot say so itself.</summary>
    Missing,

    /// <summary>The cell cannot be read as what the column holds.</summary>
    Unreadable,

    /// <summary>The text is outside the column's code list.</summary>
    OutsideCodeList,

    /// <summary>The cell holds a stand-in (无, /, 测试 …) and counts as empty.</summary>
    Placeholder,

    /// <summary>Two columns of the row state different values for one field; the first stands.</summary>
    Conflict,

    /// <summary>Two columns state different values for what a record is known by: name, code, document number, decision date.</summary>
    KeyConflict,

    /// <summary>The row has cells beyond the last heading: its values have moved, or one was cut in two.</summary>
    Overflow,

    /// <summary>The row is marked as revoked in its source.</summary>
    Revoked,
}
