using System.IO.Compression;
using System.Text;
using CreditKit.Cases;
using CreditKit.Records;
using static CreditKit.Tests.Cases.CaseFixture;

namespace CreditKit.Tests.Cases;

public class CaseInboxTests
{
    private static readonly byte[] s_png = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13];

    [Fact]
    [Trait("Requirement", "000-30")]
    public async Task Objection_GivesANumberAndASecret_ThatTellTheState()
    {
        using var f = new CaseFixture();
        var receipt = f.FileObjection(out _);

        receipt.Number.ShouldMatch("^YY20261123-[0-9]{6}$");
        receipt.AnswerBy.ShouldBe(Day(2026, 12, 21));
        var status = await f.Office.Inbox.StatusAsync(receipt.Number, receipt.Secret);
        status!.StateText.ShouldBe("已收到，等待受理");
        status.Steps.Select(s => s.Text).ShouldBe(["收到"]);
        (await f.Office.Inbox.StatusAsync($" {receipt.Number.ToLowerInvariant()} ", receipt.Secret.Replace("-", "").ToLowerInvariant())).ShouldNotBeNull();
        (await f.Office.Inbox.StatusAsync(receipt.Number, receipt.Secret[..^1] + "2".Replace(receipt.Secret[^1..], "3"))).ShouldBeNull();
        (await f.Office.Inbox.StatusAsync("YY20261123-000000", receipt.Secret)).ShouldBeNull();
        (await f.Office.Inbox.StatusAsync("", "")).ShouldBeNull();
    }

    [Fact]
    [Trait("Requirement", "001-21")]
    public void Filing_LeavesNeitherSecretNorPersonalDataOnDisk()
    {
        using var f = new CaseFixture();
        var record = f.Submit(Penalty());
        var receipt = f.File(Objection(record.PublicId) with { Email = "lin.xz@example.com", Uploads = [new("林晓舟身份证.png", "身份材料", (byte[])[.. s_png, .. "PLANTED-IN-PAPER"u8])] });
        f.Office.Desk.Admit(receipt.Number, Says("林晓舟来电说明情况"));

        var disk = f.Disk();
        foreach (var secret in new[] { receipt.Secret, receipt.Secret.Replace("-", ""), "林晓舟", "83331234", "lin.xz@example.com", "处罚金额与决定书不一致", "PLANTED-IN-PAPER", "身份材料", "来电说明" })
            disk.AsSpan().IndexOf(Encoding.UTF8.GetBytes(secret)).ShouldBe(-1, secret);
        disk.AsSpan().IndexOf(Encoding.UTF8.GetBytes(receipt.Number)).ShouldBeGreaterThan(-1, "the search itself works");
    }

    [Fact]
    [Trait("Requirement", "002-18")]
    public void Anyone_MayObjectOrAsk_WithoutBeingTheCounterpart()
    {
        using var f = new CaseFixture();
        f.File(new() { Kind = CaseKind.Enquiry, Statement = "请问公示期限怎么计算？", ApplicantName = "过路人", Email = "a@example.com" }).Number.ShouldStartWith("ZX");
        f.File(new() { Kind = CaseKind.Objection, DocumentNumber = "云市监罚〔2026〕999号", Grounds = [ObjectionGround.Omission], Statement = "应当公示的处罚没有公示。", ApplicantName = "过路人", Phone = "13900000000" }).Number.ShouldStartWith("YY");
    }

    [Theory]
    [Trait("Requirement", "000-30")]
    [InlineData("number")]
    [InlineData("grounds")]
    [InlineData("statement")]
    [InlineData("name")]
    [InlineData("phone")]
    [InlineData("email")]
    [InlineData("record")]
    public async Task Filing_IsRefusedWithTheField_AndNothingIsStored(string field)
    {
        using var f = new CaseFixture();
        var good = Objection(f.Submit(Penalty()).PublicId);
        var bad = field switch
        {
            "number" => good with { RecordId = null },
            "grounds" => good with { Grounds = [] },
            "statement" => good with { Statement = "  错\u0000 " },
            "name" => good with { ApplicantName = "" },
            "phone" => good with { Phone = "" },
            "email" => good with { Email = "not-a-mail" },
            _ => good with { RecordId = "AAAAAAAAAAAAAAAAAAAAAA" },
        };

        var result = await f.Office.Inbox.FileAsync(bad);

        result.Receipt.ShouldBeNull();
        result.Issues.ShouldHaveSingleItem().Field.ShouldBe(field);
        f.Office.Desk.Worklist().ShouldBeEmpty();
    }

    [Fact]
    [Trait("Requirement", "000-33")]
    public async Task Forms_AreShut_UnlessConfigured()
    {
        using var f = new CaseFixture();
        f.Options.RepairForm = false;
        f.Office.Inbox.Accepts(CaseKind.CreditRepair).ShouldBeFalse();
        f.Office.Inbox.Accepts(CaseKind.Objection).ShouldBeTrue();
        (await f.Office.Inbox.FileAsync(new() { Kind = CaseKind.CreditRepair })).Issues.ShouldHaveSingleItem().Field.ShouldBe("kind");
        f.Options.Enabled = false;
        f.Office.Inbox.Accepts(CaseKind.Objection).ShouldBeFalse();
    }

    public static TheoryData<string, byte[], string?> Papers()
    {
        using var ofd = new MemoryStream();
        using (var zip = new ZipArchive(ofd, ZipArchiveMode.Create, leaveOpen: true)) zip.CreateEntry("OFD.xml");
        using var docx = new MemoryStream();
        using (var zip = new ZipArchive(docx, ZipArchiveMode.Create, leaveOpen: true)) zip.CreateEntry("word/document.xml");
        byte[] bitmap = [.. "BM"u8, 30, 0, 0, 0, .. new byte[24]];
        return new()
        {
            { "决定书.pdf", "%PDF-1.7\n"u8.ToArray(), "application/pdf" },
            { "照片.jpg", [0xFF, 0xD8, 0xFF, 0xE0, 0, 16], "image/jpeg" },
            { "截图.png", s_png, "image/png" },
            { "图.gif", "GIF89a...."u8.ToArray(), "image/gif" },
            { "图.bmp", bitmap, "image/bmp" },
            { "决定书.ofd", ofd.ToArray(), "application/ofd" },
            { "其实是图片.pdf", s_png, "image/png" },
            { "脚本.pdf", "<script>alert(1)</script>"u8.ToArray(), null },
            { "程序.jpg", "MZ\u0090\u0000"u8.ToArray(), null },
            { "文档.docx", docx.ToArray(), null },
            { "假.ofd", "PK\u0003\u0004broken"u8.ToArray(), null },
            { "文字.bmp", "BMW is a text"u8.ToArray(), null },
            { "短.png", s_png[..7], null },
        };
    }

    [Theory]
    [MemberData(nameof(Papers))]
    [Trait("Requirement", "000-34")]
    public async Task Paper_IsJudgedByItsFirstBytes_NotByItsName(string name, byte[] content, string? media)
    {
        using var f = new CaseFixture();
        var result = await f.Office.Inbox.FileAsync(Objection(f.Submit(Penalty()).PublicId) with { Uploads = [new(@"C:\fake\" + name, "", content)] });

        if (media is null)
        {
            result.Issues.ShouldHaveSingleItem().Field.ShouldBe("papers");
            result.Issues[0].Message.ShouldNotContain(name);
            return;
        }

        var paper = f.Office.Desk.Open(result.Receipt!.Number, "staff-1", "办理异议").Papers.ShouldHaveSingleItem();
        (paper.MediaType, paper.Name).ShouldBe((media, name));
        f.Office.Desk.Paper(result.Receipt.Number, paper.Id, "staff-1").ShouldBe(content);
    }

    [Fact]
    [Trait("Requirement", "000-34")]
    public async Task Papers_AreLimitedInNumberAndSize()
    {
        using var f = new CaseFixture();
        (f.Options.MaxAttachments, f.Options.MaxAttachmentBytes, f.Options.MaxTotalBytes) = (2, 20, 30);
        var filing = Objection(f.Submit(Penalty()).PublicId);
        CaseUpload Png(int size) => new("a.png", "", (byte[])[.. s_png, .. new byte[size - s_png.Length]]);

        (await f.Office.Inbox.FileAsync(filing with { Uploads = [Png(21)] })).Issues.Count.ShouldBe(1);
        (await f.Office.Inbox.FileAsync(filing with { Uploads = [Png(16), Png(16)] })).Issues.Count.ShouldBe(1);
        (await f.Office.Inbox.FileAsync(filing with { Uploads = [Png(12), Png(12), Png(12)] })).Issues.Count.ShouldBe(2);
        (await f.Office.Inbox.FileAsync(filing with { Uploads = [Png(15), Png(15)] })).Issues.ShouldBeEmpty();
    }
}
