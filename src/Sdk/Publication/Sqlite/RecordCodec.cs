using System.Buffers;
using CreditKit.Desensitization;
using CreditKit.Records;

namespace CreditKit.Publication.Sqlite;

/// <summary>The stored forms of a public record: the whole record for its page, a line for lists.</summary>
internal static class RecordCodec
{
    // A record without attachments is written as it always was.
    private const byte Form = 1, WithAttachments = 2;

    /// <summary>Writes the whole record. Shapes are asked for by field.</summary>
    public static void WriteBody(PublicRecord record, Func<PublicField, uint> shape, ArrayBufferWriter<byte> target)
    {
        var w = new ByteWriter(target);
        w.Number(record.Attachments.Count == 0 ? Form : WithAttachments);
        w.Text(record.Id);
        w.Number((ulong)record.Revision);
        w.Number((ulong)record.Kind);
        w.Number((ulong)record.CounterpartKind);
        w.Text(record.CounterpartName);
        w.Text(record.CounterpartCode ?? "");
        w.Text(record.DocumentNumber);
        w.Text(record.Title);
        w.Text(record.Summary);
        w.Text(record.Category);
        w.Text(record.AuthorityName);
        w.Text(record.Domain);
        w.Number((ulong)(record.Severity ?? 0));
        w.Number((ulong)(record.LicenseStatus ?? 0));
        w.Optional(record.DecisionDate?.DayNumber);
        w.Number((ulong)record.From.DayNumber);
        w.Optional(record.Until?.DayNumber);
        w.Number((ulong)record.PublishedAt.ToUnixTimeMilliseconds());
        w.Optional(record.RepairableFrom?.DayNumber);
        w.Text(record.PeriodLine);
        w.Number((record.NaturalPerson ? 1u : 0) | (record.Corrected ? 2u : 0) | (record.UnderObjection ? 4u : 0));
        w.Number((ulong)record.Fields.Count);
        foreach (var field in record.Fields)
        {
            w.Number((ulong)shape(field) << 1 | (field.Masked ? 1u : 0));
            w.Text(field.Value);
        }

        if (record.Attachments.Count > 0) WriteAttachments(record, ref w);
    }

    /// <summary>Reads the whole record; null when a shape is not known to the reader yet.</summary>
    public static PublicRecord? ReadBody(ReadOnlySpan<byte> body, Dictionary<uint, FieldShape> shapes)
    {
        var r = new ByteReader(body);
        var form = r.Number();
        if (form is not (Form or WithAttachments)) throw new InvalidDataException("public.db: unknown form of a record");
        var (id, revision, kind, subject) = (r.Text(), r.Int(), r.Int(), r.Int());
        var (name, code, number, title, summary, category, authority, domain) = (r.Text(), r.Text(), r.Text(), r.Text(), r.Text(), r.Text(), r.Text(), r.Text());
        var (severity, status) = (r.Int(), r.Int());
        var (decided, from, until, published, repairable) = (r.Optional(), r.Int(), r.Optional(), (long)r.Number(), r.Optional());
        var period = r.Text();
        var flags = r.Number();
        var fields = new PublicField[r.Int()];
        for (var i = 0; i < fields.Length; i++)
        {
            var head = r.Number();
            if (!shapes.TryGetValue((uint)(head >> 1), out var shape)) return null;
            fields[i] = new PublicField(shape.Field, shape.Group, shape.Label, r.Text(), (head & 1) != 0);
        }

        return new PublicRecord
        {
            Id = id,
            Revision = revision,
            Kind = (RecordKind)kind,
            CounterpartKind = (CounterpartKind)subject,
            CounterpartName = name,
            CounterpartCode = code.Length == 0 ? null : code,
            DocumentNumber = number,
            Title = title,
            Summary = summary,
            Category = category,
            AuthorityName = authority,
            Domain = domain,
            Severity = severity == 0 ? null : (Severity)severity,
            LicenseStatus = status == 0 ? null : (LicenseStatus)status,
            DecisionDate = Day(decided),
            From = DateOnly.FromDayNumber(from),
            Until = Day(until),
            PublishedAt = DateTimeOffset.FromUnixTimeMilliseconds(published),
            RepairableFrom = Day(repairable),
            PeriodLine = period,
            NaturalPerson = (flags & 1) != 0,
            Corrected = (flags & 2) != 0,
            UnderObjection = (flags & 4) != 0,
            Fields = new EquatableList<PublicField>(fields),
            Attachments = form == WithAttachments ? ReadAttachments(ref r) : [],
        };
    }

    /// <summary>Writes what a list shows and neither the key nor the filter values say.</summary>
    public static void WriteLine(PublicRecord record, ArrayBufferWriter<byte> target)
    {
        var w = new ByteWriter(target);
        w.Number((record.NaturalPerson ? 1u : 0) | (record.DecisionDate is null ? 2u : 0));
        w.Text(record.Id);
        w.Text(record.CounterpartName);
        w.Text(record.DocumentNumber);
        w.Text(record.Summary);
    }

    /// <summary>Reads a line.</summary>
    public static PublicRow ReadLine(ReadOnlySpan<byte> line, long key, int ends, long published, Combo combo)
    {
        var r = new ByteReader(line);
        var flags = r.Number();
        return new PublicRow(
            r.Text(), combo.Kind, r.Text(), r.Text(), r.Text(), combo.Category, combo.Authority, combo.Severity, combo.Status,
            (flags & 2) != 0 ? null : DateOnly.FromDayNumber((int)(key >> PublicSchema.ArrivalBits)),
            ends == DisclosureClock.Never ? null : DateOnly.FromDayNumber(ends - 1),
            DateTimeOffset.FromUnixTimeMilliseconds(published), (flags & 1) != 0);
    }

    private static void WriteAttachments(PublicRecord record, ref ByteWriter w)
    {
        w.Number((ulong)record.Attachments.Count);
        foreach (var attachment in record.Attachments)
        {
            w.Text(attachment.Id);
            w.Text(attachment.Title);
            w.Number((ulong)attachment.Pages.Count);
            foreach (var page in attachment.Pages)
            {
                w.Text(page.MediaType);
                w.Number((ulong)page.Length);
                w.Text(page.Sha256);
            }
        }
    }

    private static EquatableList<PublicAttachment> ReadAttachments(ref ByteReader r)
    {
        var attachments = new PublicAttachment[r.Int()];
        for (var i = 0; i < attachments.Length; i++)
        {
            var (id, title) = (r.Text(), r.Text());
            var pages = new AttachmentPage[r.Int()];
            for (var n = 0; n < pages.Length; n++) pages[n] = new AttachmentPage(r.Text(), (long)r.Number(), r.Text());
            attachments[i] = new PublicAttachment(id, title, new EquatableList<AttachmentPage>(pages));
        }

        return new EquatableList<PublicAttachment>(attachments);
    }

    private static DateOnly? Day(long? number) => number is { } n ? DateOnly.FromDayNumber((int)n) : null;
}
