using System.CommandLine;
using CreditKit.Catalog;
using CreditKit.Records;
using CreditKit.Tool.Output;

namespace CreditKit.Tool.Commands;

/// <summary><c>creditkit consent</c>: a natural person's consent to disclosure, on a record or for an item, and its withdrawal.</summary>
internal static class ConsentCommand
{
    public static Command Create(TimeProvider time)
    {
        var id = new Argument<string?>("ID-OR-DOCUMENT-NUMBER") { Description = "记录编号或决定文书号；登记在事项上时不写", Arity = ArgumentArity.ZeroOrOne, HelpName = "编号或文书号" };
        var counterpart = new Option<string?>("--counterpart") { Description = "同一文书号有多个相对人时，写明相对人名称或代码", HelpName = "名称或代码" };
        var item = new Option<string?>("--item") { Description = "登记在事项目录的一个事项上：该事项的申请人均已同意", HelpName = "事项编码" };
        var purpose = new Option<string?>("--purpose") { Description = "同意的用途，例如 在本机关网站公示行政许可信息", HelpName = "文字" };
        var scope = new Option<string?>("--scope") { Description = "同意的范围：公示哪些内容", HelpName = "文字" };
        var given = new Option<DateOnly?>("--given") { Description = "同意的日期", HelpName = "日期", CustomParser = r => Dates.Parse(r) };
        var withdrawn = new Option<DateOnly?>("--withdrawn") { Description = "撤回同意的日期：专栏随即不再显示凭这一同意公示的信息", HelpName = "日期", CustomParser = r => Dates.Parse(r) };
        var command = new Command("consent", "登记自然人对公示的同意及其撤回（用途、范围、日期）；撤回当即生效") { id, counterpart, item, purpose, scope, given, withdrawn };
        command.Validators.Add(result =>
        {
            if (result.GetValue(id) is null == result.GetValue(item) is null) result.AddError("请写明一项：记录编号或文书号，或者 --item 事项编码。");
            var whole = result.GetValue(purpose) is not null && result.GetValue(scope) is not null && result.GetValue(given) is not null;
            if (!whole && result.GetValue(withdrawn) is null) result.AddError("登记同意请写明 --purpose、--scope 和 --given；撤回请写明 --withdrawn。");
        });
        command.SetAction(parsed =>
        {
            var context = ToolContext.From(parsed, time);
            using var engine = context.OpenExisting();
            if (parsed.GetValue(item) is { } code)
            {
                var edition = engine.Catalogue.Current.Editions.FirstOrDefault(e => e.Items.Any(i => CatalogEdition.Same(i.Code, code)))
                    ?? throw new CreditKitException("CK1461", $"目录中没有事项 {code}。", "请用 creditkit catalogue list 查看事项编码。");
                var consent = Read(edition.Items.First(i => CatalogEdition.Same(i.Code, code)).Consent);
                var saved = engine.ConsentForItem(edition, code, consent, ToolContext.Actor);
                if (context.Json) Json.Print(context.Output, new { item = code, edition = saved.Id, version = saved.Version, consent });
                else context.Output.WriteLine($"{(consent.Stands ? "已登记同意" : "已登记撤回")}：事项 {code}。已重新判定全部记录。");
                return ExitCodes.Done;
            }

            if (Matches.One(context, engine, parsed.GetValue(id)!, parsed.GetValue(counterpart)) is not { } record) return ExitCodes.Failed;
            var own = Read(record.Handling.Consent);
            engine.Reviews.Consent(record.PublicId, own, ToolContext.Actor);
            var law = engine.Explain(engine.Ledger.Find(record.Id)!).Law;
            if (context.Json) Json.Print(context.Output, new { id = record.PublicId, consent = own, visible = law.Visible });
            else context.Output.WriteLine($"{(own.Stands ? "已登记同意。" : "已登记撤回。")}{law.Text}");
            return ExitCodes.Done;

            PersonalConsent Read(PersonalConsent? former)
            {
                var (why, what, day) = (parsed.GetValue(purpose) ?? former?.Purpose, parsed.GetValue(scope) ?? former?.Scope, parsed.GetValue(given) ?? former?.GivenOn);
                return why is null || what is null || day is not { } since
                    ? throw new CreditKitException("CK1223", "没有登记过同意，无从撤回。", "请先用 --purpose、--scope、--given 登记同意。")
                    : new PersonalConsent(why, what, since, parsed.GetValue(withdrawn));
            }
        });
        return command;
    }
}
