namespace CreditKit.Ledger;

/// <summary>How far each database source was read. Saved behind the rows it stands for, so that a crash between the two reads rows twice and never skips one.</summary>
internal interface IWatermarks
{
    /// <summary>The stored value of a source; null before its first run.</summary>
    string? Find(string source);

    /// <summary>Keeps the value.</summary>
    void Save(string source, string value);
}
