namespace CreditKit.Publication.Sqlite;

/// <summary>A row of a list as public.db has it: its texts stay UTF-8, so a download copies bytes instead of making strings.</summary>
internal readonly ref struct PublicLine
{
    public PublicLine(ReadOnlySpan<byte> stored, Hit hit, Combo combo)
    {
        var r = new ByteReader(stored);
        var flags = r.Number();
        (NaturalPerson, Combo) = ((flags & 1) != 0, combo);
        Id = r.Utf8();
        CounterpartName = r.Utf8();
        DocumentNumber = r.Utf8();
        Summary = r.Utf8();
        DecisionDay = (flags & 2) != 0 ? null : (int)(hit.Key >> PublicSchema.ArrivalBits);
        LastDay = hit.Ends == DisclosureClock.Never ? null : hit.Ends - 1;
        Published = hit.Published;
    }

    public ReadOnlySpan<byte> Id { get; }

    public ReadOnlySpan<byte> CounterpartName { get; }

    public ReadOnlySpan<byte> DocumentNumber { get; }

    public ReadOnlySpan<byte> Summary { get; }

    /// <summary>Kind, authority, category, severity and status; rows that share them mostly share the object.</summary>
    public Combo Combo { get; }

    /// <summary>Day number of the decision; null when it has none.</summary>
    public int? DecisionDay { get; }

    /// <summary>Day number of the last shown day; null: no end in law.</summary>
    public int? LastDay { get; }

    /// <summary>First publication, Unix milliseconds.</summary>
    public long Published { get; }

    public bool NaturalPerson { get; }
}
