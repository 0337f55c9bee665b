using System.Net;
using System.Text.RegularExpressions;
using CreditKit.AspNetCore.Staff;
using CreditKit.AspNetCore.Tests.Support;
using CreditKit.Catalog;
using CreditKit.Records;
using CreditKit.Standards;

namespace CreditKit.AspNetCore.Tests.Staff;

public sealed class EntryTests
{
    private static readonly DateTimeOffset s_now = new(2026, 7, 28, 2, 0, 0, TimeSpan.Zero);

    [Fact]
    [Trait("Requirement", "000-2")]
    [Trait("Requirement", "000-43")]
    public async Task Practice_UsesTheSameRules_AndLeavesNoTrace()
    {
        await using var host = await StaffHost.StartAsync(new JoblessClock(s_now));
        using var clerk = host.As("entry1", "entry");
        var wrong = await clerk.PostAsync("/entry/penalty", StaffHost.Form(StaffHost.Penalty() with { DocumentNumber = null }, ("practice", "1"), ("do", "check")));
        wrong.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        wrong.Text.ShouldContain("还不能提交");
        var submitted = await clerk.PostAsync("/entry/penalty", StaffHost.Form(StaffHost.Penalty(), ("practice", "1"), ("do", "submit")));
        submitted.Text.ShouldContain("练习");
        (await clerk.PostAsync("/entry/penalty", StaffHost.Form(StaffHost.Penalty(), ("practice", "1"), ("do", "draft")))).Status.ShouldBe(HttpStatusCode.SeeOther);
        host.Engine.Ledger.All().ShouldBeEmpty();
    }

    [Fact]
    [Trait("Requirement", "000-2")]
    public async Task Errors_StandBesideTheirFields_AndNothingTypedIsLost()
    {
        await using var host = await StaffHost.StartAsync(new JoblessClock(s_now));
        using var clerk = host.As("entry1", "entry");
        var record = StaffHost.Penalty() with { Counterpart = StaffHost.Penalty().Counterpart with { UnifiedSocialCreditCode = "91110105MA00000000" } };
        var checkd = await clerk.PostAsync("/entry/penalty", StaffHost.Form(record, ("do", "submit")));
        checkd.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        Regex.IsMatch(checkd.Text, "id=\"f-c2-error\">错误：[^<]*校验").ShouldBeTrue("the code's own field says it");
        checkd.Text.ShouldContain("91110105MA00000000");
        checkd.Text.ShouldContain("aria-invalid=\"true\"");
        host.Engine.Ledger.All().ShouldBeEmpty();
    }

    [Fact]
    [Trait("Requirement", "000-2")]
    public async Task Draft_IsItsOwnersOnly_AndComesBackAsItWas()
    {
        await using var host = await StaffHost.StartAsync(new JoblessClock(s_now));
        using var clerk = host.As("entry1", "entry");
        await clerk.PostAsync("/entry/penalty", StaffHost.Form(StaffHost.Penalty() with { ViolationFacts = "写到一半" }, ("do", "draft")));
        var link = Regex.Match(await clerk.PageAsync("/entry"), "/shuanggongshi-admin(/entry/penalty\\?draft=[A-Za-z0-9_-]+)").Groups[1].Value;
        (await clerk.PageAsync(link)).ShouldContain("写到一半");
        using var other = host.As("entry2", "entry");
        (await other.GetAsync(link)).Status.ShouldBe(HttpStatusCode.NotFound);
        await other.PostAsync("/entry/drafts/" + link.Split('=')[1], ("do", "drop"));
        (await clerk.GetAsync(link)).Status.ShouldBe(HttpStatusCode.OK, "another's draft is not dropped");
    }

    [Fact]
    [Trait("Requirement", "000-2")]
    public async Task Item_FillsBasisAndRemedy_AndKeepsWhatWasTyped()
    {
        await using var host = await StaffHost.StartAsync(new JoblessClock(s_now));
        host.Engine.SaveCatalogue(new CatalogEdition
        {
            Id = "qinghe-2026", Title = "青禾市事项目录", Layer = CatalogLayer.Supplement, From = new DateOnly(2026, 1, 1),
            Items = [new CatalogItem { Code = "QH-CF-001", Name = "对销售超过保质期食品的处罚", Kind = RecordKind.Penalty, LegalBasis = "《食品安全法》第一百二十四条第一款", Remedy = "可以向青禾市人民政府申请行政复议。", PeriodMonths = 12, PeriodBasis = "青禾市目录" }],
        }, "tester");
        using var clerk = host.As("entry1", "entry");
        (await clerk.PageAsync("/entry/penalty")).ShouldContain("对销售超过保质期食品的处罚", customMessage: "the items stand in the field's list");
        var sheet = new EntrySheet(StandardEditions.Default.Current, RecordKind.Penalty);
        var cells = sheet.Write(StaffHost.Penalty() with { ItemCode = "QH-CF-001", RemedyChannel = null });
        var basis = sheet.Get(cells, StandardField.LegalBasis);
        var filled = await clerk.PostAsync("/entry/penalty", [.. cells.Select((c, i) => (EntrySheet.Name(i), c)), ("do", "item")]);
        filled.Text.ShouldContain("已填入 设定依据、救济渠道");
        filled.Text.ShouldContain("可以向青禾市人民政府申请行政复议。");
        filled.Text.ShouldContain("自决定之日起 12 个月");
        filled.Text.ShouldContain(basis, customMessage: "what was typed stays");
        sheet.Set(cells, StandardField.ItemCode, "QH-CF-999");
        (await clerk.PostAsync("/entry/penalty", [.. cells.Select((c, i) => (EntrySheet.Name(i), c)), ("do", "item")])).Text.ShouldContain("没有填入");
    }

    [Fact]
    [Trait("Requirement", "000-2")]
    public async Task Subject_IsFoundByPartOfItsName_OrItsCode_AmongThePublicOnes()
    {
        await using var host = await StaffHost.StartAsync(new JoblessClock(s_now));
        var known = StaffHost.Penalty(12);
        host.Engine.Ledger.Submit([Road.Submission(known), Road.Submission(StaffHost.Penalty(13))]);
        host.Engine.Projector.CatchUp();
        using var clerk = host.As("entry1", "entry");
        var sheet = new EntrySheet(StandardEditions.Default.Current, RecordKind.Penalty);
        var blank = new string[sheet.Columns.Count];
        Array.Fill(blank, "");

        sheet.Set(blank, StandardField.CounterpartName, "第12食品");
        var one = (await clerk.PostAsync("/entry/penalty", [.. blank.Select((c, i) => (EntrySheet.Name(i), c)), ("do", "subject")])).Text;
        one.ShouldContain("已填入相对人");
        one.ShouldContain($"value=\"{known.Counterpart.UnifiedSocialCreditCode}\"");

        sheet.Set(blank, StandardField.CounterpartName, "食品");
        var many = (await clerk.PostAsync("/entry/penalty", [.. blank.Select((c, i) => (EntrySheet.Name(i), c)), ("do", "subject")])).Text;
        many.ShouldContain("查到 2 个相对人");
        (await clerk.PostAsync("/entry/penalty", [.. blank.Select((c, i) => (EntrySheet.Name(i), c)), ("do", "pick"), ("picked", known.Counterpart.UnifiedSocialCreditCode!)])).Text.ShouldContain("已填入相对人");
    }

    [Fact]
    [Trait("Requirement", "000-2")]
    public async Task PastedRow_FillsByItsHeadings_OrByTheNationalOrder()
    {
        await using var host = await StaffHost.StartAsync(new JoblessClock(s_now));
        using var clerk = host.As("entry1", "entry");
        var headed = await clerk.PostAsync("/entry/penalty", ("pasted", "处罚内容\t决定书文号\n罚款5000元\t青市监罚〔2026〕77号"), ("do", "paste"));
        headed.Text.ShouldContain("罚款5000元");
        headed.Text.ShouldContain("青市监罚〔2026〕77号");
        var ordered = await clerk.PostAsync("/entry/penalty", ("pasted", "青禾第9食品有限公司\t法人及非法人组织"), ("do", "paste"));
        ordered.Text.ShouldContain("value=\"青禾第9食品有限公司\"");
    }

    [Fact]
    [Trait("Requirement", "002-4")]
    public async Task Correction_OfWhatIsReleased_WaitsForAnother_AndItsAuthorCannotDecideIt()
    {
        await using var host = await StaffHost.StartAsync(new JoblessClock(s_now));
        host.Engine.Ledger.Submit([Road.Submission(StaffHost.Penalty())]);
        host.Engine.Projector.CatchUp();
        var record = host.Engine.Ledger.All().Single();
        using var clerk = host.As("both", "entry,reviewer");
        var form = StaffHost.Form(StaffHost.Penalty() with { PenaltyContent = "罚款10000元", FineAmount = 10_000m }, ("record", record.PublicId), ("revision", "1"), ("do", "submit"));
        (await clerk.PostAsync("/entry/penalty", form)).Text.ShouldContain("写明更正理由");
        (await clerk.PostAsync("/entry/penalty", [.. form, ("why", "金额录入有误")])).Location.ShouldContain("done=proposed");
        host.Engine.Ledger.Find(record.Id)!.Revision.ShouldBe(1, "nothing has changed yet");
        var path = Regex.Match(await clerk.PageAsync("/corrections"), "/shuanggongshi-admin(/corrections/[A-Za-z0-9_-]+)").Groups[1].Value;
        (await clerk.PostAsync(path, ("do", "approve"))).Status.ShouldBe(HttpStatusCode.Forbidden);
        using var reviewer = host.As("rev1", "reviewer");
        (await reviewer.PostAsync(path, ("do", "refuse"))).Status.ShouldBe(HttpStatusCode.Conflict, "a refusal has a reason");
        (await reviewer.PostAsync(path, ("do", "approve"))).Location.ShouldContain("done=corrected");
        ((AdministrativePenalty)host.Engine.Ledger.Find(record.Id)!.Record.Value).FineAmount.ShouldBe(10_000m);
        (await reviewer.PostAsync(path, ("do", "approve"))).Status.ShouldBe(HttpStatusCode.NotFound, "once");
    }
}
