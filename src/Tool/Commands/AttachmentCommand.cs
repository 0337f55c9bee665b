using System.CommandLine;
using CreditKit.Ledger;
using CreditKit.Ledger.Access;
using CreditKit.Ledger.Attachments;
using CreditKit.Review.Attachments;
using CreditKit.Tool.Output;

namespace CreditKit.Tool.Commands;

/// <summary><c>creditkit attachment</c>: papers of records: taking them in, looking at the copy, releasing, refusing, taking down.</summary>
internal static class AttachmentCommand
{
    public static Command Create(TimeProvider time) => new("attachment", "记录的附件（决定书扫描件等）：收入原件、查看清理后的副本、放行公开、不予放行、撤下")
    {
        Add(time), List(time), Open(time), Release(time), Decide(time, "refuse", "不予放行一份等待审查的附件", (desk, id, person, reason) => desk.Refuse(id, person, reason), "已记录：不予放行。"),
        Decide(time, "remove", "撤下一份附件（不再公开，记录本身不受影响）", (desk, id, person, reason) => desk.Remove(id, person, reason), "已撤下，专栏不再提供。"),
    };

    private static Command Add(TimeProvider time)
    {
        var record = new RecordArgument();
        var file = new Argument<string>("FILE") { Description = "原件：PNG、JPG 或 PDF（以内容为准）", HelpName = "文件" };
        var title = new Option<string?>("--title") { Description = "附件名称，将公开（自动脱敏）；不写则为行政许可决定书或行政处罚决定书", HelpName = "文字" };
        var replaces = new Option<string?>("--replaces") { Description = "放行时替换这条记录的哪一份附件", HelpName = "附件编号" };
        var command = new Command("add", "收入一份原件：加密保存，做成不含隐藏信息的图片副本，等待审查") { record.Id, file, record.Counterpart, title, replaces };
        command.SetAction(async (parsed, cancellation) =>
        {
            var context = ToolContext.From(parsed, time);
            var path = parsed.GetValue(file)!;
            if (!File.Exists(path)) throw new CreditKitException("CK1401", $"找不到文件：{path}。", "请检查路径和文件名。");
            using var engine = context.OpenExisting();
            if (record.Find(parsed, engine, context) is not { } found) return ExitCodes.Failed;
            AttachmentItem item;
            await using (var content = File.OpenRead(path))
                item = await engine.Attachments.AddAsync(found.PublicId, content, new AttachmentSource(ToolContext.Actor, Path.GetFileName(path), parsed.GetValue(title), parsed.GetValue(replaces)), cancellation).ConfigureAwait(false);
            if (context.Json) Json.Print(context.Output, item);
            else await context.Output.WriteLineAsync($"已收入附件 {item.Id}（{item.Pages} 页），等待审查：creditkit attachment open {item.Id} 目录 --purpose 用途，看过以后 creditkit attachment release {item.Id}。").ConfigureAwait(false);
            return ExitCodes.Done;
        });
        return command;
    }

    private static Command List(TimeProvider time)
    {
        var id = new Argument<string?>("ID-OR-DOCUMENT-NUMBER") { Description = "记录编号或决定文书号；不写则列出全部等待审查的附件", Arity = ArgumentArity.ZeroOrOne, HelpName = "编号或文书号" };
        var counterpart = new Option<string?>("--counterpart") { Description = "同一文书号有多个相对人时，写明相对人名称或代码", HelpName = "名称或代码" };
        var command = new Command("list", "列出一条记录的附件，或者等待审查的附件") { id, counterpart };
        command.SetAction(parsed =>
        {
            var context = ToolContext.From(parsed, time);
            using var engine = context.OpenExisting();
            IReadOnlyList<AttachmentItem> items;
            if (parsed.GetValue(id) is not { } asked) items = engine.Attachments.Waiting();
            else if (Matches.One(context, engine, asked, parsed.GetValue(counterpart)) is { } record) items = engine.Attachments.Of(record.PublicId);
            else return ExitCodes.Failed;
            if (context.Json) Json.Print(context.Output, new { items });
            else
            {
                foreach (var item in items) context.Output.WriteLine($"{item.Id}  {Words(item.State)}  {item.Title}  {item.Pages} 页  记录 {item.RecordId}  {item.AddedAt.ToOffset(TimeSpan.FromHours(8)):yyyy-MM-dd HH:mm} {item.AddedBy}");
                context.Output.WriteLine($"共 {items.Count} 份。");
            }

            return ExitCodes.Done;
        });
        return command;
    }

    private static Command Open(TimeProvider time)
    {
        var (id, person) = (Id(), Person());
        var folder = new Argument<string>("DIR") { Description = "写出图片的目录；看过以后请删除", HelpName = "目录" };
        var purpose = new Option<string>("--purpose") { Description = "用途，将登记在查询使用登记中", Required = true, HelpName = "用途" };
        var original = new Option<bool>("--original") { Description = "打开原件，而不是清理后的副本" };
        var approver = new Option<string?>("--approver") { Description = "批准人", HelpName = "姓名" };
        var command = new Command("open", "打开清理后的副本或者原件（先登记，后打开；画面上的个人信息没有遮盖）") { id, folder, purpose, original, person, approver };
        command.SetAction(parsed =>
        {
            var context = ToolContext.From(parsed, time);
            using var engine = context.OpenExisting();
            var access = new AccessRequest(parsed.GetValue(person) ?? ToolContext.Actor, parsed.GetValue(purpose)!, Approver: parsed.GetValue(approver));
            var whole = parsed.GetValue(original);
            var sheet = (whole ? engine.Attachments.OpenOriginal(parsed.GetValue(id)!, access) : engine.Attachments.Open(parsed.GetValue(id)!, access))
                ?? throw new CreditKitException("CK1261", "没有这份附件。", "请用 creditkit attachment list 核对编号。");
            var target = Directory.CreateDirectory(parsed.GetValue(folder)!).FullName;
            List<string> files = [];
            if (whole) files.Add(Write(Path.Combine(target, "original" + Extension(sheet.Item.MediaType)), sheet.OpenOriginal()));
            for (var n = 1; n <= sheet.Pages.Count; n++) files.Add(Write(Path.Combine(target, $"page-{n:000}{sheet.Pages[n - 1].Extension}"), sheet.OpenPage(n)));
            if (context.Json) Json.Print(context.Output, new { sheet.Item, sheet.FileName, sheet.Reason, sheet.Entry, files });
            else context.Output.WriteLine($"已写出 {files.Count} 个文件：{target}（已登记为第 {sheet.Entry} 条查询使用记录）。看过以后请删除。");
            return ExitCodes.Done;
        });
        return command;
    }

    private static Command Release(TimeProvider time)
    {
        var (id, person) = (Id(), Person());
        var command = new Command("release", "放行：副本随记录一同公开（须由看过副本的人放行）") { id, person };
        command.SetAction(parsed =>
        {
            var context = ToolContext.From(parsed, time);
            using var engine = context.OpenExisting();
            var visible = engine.Attachments.Release(parsed.GetValue(id)!, parsed.GetValue(person) ?? ToolContext.Actor);
            if (context.Json) Json.Print(context.Output, new { id = parsed.GetValue(id), released = true, visible });
            else context.Output.WriteLine(visible ? "已放行，专栏现已公开。" : "已放行；记录现在没有公示，附件随记录一同公开。");
            return ExitCodes.Done;
        });
        return command;
    }

    private static Command Decide(TimeProvider time, string name, string description, Action<AttachmentDesk, string, string, string> act, string done)
    {
        var (id, person) = (Id(), Person());
        var reason = new Option<string>("--reason") { Description = "理由，不公开", Required = true, HelpName = "文字" };
        var command = new Command(name, description) { id, reason, person };
        command.SetAction(parsed =>
        {
            var context = ToolContext.From(parsed, time);
            using var engine = context.OpenExisting();
            act(engine.Attachments, parsed.GetValue(id)!, parsed.GetValue(person) ?? ToolContext.Actor, parsed.GetValue(reason)!);
            if (context.Json) Json.Print(context.Output, engine.Attachments.Find(parsed.GetValue(id)!)!);
            else context.Output.WriteLine(done);
            return ExitCodes.Done;
        });
        return command;
    }

    // Nobody but the caller may read what is not masked.
    private static string Write(string path, Stream content)
    {
        using (content)
        {
            StoreFile.Make(path, StoreFile.Private);
            using var file = new FileStream(path, FileMode.Create, FileAccess.Write);
            content.CopyTo(file);
        }

        return path;
    }

    private static string Extension(string mediaType) => mediaType switch { "application/pdf" => ".pdf", "image/jpeg" => ".jpg", _ => ".png" };

    private static string Words(AttachmentState state) => state switch
    {
        AttachmentState.Waiting => "等待审查",
        AttachmentState.Released => "已放行",
        AttachmentState.Refused => "不予放行",
        AttachmentState.Outdated => "记录已更正，等待重新审查",
        AttachmentState.Replaced => "已被替换",
        _ => "已撤下",
    };

    private static Argument<string> Id() => new("ATTACHMENT") { Description = "附件编号", HelpName = "附件编号" };

    private static Option<string?> Person() => new("--as") { Description = "办理人；不写则为运行命令的账号", HelpName = "姓名" };
}
