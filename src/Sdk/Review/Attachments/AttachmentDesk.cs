using CreditKit.Desensitization;
using CreditKit.Desensitization.Papers;
using CreditKit.Ledger;
using CreditKit.Ledger.Access;
using CreditKit.Ledger.Attachments;
using CreditKit.Ledger.Sqlite;
using CreditKit.Records;

namespace CreditKit.Review.Attachments;

/// <summary>Attachments over one ledger.</summary>
/// <param name="ledger">The ledger.</param>
/// <param name="register">The access register.</param>
/// <param name="desensitizer">Masks titles.</param>
/// <param name="options">Bounds.</param>
/// <param name="project">Brings the column in line with a record, by its internal key; true when it shows it.</param>
internal sealed class AttachmentDesk(SqliteLedger ledger, AccessRegister register, Desensitizer desensitizer, AttachmentOptions options, Func<long, bool> project) : IAttachmentDesk
{
    private const int LongestTitle = 60, LongestName = 255;
    private static readonly AttachmentState[] s_waiting = [AttachmentState.Waiting, AttachmentState.Outdated];
    private static readonly AttachmentState[] s_standing = [AttachmentState.Waiting, AttachmentState.Outdated, AttachmentState.Released, AttachmentState.Refused];
    private readonly AttachmentTable _table = new(ledger.Database);
    private readonly AttachmentReader _reader = new(ledger.Database);

    /// <inheritdoc/>
    public async Task<AttachmentItem> AddAsync(string id, Stream content, AttachmentSource source, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(content);
        ArgumentNullException.ThrowIfNull(source);
        ArgumentException.ThrowIfNullOrWhiteSpace(source.Actor);
        if (ledger.FindByPublicId(id) is not { } record) throw Missing($"没有编号为 {id} 的记录");
        if (source.Title?.Length > LongestTitle) throw Wrong($"附件名称超过 {LongestTitle} 个字");
        if (source.Replaces is { } former && !(_reader.Find(former) is { } row && row.RecordId == record.Id)) throw Missing($"这条记录没有编号为 {former} 的附件可以替换");
        if (_reader.Count(record.Id) >= options.MaxPerRecord) throw TooMuch($"这条记录已有 {options.MaxPerRecord} 份附件");

        var head = new byte[PaperKind.HeadLength];
        var length = await content.ReadAtLeastAsync(head, head.Length, throwOnEndOfStream: false, cancellation).ConfigureAwait(false);
        if (PaperKind.Of(head.AsSpan(0, length)) is not { } mediaType) throw PaperCleaner.Refused(length == 0 ? "文件是空的" : "只有 PNG、JPG 和 PDF 能清除隐藏信息（以内容为准，与扩展名无关）");
        var draft = _table.Begin(record.Id, mediaType, source.Actor) ?? throw Missing($"没有编号为 {id} 的记录");
        try
        {
            var (bytes, hash) = await ReceiveAsync(draft, head.AsMemory(0, length), content, cancellation).ConfigureAwait(false);
            var pages = await Task.Run(() => ClearCopy(draft, mediaType, bytes, cancellation), cancellation).ConfigureAwait(false);
            var detail = new AttachmentDetail(source.Title is { Length: > 0 } title ? title.Trim() : TitleOf(record.Record.Value), FileName(source.FileName), hash, pages);
            if (!_table.Finish(draft, detail, bytes, source.Replaces, source.Actor)) throw Missing($"没有编号为 {id} 的记录");
        }
        catch
        {
            _table.Abandon(draft);
            throw;
        }

        return Item(_reader.Find(draft.PublicId)!, record);
    }

    /// <inheritdoc/>
    public IReadOnlyList<AttachmentItem> Of(string id) => ledger.FindByPublicId(id) is { } record ? [.. _reader.Of(record.Id).Select(r => Item(r, record))] : [];

    /// <inheritdoc/>
    public IReadOnlyList<AttachmentItem> Waiting(int limit = 100) => [.. _reader.Waiting(Math.Clamp(limit, 1, 1_000)).Select(r => Item(r, ledger.Find(r.RecordId)))];

    /// <inheritdoc/>
    public AttachmentItem? Find(string attachment) => _reader.Find(attachment) is { } row ? Item(row, ledger.Find(row.RecordId)) : null;

    /// <inheritdoc/>
    public AttachmentSheet? Open(string attachment, AccessRequest access) => Sheet(attachment, access, AccessKind.Attachment);

    /// <inheritdoc/>
    public AttachmentSheet? OpenOriginal(string attachment, AccessRequest access) => Sheet(attachment, access, AccessKind.Original);

    /// <inheritdoc/>
    public bool Release(string attachment, string reviewer)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(reviewer);
        var row = Row(attachment);
        if (s_waiting.Contains(row.State) && !register.Saw(reviewer, attachment, AccessKind.Attachment, row.QueuedAt))
            throw Wrong("审查人还没有看过清理后的副本", "请先打开副本（creditkit attachment open），确认画面上没有不应公开的内容，再由同一人放行。");
        return Decide(row, s_waiting, AttachmentState.Released, reviewer, "");
    }

    /// <inheritdoc/>
    public void Refuse(string attachment, string reviewer, string reason)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(reviewer);
        if (string.IsNullOrWhiteSpace(reason)) throw Wrong("不予放行须写明理由");
        Decide(Row(attachment), s_waiting, AttachmentState.Refused, reviewer, reason.Trim());
    }

    /// <inheritdoc/>
    public void Remove(string attachment, string actor, string reason)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(actor);
        if (string.IsNullOrWhiteSpace(reason)) throw Wrong("撤下附件须写明理由");
        Decide(Row(attachment), s_standing, AttachmentState.Removed, actor, reason.Trim());
    }

    private bool Decide(AttachmentRow row, AttachmentState[] from, AttachmentState to, string actor, string reason)
    {
        if (!_table.Decide(row, from, to, actor, reason)) throw Wrong("附件现在的状态不能这样办理，或者记录已经撤下");
        return project(row.RecordId);
    }

    private async Task<(long Length, string Sha256)> ReceiveAsync(AttachmentDraft draft, ReadOnlyMemory<byte> head, Stream content, CancellationToken cancellation)
    {
        using var writer = new PieceWriter(_table, draft, page: 0);
        writer.Write(head.Span);
        var buffer = new byte[81_920];
        while (await content.ReadAsync(buffer, cancellation).ConfigureAwait(false) is > 0 and var read)
        {
            if (writer.Length + read > options.MaxBytes) throw TooMuch($"文件超过 {options.MaxBytes >> 20} MB");
            writer.Write(buffer.AsSpan(0, read));
        }

        var hash = writer.Finish();
        return (writer.Length, hash);
    }

    private List<AttachmentPage> ClearCopy(AttachmentDraft draft, string mediaType, long length, CancellationToken cancellation)
    {
        var pages = new List<AttachmentPage>();
        PaperCleaner.Clear(() => Content(draft.PublicId, 0, length), mediaType, Keep, () =>
        {
            pages.Clear();
            _table.DropPages(draft);
        });
        return pages;

        void Keep(ClearedPage page)
        {
            cancellation.ThrowIfCancellationRequested();
            using var writer = new PieceWriter(_table, draft, pages.Count + 1);
            writer.Write(page.Content);
            pages.Add(new AttachmentPage(page.MediaType, page.Content.Length, writer.Finish()));
        }
    }

    private AttachmentSheet? Sheet(string attachment, AccessRequest access, AccessKind kind)
    {
        ArgumentNullException.ThrowIfNull(access);
        if (_reader.Find(attachment) is not { } row) return null;
        var entry = register.Enter(attachment, row.RecordId, access with { Kind = kind });
        var pages = kind == AccessKind.Original ? [] : row.Detail.Pages;
        return new AttachmentSheet(Item(row, ledger.Find(row.RecordId)), row.Detail.FileName, row.Detail.Reason, pages, entry,
            page => Content(attachment, page, page == 0 ? row.Length : row.Detail.Pages[page - 1].Length));
    }

    private PieceStream Content(string attachment, int page, long length) => new(length, part => _reader.Piece(attachment, page, part));

    private AttachmentRow Row(string attachment) => _reader.Find(attachment) ?? throw Missing($"没有编号为 {attachment} 的附件");

    private AttachmentItem Item(AttachmentRow row, LedgerRecord? record)
    {
        var title = record is null ? "" : desensitizer.Words(record.Record.Value, record.Handling, row.Detail.Title);
        return new AttachmentItem(row.PublicId, row.RecordPublicId, row.State, title, row.MediaType, row.Length, row.Detail.Pages.Count, row.AddedBy, row.AddedAt, row.DecidedBy, row.DecidedAt, row.Replaces);
    }

    private static string TitleOf(CreditRecord record) => record switch
    {
        AdministrativeLicense => "行政许可决定书",
        AdministrativePenalty => "行政处罚决定书",
        _ => "决定书",
    };

    // Only the last part of a path, without control characters.
    private static string FileName(string name)
    {
        var line = string.Concat(name[(name.LastIndexOfAny(['/', '\\']) + 1)..].Where(c => !char.IsControl(c))).Trim();
        return line.Length > LongestName ? line[^LongestName..] : line;
    }

    private static CreditKitException Missing(string what) => new("CK1261", $"{what}。", "请用 creditkit attachment list 核对编号。");

    private static CreditKitException TooMuch(string what) => new("CK1262", $"{what}。", "请压缩扫描件或拆分文件；上限由配置 Attachments 的 MaxBytes、MaxPerRecord 决定。");

    private static CreditKitException Wrong(string what, string remedy = "请重新打开附件，按现在的状态办理。") => new("CK1263", $"{what}。", remedy);
}
