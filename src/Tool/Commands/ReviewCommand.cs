using System.CommandLine;
using CreditKit.Ledger.Access;
using CreditKit.Ledger.Reviews;
using CreditKit.Policy;
using CreditKit.Review;
using CreditKit.Tool.Output;

namespace CreditKit.Tool.Commands;

/// <summary><c>creditkit review [ID]</c>: lists what waits, opens one record, or records the decision on it.</summary>
internal static class ReviewCommand
{
    private static readonly Argument<string?> s_id = new("ID-OR-DOCUMENT-NUMBER") { Description = "记录编号或决定文书号；不写则列出待审查的记录", Arity = ArgumentArity.ZeroOrOne, HelpName = "编号或文书号" };
    private static readonly Option<string?> s_counterpart = new("--counterpart") { Description = "同一文书号有多个相对人时，写明相对人名称或代码", HelpName = "名称或代码" };
    private static readonly Option<string> s_queue = Among(["waiting", "held", "corrected"], new("--queue") { Description = "列出哪些：waiting 待审查、held 不予放行或被阻止、corrected 放行后又有更正", DefaultValueFactory = _ => "waiting", HelpName = "队列" });
    private static readonly Option<int> s_limit = new("--limit") { Description = "最多列出多少条", DefaultValueFactory = _ => 100, HelpName = "条数" };
    private static readonly Option<string?> s_purpose = new("--purpose") { Description = "打开一条未脱敏的记录：写明用途，将登记在查询使用登记中", HelpName = "用途" };
    private static readonly Option<string?> s_as = new("--as") { Description = "审查人；不写则为运行命令的账号", HelpName = "姓名" };
    private static readonly Option<bool> s_release = new("--release") { Description = "放行" };
    private static readonly Option<string?> s_hold = new("--hold") { Description = "不予放行，写明理由", HelpName = "理由" };
    private static readonly Option<string?> s_ground = new("--ground") { Description = "不予公开的法定事由：state-secret、trade-secret、privacy、endangers-security、process-information、no-social-impact", HelpName = "事由" };
    private static readonly Option<string> s_for = Among(["publish", "share", "both"], new("--for") { Description = "审查什么：publish 公开前的审查、share 共享前的保密审查、both 两者", DefaultValueFactory = _ => "both", HelpName = "范围" });
    private static readonly Option<string[]> s_mask = new("--mask") { Description = "补充遮盖一处，写作 字段:起始:长度:种类[:理由]，可重复", HelpName = "位置" };
    private static readonly Option<string[]> s_lift = new("--lift") { Description = "解除一处误识别，写作 字段:起始:长度:理由，可重复", HelpName = "位置" };
    private static readonly Option<bool?> s_abstract = new("--abstract-only") { Description = "只公示摘要信息，不公示违法事实、内容等文字", HelpName = "true|false" };

    public static Command Create(TimeProvider time)
    {
        var command = new Command("review", "先审查、后公开：列出待审查的记录，查看识别出的个人信息，逐项放行或不予放行")
        {
            s_id, s_counterpart, s_queue, s_limit, s_purpose, s_as, s_release, s_hold, s_ground, s_for, s_mask, s_lift, s_abstract,
        };
        command.Validators.Add(result =>
        {
            var (release, hold) = (result.GetValue(s_release), result.GetValue(s_hold) is not null);
            if (release && hold) result.AddError("--release 和 --hold 只能写一个。");
            if ((release || hold) && result.GetValue(s_id) is null) result.AddError("请写明要审查的记录编号或文书号。");
        });
        command.SetAction(parsed => Run(parsed, ToolContext.From(parsed, time)));
        return command;
    }

    private static int Run(ParseResult parsed, ToolContext context)
    {
        using var engine = context.OpenExisting();
        if (parsed.GetValue(s_id) is not { } id) return List(parsed, context, engine);
        if (Matches.One(context, engine, id, parsed.GetValue(s_counterpart)) is not { } record) return ExitCodes.Failed;
        return parsed.GetValue(s_release) || parsed.GetValue(s_hold) is not null
            ? Decide(parsed, context, engine, record.PublicId, record.Revision)
            : Open(parsed, context, engine, record.PublicId);
    }

    private static int List(ParseResult parsed, ToolContext context, CreditKitEngine engine)
    {
        var queue = parsed.GetValue(s_queue) switch { "held" => ReviewQueue.Held, "corrected" => ReviewQueue.CorrectedSince, _ => ReviewQueue.Waiting };
        var items = engine.Reviews.List(queue, parsed.GetValue(s_limit));
        if (context.Json)
        {
            Json.Print(context.Output, new { queue, items });
            return ExitCodes.Done;
        }

        foreach (var item in items)
        {
            var waits = (item.Released, item.ReleasedForSharing) switch { (false, false) => "待公开和共享审查", (false, true) => "待公开审查", (true, false) => "待共享审查", _ => "已放行" };
            context.Output.WriteLine($"{item.Id}  {item.DecisionDate:yyyy-MM-dd}  {item.DocumentNumber}  {item.CounterpartName}  {(item.Held ? "不予放行" : waits)}"
                + (item.PublishBy is { } due ? $"  公示期限 {due:yyyy-MM-dd}{(Stock.Has(due, engine.Since) ? $"（{Stock.Text}）" : "")}" : "") + (item.Publishable ? "" : $"  依规则不公示：{(item.Reasons.Count > 0 ? item.Reasons[0] : "")}"));
        }

        context.Output.WriteLine($"共 {items.Count} 条。用 creditkit review 编号 --purpose 用途 打开，用 --release 或 --hold 理由 作出决定。");
        return ExitCodes.Done;
    }

    private static int Open(ParseResult parsed, ToolContext context, CreditKitEngine engine, string id)
    {
        var sheet = engine.Reviews.Open(id, new AccessRequest(Reviewer(parsed), parsed.GetValue(s_purpose) ?? ""))!;
        if (context.Json)
        {
            Json.Print(context.Output, sheet);
            return ExitCodes.Done;
        }

        context.Output.WriteLine($"【{id}】第 {sheet.Item.Revision} 版（未脱敏，已登记为第 {sheet.Entry} 条查询使用记录）");
        foreach (var field in sheet.Fields)
        {
            context.Output.WriteLine($"{field.Label}（{field.Field}）：{field.Text}");
            foreach (var span in field.Spans)
                context.Output.WriteLine($"    {field.Field}:{span.Start}:{span.Length}  {span.Kind}{(span.Certain ? "（确定）" : "")}  {field.Text.Substring(span.Start, span.Length)}");
            if (field.Shown != field.Text) context.Output.WriteLine($"    公示为：{field.Shown}");
        }

        return ExitCodes.Done;
    }

    private static int Decide(ParseResult parsed, ToolContext context, CreditKitEngine engine, string id, int revision)
    {
        var release = parsed.GetValue(s_release);
        var scopes = parsed.GetValue(s_for) switch
        {
            "publish" => [ReviewScope.Publication],
            "share" => [ReviewScope.Sharing],
            _ => new[] { ReviewScope.Publication, ReviewScope.Sharing },
        };
        var outcomes = new List<ReviewOutcome>();
        foreach (var scope in scopes)
        {
            var publication = scope == ReviewScope.Publication;
            outcomes.Add(engine.Reviews.Decide(new ReviewDecision
            {
                Id = id,
                Revision = revision,
                Reviewer = Reviewer(parsed),
                Scope = scope,
                Release = release,
                Reason = parsed.GetValue(s_hold) ?? "",
                Ground = publication ? parsed.GetValue(s_ground) : null,
                AbstractOnly = publication ? parsed.GetValue(s_abstract) : null,
                Marks = publication ? [.. (parsed.GetValue(s_mask) ?? []).Select(m => Mark(m, SpanVerdict.Added)), .. (parsed.GetValue(s_lift) ?? []).Select(m => Mark(m, SpanVerdict.Lifted))] : [],
            }));
        }

        var blocked = outcomes.Exists(o => o.Verdict == ReviewVerdict.Blocked);
        if (context.Json)
        {
            Json.Print(context.Output, new { id, revision, decisions = scopes.Zip(outcomes, (scope, o) => new { scope, o.Verdict, o.Blocking }), outcomes[^1].Visible, outcomes[^1].Reasons });
        }
        else
        {
            context.Output.WriteLine(blocked ? "未放行：解除的内容带有效校验位，遮盖之前不能公示。" : release ? "已放行。" : "已记录：不予放行。");
            if (release) context.Output.WriteLine(outcomes[^1].Visible ? "专栏现已公示。" : $"专栏未公示：{string.Join("", outcomes[^1].Reasons)}");
        }

        return blocked ? ExitCodes.DoneWithRejections : ExitCodes.Done;
    }

    private static ReviewMark Mark(string text, SpanVerdict verdict)
    {
        var parts = text.Split(':', verdict == SpanVerdict.Added ? 5 : 4);
        if (parts.Length < 4 || !int.TryParse(parts[1], out var start) || !int.TryParse(parts[2], out var length))
            throw new CreditKitException("CK1223", $"位置“{parts[0]}”的写法有误。", "写作 字段:起始:长度:种类（--mask）或 字段:起始:长度:理由（--lift）；位置见 creditkit review 编号 --purpose 用途。");
        return verdict == SpanVerdict.Added
            ? new ReviewMark(parts[0], start, length, verdict, parts[3], parts.Length > 4 ? parts[4] : "")
            : new ReviewMark(parts[0], start, length, verdict, Reason: parts[3]);
    }

    private static string Reviewer(ParseResult parsed) => parsed.GetValue(s_as) ?? ToolContext.Actor;

    private static Option<string> Among(string[] values, Option<string> option)
    {
        option.AcceptOnlyFromAmong(values);
        return option;
    }
}
