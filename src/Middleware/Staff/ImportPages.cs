using System.Buffers.Text;
using System.Globalization;
using System.Security.Cryptography;
using CreditKit.Intake.Answer;
using CreditKit.Intake.Readers;
using CreditKit.Records;
using CreditKit.Templates.Models;
using CreditKit.Validation;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace CreditKit.AspNetCore.Staff;

/// <summary>
/// Files through the pages: kept apart until they are checked and confirmed, previewed, answered with an error workbook. What
/// they bring waits for the review, and nothing that is released changes.
/// </summary>
internal static class ImportPages
{
    private const int MostIssues = 100;
    private const int LongestName = 60;
    private const string Owner = "owner";
    private static readonly string[] s_types = [".csv", ".xlsx", ".xls", ".json", ".jsonl", ".xml"];
    private static readonly TimeSpan s_kept = TimeSpan.FromHours(2);
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(2);

    public static void Map(StaffMap map)
    {
        map.Get("/import", StaffRole.Entry, call => FormAsync(call, null));
        map.Post("/import", StaffRole.Entry, UploadAsync, map.Side.Options.Staff.MaxImportBytes);
        map.Get("/import/{file}", StaffRole.Entry, ProgressAsync);
        map.Post("/import/{file}", StaffRole.Entry, ActAsync);
    }

    private static Task FormAsync(StaffCall call, StaffNotice? notice, int status = StatusCodes.Status200OK) => call.PageAsync(call.Page("导入", "/import",
    [
        .. notice is null ? [] : new[] { new StaffBlock { Notice = notice } },
        new()
        {
            Form = new()
            {
                Action = call.Url("/import"), Token = call.Token, HasFiles = true,
                Groups = [new() { Fields = [StaffFields.File("file", "文件", FormattableString.Invariant($"全国填报表或者表头相同的 XLSX、XLS、CSV、JSON、XML，不超过 {call.Options.Staff.MaxImportBytes / 1_000_000} MB。"))] }],
                Buttons = [new() { Text = "检查并预览", Value = "check" }],
            },
        },
    ], "先检查、后导入：有错误的行不导入，可以下载错误报告表，改正后再导入。导入的记录等待审核。"), status);

    private static async Task UploadAsync(StaffCall call)
    {
        Sweep(call);
        if (call.Form.Files["file"] is not { Length: > 0 } file)
        {
            await FormAsync(call, new() { Tone = "wrong", Word = "没有收到文件。", Text = "请选择文件后再检查。" }, 422);
            return;
        }

        var type = Path.GetExtension(file.FileName).ToLowerInvariant();
        if (!s_types.Contains(type))
        {
            await FormAsync(call, new() { Tone = "wrong", Word = "不能导入这种文件。", Text = "请另存为 XLSX 或者 CSV。" }, 422);
            return;
        }

        // A folder of its own for each, so that the file keeps the name by which the clerk knows it.
        var id = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(16));
        var path = Path.Combine(Folder(Path.Combine(Folder(call), id)), NameOf(file.FileName, type));
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        await using (var target = new FileStream(path, options)) await file.CopyToAsync(target, call.Http.RequestAborted);
        await File.WriteAllTextAsync(OwnerOf(path), call.Person.Id, call.Http.RequestAborted);
        try
        {
            await PreviewAsync(call, id, path);
        }
        catch (CreditKitException fault) when (!call.Http.Response.HasStarted)
        {
            Drop(path);
            await FormAsync(call, new() { Tone = "wrong", Word = "不能读取这个文件。", Text = fault.What + fault.Remedy }, 422);
        }
        catch
        {
            Drop(path);
            throw;
        }
    }

    private static Task PreviewAsync(StaffCall call, string id, string path)
    {
        var issues = new List<ValidationIssue>();
        using var import = FileImport.Open(path, null, Reading(call));
        var more = 0;
        foreach (var row in import)
            foreach (var issue in row.Report.Issues)
                if (issue.Severity == IssueSeverity.Info) continue;
                else if (issues.Count < MostIssues) issues.Add(issue);
                else more++;
        issues.InsertRange(0, import.FileIssues);
        List<StaffBlock> blocks =
        [
            new()
            {
                Counts =
                [
                    new() { Label = "行", Value = import.Rows.ToString("N0", CultureInfo.InvariantCulture) }, new() { Label = "可以导入", Value = import.Accepted.ToString("N0", CultureInfo.InvariantCulture) },
                    new() { Label = "有错误，不导入", Value = import.Rejected.ToString("N0", CultureInfo.InvariantCulture), Tone = import.Rejected > 0 ? "wrong" : "", Word = import.Rejected > 0 ? "要改正" : "" },
                    new() { Label = "可以公示、暂不能报送", Value = import.HeldBack.ToString("N0", CultureInfo.InvariantCulture), Tone = import.HeldBack > 0 ? "care" : "", Word = import.HeldBack > 0 ? "请核对" : "" },
                ],
            },
            new()
            {
                Form = new()
                {
                    Action = call.Url("/import/" + id), Token = call.Token,
                    Buttons = [.. import.Accepted > 0 ? [new StaffButton { Text = FormattableString.Invariant($"导入 {import.Accepted} 行，等待审核"), Value = "import" }] : Array.Empty<StaffButton>(), .. import.Rejected > 0 ? [new StaffButton { Text = "下载错误报告表", Value = "errors", Quiet = true }] : Array.Empty<StaffButton>(), new() { Text = "放弃", Value = "drop", Quiet = true }],
                },
                Note = "已经放行的记录不随文件改变；需要更正的，请在记录页逐条提交更正。",
            },
            new()
            {
                Heading = "问题",
                Note = more > 0 ? FormattableString.Invariant($"只列出前 {MostIssues} 处，另有 {more} 处见错误报告表。") : "",
                Table = new()
                {
                    Caption = "问题", Empty = "没有发现问题。", Head = ["行", "栏", "程度", "问题", "应当怎样"],
                    Rows = [.. issues.GroupBy(i => (i.Row, i.Field, i.Message, i.Hint)).Select(Line)],
                },
            },
        ];
        return call.PageAsync(call.Page("导入预览", "/import", blocks, Path.GetFileName(path), RecordPages.Crumbs(call, "导入", "/import", "预览")));
    }

    // One fault that concerns the column and the channels is one line.
    private static StaffRow Line(IGrouping<(int Row, string Field, string Message, string Hint), ValidationIssue> same)
    {
        var blocked = same.Where(i => i.Severity == IssueSeverity.Block).Select(i => i.Destination).ToHashSet();
        var badge = blocked.Contains(IssueDestination.Publish) ? blocked.Count > 1 ? "不能公示和报送" : "不能公示" : blocked.Count > 0 ? "不能报送" : "请核对";
        return new()
        {
            Cells =
            [
                new() { Text = same.Key.Row == 0 ? "" : same.Key.Row.ToString(CultureInfo.InvariantCulture), Number = true }, new() { Text = same.Key.Field }, new() { Badge = badge, Tone = blocked.Count > 0 ? "wrong" : "care" },
                new() { Text = same.Key.Message }, new() { Text = same.Key.Hint },
            ],
        };
    }

    private static async Task ActAsync(StaffCall call)
    {
        if (Find(call) is not { } path)
        {
            await FormAsync(call, new() { Tone = "care", Word = "文件已经不在。", Text = "检查过的文件只保留两小时，请重新选择文件。" }, 404);
            return;
        }

        switch (call.Posted("do"))
        {
            case "errors":
                await ErrorsAsync(call, path);
                return;
            case "import":
                var (engine, unit, actor) = (call.Engine, Unit(call), call.Person.Id);
                var job = call.Side.Imports.Start(call.Route("file"), actor, Path.GetFileName(path), progress =>
                {
                    var summary = engine.EnteredFiles(unit).Import(path, null, actor, null, progress, CancellationToken.None);
                    Drop(path);
                    return summary;
                });

                // A small file is done at once; a large one is watched.
                await Task.WhenAny(job.Done, Task.Delay(s_patience, call.Side.Time, call.Http.RequestAborted));
                await (job.Done.IsCompleted ? ShowAsync(call, job) : call.SeeAsync("/import/" + call.Route("file")));
                return;
            default:
                Drop(path);
                await call.SeeAsync("/import");
                return;
        }
    }

    private static Task ProgressAsync(StaffCall call) => call.Side.Imports.Find(call.Route("file"), call.Person.Id) is { } job
        ? ShowAsync(call, job)
        : FormAsync(call, new() { Tone = "care", Word = "没有正在进行的导入。", Text = "导入已经结束，或者网站重新启动过。可以再导入一次同一个文件：已经导入的行不会重复。" }, 404);

    private static Task ShowAsync(StaffCall call, ImportJob job)
    {
        var crumbs = RecordPages.Crumbs(call, "导入", "/import", job.Done.IsCompleted ? "完成" : "进行中");
        if (!job.Done.IsCompleted)
            return call.PageAsync(call.Page("正在导入", "/import",
            [
                new()
                {
                    Refresh = true,
                    Counts = [new() { Label = "行", Value = job.Rows.ToString("N0", CultureInfo.InvariantCulture) }, new() { Label = "已读", Value = job.Fraction.ToString("P0", CultureInfo.InvariantCulture) }],
                    Note = "可以关闭本页，导入会继续；完成后记录等待审核。",
                    Links = [new() { Text = "刷新", Url = call.Url("/import/" + call.Route("file")) }],
                },
            ], job.Name, crumbs));
        call.Side.Imports.Forget(call.Route("file"));
        if (job.Done.Exception?.InnerException is { } fault)
        {
            if (fault is not CreditKitException) StaffLog.ImportBroken(call.Engine.Loggers.CreateLogger("CreditKit.Staff"), fault.GetType().Name);
            return FormAsync(call, new() { Tone = "wrong", Word = "导入中断。", Text = (fault is CreditKitException known ? known.What + known.Remedy : "网站遇到意外的错误，已记入日志。") + "已经导入的行不会重复，可以再导入一次同一个文件。" }, 409);
        }

        var summary = job.Done.Result;
        return call.PageAsync(call.Page("导入完成", "/import",
        [
            new() { Notice = new() { Word = "已导入。", Text = FormattableString.Invariant($"共 {summary.Rows} 行：新增 {summary.Accepted}，更正尚未放行的 {summary.Corrected}，没有变化 {summary.Unchanged}，未接受 {summary.Rejected}。") } },
            new() { Links = [new() { Text = "查看待审核的记录", Url = call.Url("/records?list=waiting") }, new() { Text = "再导入一个文件", Url = call.Url("/import") }] },
        ], "新的记录等待审核。", crumbs));
    }

    private static async Task ErrorsAsync(StaffCall call, string path)
    {
        using var buffer = new MemoryStream();
        using (var import = FileImport.Open(path, null, Reading(call)))
        {
            ErrorWorkbook? book = null;
            foreach (var row in import)
                if (!row.Report.MayPublish) (book ??= ErrorWorkbook.Create(buffer, row.Headings, call.Engine.Validator.Rules)).Add(row);
            book?.Dispose();
        }

        await call.FileAsync(buffer.ToArray(), "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "errors.xlsx");
    }

    private static FileImportOptions Reading(StaffCall call)
    {
        var reading = call.Options.ToReading(call.Side.Time);
        return Unit(call) is { } unit ? reading with { Settings = reading.Settings with { AcceptedAuthorities = [unit] } } : reading;
    }

    /// <summary>The unit whose decisions may come in; null: those of the settings.</summary>
    private static Authority? Unit(StaffCall call)
    {
        if (call.Person.Unit is not { } code) return null;
        var name = call.Options.Staff.Units.FirstOrDefault(u => u.CreditCode == code)?.Name ?? call.Options.Authorities.FirstOrDefault(a => a.CreditCode == code)?.Name ?? (call.Options.Agency.CreditCode == code ? call.Options.Agency.Name : code);
        return new Authority(name, code == name ? null : code);
    }

    // Only a name that this page made, and only for whoever uploaded it.
    private static string? Find(StaffCall call)
    {
        var id = call.Route("file");
        if (id.Length is < 22 or > 40 || !id.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_')) return null;
        var folder = new DirectoryInfo(Path.Combine(Folder(call), id));
        return folder.Exists && folder.EnumerateFiles().FirstOrDefault(f => f.Name != Owner) is { } file && File.Exists(OwnerOf(file.FullName)) && File.ReadAllText(OwnerOf(file.FullName)) == call.Person.Id ? file.FullName : null;
    }

    /// <summary>The clerk's own name of the file, without what a path or a heading could take amiss.</summary>
    private static string NameOf(string name, string type)
    {
        var stem = string.Concat(Path.GetFileNameWithoutExtension(name[(name.LastIndexOfAny(['/', '\\']) + 1)..]).Where(c => !char.IsControl(c) && !char.IsSurrogate(c) && !"<>:\"|?*".Contains(c))).Trim(' ', '.');
        return (stem.Length == 0 ? "导入文件" : stem[..Math.Min(stem.Length, LongestName)]) + type;
    }

    private static string OwnerOf(string path) => Path.Combine(Path.GetDirectoryName(path)!, Owner);

    private static void Sweep(StaffCall call)
    {
        foreach (var folder in Directory.EnumerateDirectories(Folder(call)))
            if (Directory.GetLastWriteTimeUtc(folder) < call.Now.UtcDateTime - s_kept) Directory.Delete(folder, recursive: true);
    }

    private static void Drop(string path) => Directory.Delete(Path.GetDirectoryName(path)!, recursive: true);

    private static string Folder(StaffCall call) => Folder(Path.Combine(call.Options.DataDirectory, "quarantine"));

    private static string Folder(string folder) => OperatingSystem.IsWindows()
        ? Directory.CreateDirectory(folder).FullName
        : Directory.CreateDirectory(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute).FullName;
}
