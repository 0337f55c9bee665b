using System.CommandLine;
using CreditKit.Calendar;
using CreditKit.Catalog;
using CreditKit.Intake.Items;
using CreditKit.Records;
using CreditKit.Tool.Output;

namespace CreditKit.Tool.Commands;

/// <summary><c>creditkit catalogue …</c>: the item catalogue (事项目录): import, export, list, review, transfer.</summary>
internal static class CatalogueCommand
{
    private static readonly Argument<string> s_code = new("CODE") { Description = "事项编码", HelpName = "事项编码" };
    private static readonly Option<string?> s_edition = new("--edition") { Description = "目录编号；不写则取含有该事项的目录", HelpName = "编号" };

    public static Command Create(TimeProvider time) =>
        new("catalogue", "事项目录：导入、导出、列出、保密审查、移交、报送") { Import(time), Export(time), List(time), Review(time), Transfer(time), Report(time) };

    private static Command Import(TimeProvider time)
    {
        var file = Shared.File("事项目录：CSV、XLSX、XLS（平台表式）或 JSON");
        var id = new Option<string?>("--id") { Description = "目录编号，默认文件名；编号相同的成为新的一版", HelpName = "编号" };
        var title = new Option<string?>("--title") { Description = "目录名称", HelpName = "名称" };
        var layer = new Option<string?>("--layer") { Description = "national 全国基础目录、provincial 省级目录、supplement 补充目录（默认）", HelpName = "层级" };
        layer.AcceptOnlyFromAmong("national", "provincial", "supplement");
        var from = new Option<DateOnly?>("--from") { Description = "启用日期，默认今天；决定日期在启用之前的不受本目录约束", HelpName = "日期", CustomParser = r => Dates.Parse(r) };
        var until = new Option<DateOnly?>("--until") { Description = "停用日期（最后一天）", HelpName = "日期", CustomParser = r => Dates.Parse(r) };
        var source = new Option<string?>("--source") { Description = "发布目录的文件", HelpName = "文件" };
        var command = new Command("import", "导入一版事项目录；全部接收，或者指出每一处错误后全不接收") { file, id, title, layer, from, until, source };
        command.SetAction(parsed =>
        {
            var context = ToolContext.From(parsed, time);
            var head = new CatalogHead
            {
                Id = parsed.GetValue(id),
                Title = parsed.GetValue(title),
                Layer = parsed.GetValue(layer) is { } text && CatalogWords.TryRead(text, out CatalogLayer known) ? known : null,
                From = parsed.GetValue(from),
                Until = parsed.GetValue(until),
                Source = parsed.GetValue(source),
            };
            var edition = CatalogFile.Read(parsed.GetValue(file)!, head, ChinaTime.DateOf(time.GetUtcNow()));
            using var engine = context.OpenEngine();
            return Done(context, engine.SaveCatalogue(edition, ToolContext.Actor));
        });
        return command;
    }

    private static Command Export(TimeProvider time)
    {
        var target = new Argument<string>("FILE") { Description = "写到哪个文件：.xlsx、.csv 或 .json", HelpName = "文件" };
        var edition = new Option<string?>("--edition") { Description = "目录编号；不写则导出今天有效的全部事项", HelpName = "编号" };
        var publicOnly = new Option<bool>("--public") { Description = "只导出经保密审查可以公开的事项" };
        var command = new Command("export", "按平台表式导出事项目录") { target, edition, publicOnly };
        command.SetAction(parsed =>
        {
            var context = ToolContext.From(parsed, time);
            using var engine = context.OpenExisting();
            var whole = parsed.GetValue(edition) is { } id ? Edition(engine, id) : InForce(engine, ChinaTime.DateOf(time.GetUtcNow()));
            if (parsed.GetValue(publicOnly)) whole = whole with { Items = [.. whole.Items.Where(i => i.IsPublic).Select(i => i with { ResponsiblePerson = null, Review = null })] };
            CatalogFile.Write(parsed.GetValue(target)!, whole);
            engine.Ledger.Audit(ToolContext.Actor, "catalogue", "exported", null, $"edition={whole.Id} items={whole.Items.Count}");
            if (context.Json) Json.Print(context.Output, new { file = Path.GetFullPath(parsed.GetValue(target)!), items = whole.Items.Count });
            else context.Output.WriteLine($"已导出 {whole.Items.Count} 个事项。");
            return ExitCodes.Done;
        });
        return command;
    }

    private static Command List(TimeProvider time)
    {
        var day = new Option<DateOnly?>("--day") { Description = "哪一天有效的，默认今天", HelpName = "日期", CustomParser = r => Dates.Parse(r) };
        var command = new Command("list", "列出各版目录和有效的事项") { day };
        command.SetAction(parsed =>
        {
            var context = ToolContext.From(parsed, time);
            using var engine = context.OpenExisting();
            var catalogue = engine.Catalogue.Current;
            var items = catalogue.InForce(parsed.GetValue(day) ?? ChinaTime.DateOf(time.GetUtcNow())).ToList();
            if (context.Json)
            {
                Json.Print(context.Output, new
                {
                    editions = catalogue.Editions.Select(e => new { e.Id, e.Title, e.Layer, e.From, e.Until, e.Source, e.Version, items = e.Items.Count }),
                    items,
                });
                return ExitCodes.Done;
            }

            foreach (var e in catalogue.Editions)
                context.Output.WriteLine($"{e.Id}  第 {e.Version} 版  {CatalogWords.Of(e.Layer)}  {e.From:yyyy-MM-dd} 至 {(e.Until is { } last ? $"{last:yyyy-MM-dd}" : "今")}  {e.Items.Count} 个事项  {e.Title}");
            foreach (var item in items)
                context.Output.WriteLine($"  {item.Code}  {item.Name}  {RecordKindText.Of(item.Kind)}  {item.Provider.Name}  {CatalogWords.Of(item.Openness)}  {CatalogWords.Of(item.Sharing)}{(item.ByCommitment ? "  告知承诺" : "")}{(item.Review is null ? "  未经保密审查" : "")}");
            if (catalogue.IsEmpty) context.Output.WriteLine("还没有导入事项目录。");
            return ExitCodes.Done;
        });
        return command;
    }

    private static Command Review(TimeProvider time)
    {
        var reviewer = new Option<string>("--reviewer") { Description = "保密审查人", Required = true, HelpName = "姓名" };
        var refused = new Option<bool>("--refuse") { Description = "结论为不得公开" };
        var note = new Option<string?>("--note") { Description = "审查意见，不公开", HelpName = "文字" };
        var command = new Command("review", "登记一个事项的保密审查；未经审查的事项不在目录页公开") { s_code, reviewer, refused, note, s_edition };
        command.SetAction(parsed => Change(parsed, time, (edition, code) => edition.Reviewed(code,
            new ItemReview(parsed.GetValue(reviewer)!, ChinaTime.DateOf(time.GetUtcNow()), !parsed.GetValue(refused), parsed.GetValue(note)))));
        return command;
    }

    private static Command Transfer(TimeProvider time)
    {
        var to = new Option<string>("--to") { Description = "接收单位，写作 名称:统一社会信用代码", Required = true, HelpName = "名称:代码" };
        to.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<string>() is { } text && Successor(text) is null) result.AddError($"--to 的值“{text}”不是 名称:18位统一社会信用代码（校验位正确）的形式。");
        });
        var on = new Option<DateOnly>("--on") { Description = "自哪一天起由接收单位提供", Required = true, HelpName = "日期", CustomParser = Dates.Parse };
        var basis = new Option<string>("--basis") { Description = "移交依据：文件名称和文号", Required = true, HelpName = "文字" };
        var kind = new Option<ProviderKind>("--kind") { Description = "接收单位的性质，默认行政机关", DefaultValueFactory = _ => ProviderKind.Agency, HelpName = "性质" }.NamesOnly();
        var command = new Command("transfer", "把一个事项移交给承接职能的单位：移交之前的决定仍由原单位负责") { s_code, to, on, basis, kind, s_edition };
        command.SetAction(parsed => Change(parsed, time, (edition, code) => edition.Transfer(code, Successor(parsed.GetValue(to)!)!, parsed.GetValue(kind), parsed.GetValue(on), parsed.GetValue(basis)!)));
        return command;
    }

    private static Command Report(TimeProvider time)
    {
        var channel = new Option<string?>("--channel") { Description = "只报一个通道；不写则报全部", HelpName = "名称" };
        var number = new Option<string?>("--number") { Description = "目录已用别的办法交给该通道的平台：登记平台给的回执编号", HelpName = "编号" };
        var command = new Command("report", "把有效的目录连同数据项报送到平台，打印回执；后台报送时目录一有变化也会自动报送") { channel, number };
        command.SetAction(async (parsed, cancellation) =>
        {
            var context = ToolContext.From(parsed, time);
            using var engine = context.OpenExisting();
            var failed = false;
            foreach (var line in ReportingLines.Of(engine, parsed.GetValue(channel)))
            {
                var receipt = parsed.GetValue(number) is { Length: > 0 } typed && parsed.GetValue(channel) is not null
                    ? line.Catalogue.Settle(typed, ToolContext.Actor)
                    : await line.Catalogue.RunAsync(again: true, cancellation).ConfigureAwait(false);
                failed |= receipt is not { Accepted: true };
                if (context.Json) Json.Print(context.Output, new { channel = line.Options.Name, automatic = line.Catalogue.CanSend, handedOver = receipt?.HandedOver, receipt = receipt?.Number, receipt?.Accepted, receipt?.Items, receipt?.HeldBack, message = receipt?.Words, receipt?.At });
                else await context.Output.WriteLineAsync($"通道“{line.Options.Name}”：{Said(line.Catalogue.CanSend, receipt)}").ConfigureAwait(false);
            }

            return failed ? ExitCodes.Failed : ExitCodes.Done;
        });
        return command;
    }

    private static string Said(bool automatic, Reporting.CatalogueReceipt? receipt) => receipt switch
    {
        { HandedOver: true } => $"{receipt.Items} 个事项已写入 {receipt.Number}，等待平台回执。",
        { Accepted: true } => $"已接收 {receipt.Items} 个事项，回执 {receipt.Number}{(receipt.HeldBack > 0 ? $"；{receipt.HeldBack} 个事项未经保密审查或不予共享，没有报送" : "")}。",
        { } => $"平台退回目录：{receipt.Number} {receipt.Words}",
        null when !automatic => "不能自动报送目录：请用 creditkit catalogue export 导出后在平台填报，再以 --channel 和 --number 登记回执。",
        null => "没有收到回执（没有可报送的事项，或者平台没有答复），以后台或再次运行为准。",
    };

    private static int Change(ParseResult parsed, TimeProvider time, Func<CatalogEdition, string, CatalogEdition> change)
    {
        var context = ToolContext.From(parsed, time);
        var code = parsed.GetValue(s_code)!;
        using var engine = context.OpenExisting();
        var edition = parsed.GetValue(s_edition) is { } id
            ? Edition(engine, id)
            : engine.Catalogue.Current.Editions.FirstOrDefault(e => e.Items.Any(i => CatalogEdition.Same(i.Code, code)))
                ?? throw new CreditKitException("CK1461", $"目录中没有事项 {code}。", "请用 creditkit catalogue list 查看事项编码。");
        return Done(context, engine.SaveCatalogue(change(edition, code), ToolContext.Actor));
    }

    private static int Done(ToolContext context, CatalogEdition saved)
    {
        var unreviewed = saved.Items.Count(i => i.Review is null);
        if (context.Json) Json.Print(context.Output, new { edition = saved.Id, version = saved.Version, items = saved.Items.Count, unreviewed });
        else context.Output.WriteLine($"目录 {saved.Id} 第 {saved.Version} 版：{saved.Items.Count} 个事项{(unreviewed > 0 ? $"，其中 {unreviewed} 个未经保密审查，不在目录页公开" : "")}。已按新目录重新判定全部记录。");
        return ExitCodes.Done;
    }

    private static CatalogEdition Edition(CreditKitEngine engine, string id) =>
        engine.Catalogue.Current.Editions.FirstOrDefault(e => e.Id == id)
            ?? throw new CreditKitException("CK1466", $"没有编号为 {id} 的目录。", "请用 creditkit catalogue list 查看目录编号。");

    private static CatalogEdition InForce(CreditKitEngine engine, DateOnly day) => new()
    {
        Id = "in-force",
        Title = $"{day:yyyy-MM-dd} 有效的事项目录",
        Layer = CatalogLayer.Supplement,
        From = day,
        Items = [.. engine.Catalogue.Current.InForce(day)],
    };

    private static Authority? Successor(string text)
    {
        var split = Math.Max(text.LastIndexOf(':'), text.LastIndexOf('：'));
        return split > 0 && UnifiedSocialCreditCode.IsValid(text.AsSpan(split + 1).Trim()) ? new Authority(text[..split].Trim(), text[(split + 1)..].Trim()) : null;
    }
}
