using System.Net;
using System.Text.RegularExpressions;
using CreditKit.AspNetCore.Tests.Support;
using CreditKit.Ledger.Attachments;
using CreditKit.Tests.Support;

namespace CreditKit.AspNetCore.Tests.Staff;

public sealed class AttachmentStaffTests
{
    private static readonly DateTimeOffset s_now = new(2026, 7, 28, 2, 0, 0, TimeSpan.Zero);

    [Fact]
    [Trait("Requirement", "000-38")]
    [Trait("Requirement", "002-4")]
    public async Task Paper_IsAdded_LookedAt_AndReleasedByAnother()
    {
        await using var host = await StaffHost.StartAsync(new JoblessClock(s_now));
        host.Engine.Ledger.Submit([Road.Submission(StaffHost.Penalty())]);
        host.Engine.Projector.CatchUp();
        var id = host.Engine.Ledger.All().Single().PublicId;
        using var both = host.As("both", "entry,reviewer");
        var (status, _) = await both.UploadAsync($"/records/{id}/attachments", "file", "张三的决定书.png", Papers.Png("hidden", 4_000));
        status.ShouldBe(HttpStatusCode.SeeOther);
        var item = host.Engine.Attachments.Of(id).Single();
        (await both.PageAsync("/records/" + id)).ShouldNotContain("张三", customMessage: "a file name is shown to nobody");

        var opened = await both.PostAsync("/attachments/" + item.Id, ("do", "open"));
        opened.Text.ShouldContain("data:image/png;base64,");
        opened.Text.ShouldContain("您不能审查这份附件");
        (await both.PostAsync("/attachments/" + item.Id, ("do", "release"))).Status.ShouldBe(HttpStatusCode.Forbidden);

        using var reviewer = host.As("rev1", "reviewer");
        (await reviewer.PageAsync("/attachments")).ShouldContain("行政处罚决定书");
        (await reviewer.PostAsync("/attachments/" + item.Id, ("do", "release"))).Status.ShouldBe(HttpStatusCode.Conflict, "nobody releases what he has not seen");
        await reviewer.PostAsync("/attachments/" + item.Id, ("do", "open"));
        (await reviewer.PostAsync("/attachments/" + item.Id, ("do", "refuse"))).Status.ShouldBe(HttpStatusCode.Conflict, "a refusal has a reason");
        (await reviewer.PostAsync("/attachments/" + item.Id, ("do", "release"))).Location.ShouldContain("done=attachment-shown");
        host.Engine.Query.Find(id).Record!.Attachments.Single().Id.ShouldBe(item.Id);

        using var publisher = host.As("pub1", "publisher");
        (await publisher.PostAsync("/attachments/" + item.Id, ("do", "remove"), ("reason", "扫描有误"))).Status.ShouldBe(HttpStatusCode.SeeOther);
        host.Engine.Query.Find(id).Record!.Attachments.ShouldBeEmpty();
        host.Engine.Attachments.Find(item.Id)!.State.ShouldBe(AttachmentState.Removed);
    }

    [Fact]
    [Trait("Requirement", "000-5")]
    public async Task Paper_OfAnotherUnit_IsNotThere()
    {
        await using var host = await StaffHost.StartAsync(new JoblessClock(s_now));
        var id = host.Enter("entry1");
        using var clerk = host.As("entry1", "entry");
        await clerk.UploadAsync($"/records/{id}/attachments", "file", "a.png", Papers.Png("hidden", 2_000));
        var item = host.Engine.Attachments.Of(id).Single();
        using var stranger = host.As("rev2", "reviewer", Road.Code("11", 9));
        foreach (var act in new[] { "open", "release", "refuse", "remove" }) (await stranger.PostAsync("/attachments/" + item.Id, ("do", act), ("reason", "x"))).Status.ShouldBe(HttpStatusCode.NotFound, act);
        Regex.IsMatch(await stranger.PageAsync("/attachments"), "行政处罚决定书").ShouldBeFalse();
        host.Engine.Access.Entries(new CreditKit.Ledger.Access.AccessFilter { Actor = "rev2" }).ShouldBeEmpty();
    }
}
