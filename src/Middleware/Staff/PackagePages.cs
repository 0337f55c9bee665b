using System.Globalization;
using CreditKit.Ledger.Access;
using CreditKit.Reporting.Channels;
using CreditKit.Templates.Models;

namespace CreditKit.AspNetCore.Staff;

/// <summary>Channels over files: what was put down, taken to the platform by hand, and the receipts that come back.</summary>
internal static class PackagePages
{
    public const long LargestReceipt = 20_000_000;
    private const int Most = 100;

    public static Task ListAsync(StaffCall call) => Road(call) is { } road ? PageAsync(call, road, null) : call.NotFoundAsync();

    public static async Task ActAsync(StaffCall call)
    {
        if (Road(call) is not { } road)
        {
            await call.NotFoundAsync();
            return;
        }

        if (call.Posted("do") == "fetch") await FetchAsync(call, road);
        else await ReceiveAsync(call, road);
    }

    /// <summary>The file holds what is not masked: taking it is registered like any export.</summary>
    private static async Task FetchAsync(StaffCall call, FileRoad road)
    {
        var name = Path.GetFileName(call.Posted("file"));
        var path = Path.Combine(road.Folder, name);
        if (name.Length == 0 || road.Files.Keys(name) is null || !File.Exists(path))
        {
            await call.RefuseAsync("没有这个文件", "文件已经取走，或者从来没有交付过。", 404, "/reporting");
            return;
        }

        call.Engine.Access.Enter(name, new AccessRequest(call.Person.Id, "送交平台", AccessKind.Export));
        call.Engine.Ledger.Audit(call.Person.Id, "package-fetch", "done", null, $"channel={call.Route("channel")} file={name}");
        await call.FileAsync(await File.ReadAllBytesAsync(path, call.Http.RequestAborted), "application/octet-stream", name);
    }

    private static async Task ReceiveAsync(StaffCall call, FileRoad road)
    {
        var receipt = call.Form.Files["receipt"] is { Length: > 0 } file ? await ReadAsync(call, file) : Typed(call);
        var keys = road.Files.Keys(receipt.File) ?? throw new CreditKitException("CK1513", $"没有交付过文件 {receipt.File}。", "请核对文件名，应当与下面列出的一致。");
        if (receipt.Rows.FirstOrDefault(r => r.Line < 1 || r.Line > keys.Count) is { } stray)
            throw new CreditKitException("CK1513", FormattableString.Invariant($"回执中的行号 {stray.Line} 不在 1 到 {keys.Count} 之内。"), "行号按包内 manifest.json 的 lines。");
        receipt.Write(road.Receipts);
        var refused = receipt.Rows.Count(r => r.Code is not ("00" or ""));
        call.Engine.Ledger.Audit(call.Person.Id, "package-receipt", "done", null, FormattableString.Invariant($"channel={call.Route("channel")} file={receipt.File} refused={refused}"));
        await PageAsync(call, road, new() { Word = "回执已登记。", Text = FormattableString.Invariant($"{receipt.File}：接收 {keys.Count - refused} 行，退回 {refused} 行，稍后写入各记录的报送经过。") });
    }

    private static Task PageAsync(StaffCall call, FileRoad road, StaffNotice? notice)
    {
        var channel = call.Route("channel");
        var action = call.Url("/reporting/files/" + Uri.EscapeDataString(channel));
        var files = road.Files.Files().Reverse().Take(Most).ToList();
        return call.PageAsync(call.Page("离线包和回执：" + channel, "/reporting",
        [
            .. notice is null ? [] : new[] { new StaffBlock { Notice = notice } },
            new()
            {
                Heading = "已交付的文件",
                Table = new()
                {
                    Caption = "已交付的文件",
                    Empty = "还没有交付过文件。",
                    Head = ["文件", "行数", "回执", "取文件"],
                    Rows = [.. files.Select(f => new StaffRow
                    {
                        Cells =
                        [
                            new() { Text = f }, new() { Text = (road.Files.Keys(f)?.Count ?? 0).ToString("N0", CultureInfo.InvariantCulture), Number = true },
                            File.Exists(Path.Combine(road.Receipts, f + ".receipt.xml")) ? new() { Text = "已登记" } : new() { Badge = "等待回执", Tone = "care" },
                            File.Exists(Path.Combine(road.Folder, f)) ? new() { Form = new() { Small = true, Action = action, Token = call.Token, Hidden = [new() { Name = "file", Value = f }], Buttons = [new() { Text = $"下载 {f}", Value = "fetch", Quiet = true }] } } : new() { Text = "已取走" },
                        ],
                    })],
                },
            },
            new()
            {
                Heading = "登记回执",
                Note = "有平台的回执文件就选文件；没有的，写明文件名、回执编号和被退回的行。",
                Form = new()
                {
                    Action = action, Token = call.Token, HasFiles = true,
                    Groups =
                    [
                        new()
                        {
                            Fields =
                            [
                                StaffFields.File("receipt", "回执文件（XML）", "平台给出的回执；选了文件，下面各栏不用填。") with { Required = false },
                                StaffFields.Text("package", "交付的文件名", call.Posted("package")),
                                StaffFields.Text("number", "回执编号", call.Posted("number")),
                                StaffFields.Long("rejects", "被退回的行", call.Posted("rejects"), "每行一条，写作 行号:原因，例如 3:行政相对人代码不正确。没有退回的不填。"),
                            ],
                        },
                    ],
                    Buttons = [new() { Text = "登记回执", Value = "receipt" }],
                },
            },
        ], "文件按接收方的要求加密，内含未脱敏的信息：每次下载都登记。", RecordPages.Crumbs(call, "报送", "/reporting", "离线包和回执")));
    }

    private static async Task<FileReceipt> ReadAsync(StaffCall call, Microsoft.AspNetCore.Http.IFormFile file)
    {
        var path = Path.Combine(call.Options.DataDirectory, Path.GetRandomFileName());
        try
        {
            await using (var target = new FileStream(path, FileMode.CreateNew)) await file.CopyToAsync(target, call.Http.RequestAborted);
            return FileReceipt.Read(path) ?? throw new CreditKitException("CK1513", $"回执文件 {Path.GetFileName(file.FileName)} 无法读取。", "应为平台给出的 XML 回执；也可以不选文件，直接填写各栏。");
        }
        finally
        {
            File.Delete(path);
        }
    }

    private static FileReceipt Typed(StaffCall call)
    {
        if (call.Posted("package").Length == 0 || call.Posted("number").Length == 0) throw new CreditKitException("CK1513", "没有写明是哪个文件的回执。", "请选择回执文件，或者填写交付的文件名和回执编号。");
        return new FileReceipt(Path.GetFileName(call.Posted("package")), call.Posted("number"), [.. call.Posted("rejects").Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(Row)]);
    }

    private static FileReceiptRow Row(string text)
    {
        var split = text.IndexOfAny([':', '：']);
        return split > 0 && int.TryParse(text.AsSpan(0, split), NumberStyles.None, CultureInfo.InvariantCulture, out var line)
            ? new FileReceiptRow(line, "typed", text[(split + 1)..].Trim(), "")
            : throw new CreditKitException("CK1513", $"“{text}”不是 行号:原因 的写法。", "例如 3:行政相对人代码不正确。");
    }

    private static FileRoad? Road(StaffCall call) => (call.Side.Line(call.Route("channel"))?.Channel as IFileRoad)?.Road;
}
