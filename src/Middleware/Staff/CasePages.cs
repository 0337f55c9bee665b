using System.Globalization;
using CreditKit.Assessment;
using CreditKit.Cases;
using CreditKit.Ledger.Access;
using CreditKit.Ledger.CaseFiles;
using CreditKit.Templates.Models;

namespace CreditKit.AspNetCore.Staff;

/// <summary>Objections, enquiries, repairs and personal-information requests: worklist, window, file, steps, letters.</summary>
internal static class CasePages
{
    /// <summary>Room for the fields and the wrapping of files beside the papers themselves.</summary>
    private const long Overhead = 1_000_000;

    private static readonly CaseAct[] s_reviewerActs = [CaseAct.Maintain, CaseAct.Withdraw, CaseAct.Repair, CaseAct.Decline, CaseAct.Break, CaseAct.Refuse, CaseAct.Answer];

    private static readonly (string Key, string Text)[] s_lists = [("", "正在办理"), ("due", "即将到期"), ("overdue", "逾期未办"), ("closed", "已办结")];

    public static void Map(StaffMap map)
    {
        map.Get("/cases", StaffNavigation.CaseHandlers | StaffRole.Auditor, ListAsync);
        map.Get("/cases/new", StaffNavigation.CaseHandlers, WindowAsync);
        map.Post("/cases/new", StaffNavigation.CaseHandlers, FileAsync, map.Side.Options.Cases.MaxTotalBytes + Overhead);
        map.Get("/cases/{number}", StaffNavigation.CaseHandlers | StaffRole.Auditor, ShowAsync);
        map.Post("/cases/{number}", StaffNavigation.CaseHandlers, ActAsync, map.Side.Options.Cases.MaxTotalBytes + Overhead);
    }

    /// <summary>Open cases that the person may see: those about records of the unit, and those about none.</summary>
    public static CaseWorkFilter Own(StaffCall call) => new() { Unit = call.Person.Unit };

    /// <summary>Those of them past their limit, and those near it.</summary>
    public static (CaseWorkFilter Overdue, CaseWorkFilter Due) Urgent(StaffCall call) =>
        (Own(call) with { DueBy = call.Today.AddDays(-1) }, Own(call) with { DueFrom = call.Today, DueBy = call.Engine.Calendar.Compute(call.Today, CaseClock.DueWithin).Date });

    public static bool Sees(StaffCall call, CaseFile file) =>
        call.Person.Unit is null || file.Row.RecordId is not { } id || (call.Engine.Ledger.Find(id) is { } record && call.Sees(record));

    private static Task ListAsync(StaffCall call)
    {
        var list = s_lists.Any(l => l.Key == call.Query("list")) ? call.Query("list") : "";
        var after = call.Query("after") is { Length: > 0 } cursor ? cursor : null;
        var (overdue, due) = Urgent(call);
        var page = list == "closed" ? call.Engine.CaseWork.Closed(call.Person.Unit, after, call.PageSize) : call.Engine.CaseWork.Open(list switch { "overdue" => overdue, "due" => due, _ => Own(call) }, after, call.PageSize);
        var path = list.Length == 0 ? "/cases" : "/cases?list=" + list;
        List<StaffBlock> blocks =
        [
            new()
            {
                Links =
                [
                    .. s_lists.Select(l => new StaffLink { Text = l.Text, Url = l.Key == list ? "" : call.Url(l.Key.Length == 0 ? "/cases" : "/cases?list=" + l.Key) }),
                    .. call.Person.Is(StaffNavigation.CaseHandlers) ? [new StaffLink { Text = "登记窗口收到的申请", Url = call.Url("/cases/new") }] : Array.Empty<StaffLink>(),
                ],
            },
            new()
            {
                Table = new()
                {
                    Caption = s_lists.First(l => l.Key == list).Text,
                    Empty = "没有这样的申请。",
                    Head = ["编号", "类别", "收到", "办理到哪一步", "期限"],
                    Rows = [.. page.Numbers.Select(call.Engine.Cases.Desk.Load).Select(f => Line(call, f))],
                    NextUrl = page.Next is { } next ? call.Url(path + (list.Length == 0 ? "?" : "&") + "after=" + next) : "",
                    FirstUrl = after is null ? "" : call.Url(path),
                },
            },
        ];
        return call.PageAsync(call.Page("申请办理", "/cases", blocks, "异议、咨询、信用修复和个人信息请求。期限近的在前；办理不收取费用。"));
    }

    private static StaffRow Line(StaffCall call, CaseFile file)
    {
        var limit = file.Closed ? null : file.State == CaseState.Received ? file.Row.AcceptBy ?? file.Row.DueOn : file.Row.DueOn;
        var (text, tone) = StaffWords.Deadline(call.Engine.Calendar, limit, call.Today);
        return new()
        {
            Cells =
            [
                new() { Text = file.Number, Url = call.Url("/cases/" + file.Number), Note = file.Row.Channel is { } channel ? "来自 " + channel : "" },
                new() { Text = CaseWords.Of(file.Kind) }, new() { Text = StaffCall.Day(file.Row.ReceivedOn) }, new() { Text = CaseWords.Of(file.State) },
                new() { Text = file.Closed ? "已办结" : StaffCall.Day(limit), Badge = text, Tone = tone },
            ],
        };
    }

    private static Task WindowAsync(StaffCall call) => WindowAsync(call, []);

    private static Task WindowAsync(StaffCall call, IReadOnlyList<CaseIssue> issues)
    {
        string Wrong(string field) => string.Join(" ", issues.Where(i => i.Field == field).Select(i => i.Message));
        return call.PageAsync(call.Page("登记窗口收到的申请", "/cases",
        [
            .. issues.Count > 0 ? [new StaffBlock { Notice = new() { Tone = "wrong", Word = "没有登记。", Text = "", Items = [.. issues.Select(i => new StaffLink { Text = i.Message })] } }] : Array.Empty<StaffBlock>(),
            new()
            {
                Form = new()
                {
                    Action = call.Url("/cases/new"),
                    Token = call.Token,
                    HasFiles = true,
                    Groups =
                    [
                        new()
                        {
                            Fields =
                            [
                                StaffFields.Select("kind", "类别", Enum.GetValues<CaseKind>().Select(k => (k.ToString(), CaseWords.Of(k))), call.Posted("kind"), required: true),
                                StaffFields.Text("number", "决定文书号", call.Posted("number"), "咨询和个人信息请求可以不填。", error: Wrong("number")),
                                StaffFields.Boxes("grounds", "异议理由", Enum.GetValues<ObjectionGround>().Select(g => (((int)g).ToString(CultureInfo.InvariantCulture), CaseWords.Of(g), call.Form["grounds"].Contains(((int)g).ToString(CultureInfo.InvariantCulture)))), "只用于异议。", error: Wrong("grounds")),
                                StaffFields.Select("right", "请求事项", [("", "（不是个人信息请求）"), .. Enum.GetValues<PersonalInformationRight>().Select(r => (((int)r).ToString(CultureInfo.InvariantCulture), CaseWords.Of(r)))], call.Posted("right"), error: Wrong("right")),
                                StaffFields.Long("statement", "事实和理由", call.Posted("statement"), required: true, error: Wrong("statement")),
                                StaffFields.Long("wish", "请求", call.Posted("wish")),
                                StaffFields.Text("name", "申请人", call.Posted("name"), required: true, error: Wrong("name")),
                                StaffFields.Text("phone", "电话", call.Posted("phone"), error: Wrong("phone")),
                                StaffFields.Text("email", "电子邮箱", call.Posted("email"), error: Wrong("email")),
                                Papers(call, Wrong("papers")),
                            ],
                        },
                    ],
                    Buttons = [new() { Text = "登记", Value = "file" }],
                },
            },
        ], "申请人来到窗口、来电或者来信提出的，在这里登记；受理时限从今天起算。", RecordPages.Crumbs(call, "申请办理", "/cases", "登记")), issues.Count > 0 ? 422 : 200);
    }

    private static async Task FileAsync(StaffCall call)
    {
        if (!Enum.TryParse<CaseKind>(call.Posted("kind"), out var kind) || !Enum.IsDefined(kind)) kind = CaseKind.Objection;
        var form = await FormReader.FilingAsync(call.Form, kind, call.Http.RequestAborted);
        var filing = form with { CommitmentClauses = kind == CaseKind.CreditRepair ? [.. call.Engine.Cases.Inbox.CommitmentClauses.Select(c => c.Id)] : [] };
        var result = call.Engine.Cases.Inbox.File(filing, call.Person.Id, call.Today);
        if (result.Receipt is not { } receipt)
        {
            await WindowAsync(call, result.Issues);
            return;
        }

        await call.PageAsync(call.Page("申请已登记", "/cases",
        [
            new()
            {
                Letter = new()
                {
                    Title = "申请回执",
                    Number = receipt.Number,
                    Paragraphs =
                    [
                        $"您提交的{CaseWords.Of(kind)}已于 {ShanghaiTime.Minute(receipt.ReceivedAt)} 收到。",
                        $"凭编号 {receipt.Number} 和查询码 {receipt.Secret} 可以在专栏“异议与修复”查询办理进度。查询码只出现这一次，请妥善保管。",
                        receipt.AnswerBy is { } by ? $"本机关将在 {StaffCall.Day(by)} 前答复。办理不收取任何费用。" : "办理不收取任何费用。",
                    ],
                    From = call.Options.Agency.Name,
                    Date = StaffCall.Day(call.Today),
                },
                Links = [new() { Text = "打开案卷", Url = call.Url("/cases/" + receipt.Number) }],
            },
        ], "", RecordPages.Crumbs(call, "申请办理", "/cases", "申请已登记")));
    }

    private static Task ShowAsync(StaffCall call) => Find(call) is { } file ? PageAsync(call, file, []) : call.NotFoundAsync();

    private static Task PageAsync(StaffCall call, CaseFile file, IReadOnlyList<StaffBlock> opened, StaffBlock? letter = null)
    {
        var record = file.Row.RecordId is { } id ? call.Engine.Ledger.Find(id) : null;
        var blocks = new List<StaffBlock>
        {
            new()
            {
                Facts =
                [
                    new() { Label = "类别", Value = CaseWords.Of(file.Kind) }, new() { Label = "办理到哪一步", Value = CaseWords.Of(file.State) },
                    new() { Label = "收到", Value = StaffCall.Day(file.Row.ReceivedOn) }, new() { Label = "受理期限", Value = Or(StaffCall.Day(file.Row.AcceptBy)) },
                    new() { Label = "办结期限", Value = Or(StaffCall.Day(file.Row.DueOn)), Badge = file.Row.DueUncertain ? "节假日安排未公布，不能确定" : "" }, new() { Label = "期限依据", Value = Or(file.Content.LimitSource) },
                    new() { Label = "有关记录", Value = record is null ? Or(file.Content.DocumentNumber) : call.Engine.Desensitizer.Heading(record.Record.Value, record.Handling).DocumentNumber },
                ],
                Links = record is null ? [] : [new() { Text = "打开有关记录", Url = call.Url("/records/" + record.PublicId) }],
            },
        };
        blocks.AddRange(opened);
        if (letter is not null) blocks.Add(letter);
        blocks.Add(new()
        {
            Heading = "经过",
            Table = new()
            {
                Caption = "办理经过",
                Empty = "还没有办理。",
                Head = ["时间", "事项", "办理人", "办理后", "说明"],
                Rows = [.. call.Engine.Cases.Desk.Events(file.Number).Select(e => new StaffRow { Cells = [new() { Text = ShanghaiTime.Minute(e.At) }, new() { Text = Enum.TryParse<CaseAct>(e.Act, true, out var act) ? CaseWords.Of(act) : e.Act }, new() { Text = e.Actor == "visitor" ? "申请人" : e.Actor }, new() { Text = CaseWords.Of((CaseState)e.To) }, new() { Text = call.Engine.Desensitizer.MaskText(e.Note).Text }] })],
            },
        });
        if (call.Person.Is(StaffNavigation.CaseHandlers))
        {
            blocks.Add(View(call, file));
            if (!file.Closed || file.State == CaseState.Repaired) blocks.Add(Steps(call, file));
        }

        return call.PageAsync(call.Page(file.Number, "/cases", blocks, CaseWords.Of(file.Kind), RecordPages.Crumbs(call, "申请办理", "/cases", file.Number)));
    }

    private static async Task ActAsync(StaffCall call)
    {
        if (Find(call) is not { } file)
        {
            await call.NotFoundAsync();
            return;
        }

        var wanted = call.Posted("do");
        if (wanted is "open" or "letter")
        {
            var purpose = call.Posted("purpose");
            call.Engine.Access.Enter(file.Number, new AccessRequest(call.Person.Id, purpose, AccessKind.CaseFile));
            var (opened, _, papers) = call.Engine.Cases.Desk.Open(file.Number, call.Person.Id, purpose);
            await PageAsync(call, opened, wanted == "open" ? Opened(call, opened, papers) : [], wanted == "letter" ? CaseLetters.Of(call, opened) : null);
            return;
        }

        if (wanted == "paper")
        {
            await PaperAsync(call, file);
            return;
        }

        if (!Enum.TryParse<CaseAct>(wanted, out var act) || !Enum.IsDefined(act))
        {
            await call.RefuseAsync("没有办理", "没有选择要办理的事项。", 422, "/cases");
            return;
        }

        // What ends a case is decided by a reviewer, and never by whoever took it in at the window.
        if (s_reviewerActs.Contains(act) && !call.Person.Is(StaffRole.Reviewer))
        {
            await call.RefuseAsync("没有权限", $"“{CaseWords.Of(act)}”由内容审核人员决定。", 403, "/cases");
            return;
        }

        await DoAsync(call, file, act);
        await call.SeeAsync("/cases/" + file.Number, "case");
    }

    /// <summary>A paper of the file, to save: what a stranger sent is never shown within the site.</summary>
    private static Task PaperAsync(StaffCall call, CaseFile file)
    {
        if (!long.TryParse(call.Posted("paper"), NumberStyles.None, CultureInfo.InvariantCulture, out var id)) return call.NotFoundAsync();
        call.Engine.Access.Enter(file.Number, new AccessRequest(call.Person.Id, "查看案卷材料", AccessKind.CaseFile));
        var (_, _, papers) = call.Engine.Cases.Desk.Open(file.Number, call.Person.Id, "查看案卷材料");
        return papers.FirstOrDefault(p => p.Id == id) is { } paper && call.Engine.Cases.Desk.Paper(file.Number, id, call.Person.Id) is { } content
            ? call.FileAsync(content, paper.MediaType, FormattableString.Invariant($"{file.Number}-{id}{Extension(paper.MediaType)}"))
            : call.NotFoundAsync();
    }

    private static string Extension(string mediaType) => mediaType switch
    {
        "application/pdf" => ".pdf",
        "image/jpeg" => ".jpg",
        "image/png" => ".png",
        "image/gif" => ".gif",
        "image/bmp" => ".bmp",
        "application/ofd" => ".ofd",
        _ => ".bin",
    };

    private static StaffField Papers(StaffCall call, string error = "") =>
        StaffFields.Described(StaffFields.File("papers", "材料", FormattableString.Invariant($"PDF、OFD 或者图片，每份不超过 {call.Options.Cases.MaxAttachmentBytes / 1_000_000} MB；没有的不选。")) with { Required = false, Error = error, Many = true });

    private static async Task DoAsync(StaffCall call, CaseFile file, CaseAct act)
    {
        var (desk, repairs) = (call.Engine.Cases.Desk, call.Engine.Cases.Repairs);
        var ruling = new Ruling(call.Person.Id, call.Posted("reason")) { Reply = call.Posted("reply") is { Length: > 0 } reply ? reply : null, PublicText = call.Posted("public") is { Length: > 0 } text ? text : null };
        var repair = file.Kind == CaseKind.CreditRepair;
        switch (act)
        {
            case CaseAct.Admit when repair: repairs.Admit(file.Number, ruling); break;
            case CaseAct.Admit: desk.Admit(file.Number, ruling); break;
            case CaseAct.Refuse: desk.Refuse(file.Number, ruling); break;
            case CaseAct.Ask: desk.Ask(file.Number, ruling); break;
            case CaseAct.Supplement: desk.Supplement(file.Number, ruling, (await FormReader.FilingAsync(call.Form, file.Kind, call.Http.RequestAborted)).Uploads); break;
            case CaseAct.Transfer: desk.Transfer(file.Number, ruling, call.Posted("unit"), call.Posted("unit").Length > 0); break;
            case CaseAct.Verify: desk.Verify(file.Number, ruling); break;
            case CaseAct.Attach: desk.Attach(file.Number, ruling, Attached(call)); break;
            case CaseAct.Extend: desk.Extend(file.Number, ruling); break;
            case CaseAct.Maintain: desk.Maintain(file.Number, ruling); break;
            case CaseAct.Answer: desk.Answer(file.Number, ruling); break;
            case CaseAct.Cancel: desk.Cancel(file.Number, ruling); break;
            case CaseAct.Withdraw: await desk.WithdrawAsync(file.Number, ruling, cancellation: call.Http.RequestAborted); break;
            case CaseAct.Repair: await repairs.GrantAsync(file.Number, ruling, RepairDisposition.Hide, call.Http.RequestAborted); break;
            case CaseAct.Decline: repairs.Decline(file.Number, ruling); break;
            case CaseAct.Break: repairs.Break(file.Number, ruling); break;
            default: throw new CreditKitException("CK1807", "这一步不在这里办理。", "修改记录请由录入人员在记录页提交更正，审核更正时填写异议编号。");
        }
    }

    private static string Attached(StaffCall call) =>
        call.Engine.Ledger.FindByDocumentNumber(call.Posted("unit")).Where(call.Sees).ToList() is [var only] ? only.PublicId
            : throw new CreditKitException("CK1807", "没有关联：没有唯一的这个文书号的记录。", "请在“转送单位或者文书号”中填写决定文书号。");

    private static StaffBlock View(StaffCall call, CaseFile file) => new()
    {
        Heading = "案卷内容和文书",
        Note = "案卷含个人信息，每次查看都登记人员、时间和目的。",
        Form = new()
        {
            Action = call.Url("/cases/" + file.Number),
            Token = call.Token,
            Groups = [new() { Fields = [StaffFields.Text("purpose", "查看目的", "办理本件", required: true)] }],
            Buttons = [new() { Text = "打开案卷", Value = "open" }, new() { Text = "制作文书", Value = "letter", Quiet = true }],
        },
    };

    private static StaffBlock Steps(StaffCall call, CaseFile file)
    {
        var acts = CaseWorkflow.Allowed(file.Kind, file.State).Where(a => a is not (CaseAct.Amend or CaseAct.Receive or CaseAct.Finish or CaseAct.Revert) && (!s_reviewerActs.Contains(a) || call.Person.Is(StaffRole.Reviewer))).ToList();
        return new()
        {
            Heading = "办理",
            Note = file.State == CaseState.Verified && file.Kind is CaseKind.Objection or CaseKind.PersonalInformation ? "决定修改的：由录入人员在有关记录页提交更正，审核更正时填写本件编号，异议同时办结。" : "",
            Form = new()
            {
                Action = call.Url("/cases/" + file.Number),
                Token = call.Token,
                HasFiles = acts.Contains(CaseAct.Supplement),
                Groups =
                [
                    new()
                    {
                        Fields =
                        [
                            StaffFields.Select("do", "事项", acts.Select(a => (a.ToString(), CaseWords.Of(a))), "", required: true),
                            StaffFields.Long("reason", "理由", "", "记入案卷。", required: true),
                            StaffFields.Long("reply", "答复申请人", "", "申请人查询进度时看到；不填则用理由。"),
                            StaffFields.Long("public", "公开说明", "", "随处理结果公布，脱敏后显示；可以不填。"),
                            StaffFields.Text("unit", "转送单位或者文书号", "", "转送时填写单位，关联记录时填写决定文书号。"),
                            .. acts.Contains(CaseAct.Supplement) ? [Papers(call)] : Array.Empty<StaffField>(),
                        ],
                    },
                ],
                Buttons = [new() { Text = "办理", Name = "act", Value = "1" }],
            },
        };
    }

    private static List<StaffBlock> Opened(StaffCall call, CaseFile file, IReadOnlyList<CaseAttachment> papers)
    {
        List<StaffBlock> blocks = [Written(file.Content)];
        if (papers.Count > 0)
            blocks.Add(new()
            {
                Heading = "材料",
                Table = new()
                {
                    Caption = "材料",
                    Head = ["名称", "种类", "大小", "取材料"],
                    Rows = [.. papers.Select(p => new StaffRow
                    {
                        Cells =
                        [
                            new() { Text = p.Name, Note = p.Material }, new() { Text = p.MediaType }, new() { Text = FormattableString.Invariant($"{(p.Length + 1_023) / 1_024:N0} KB"), Number = true },
                            new() { Form = new() { Small = true, Action = call.Url("/cases/" + file.Number), Token = call.Token, Hidden = [new() { Name = "paper", Value = p.Id.ToString(CultureInfo.InvariantCulture) }], Buttons = [new() { Text = "下载 " + p.Name, Value = "paper", Quiet = true }] } },
                        ],
                    })],
                },
            });
        return blocks;
    }

    private static StaffBlock Written(CaseContent content) => new()
    {
        Heading = "案卷",
        Facts =
        [
            new() { Label = "申请人", Value = content.ApplicantName }, new() { Label = "电话", Value = Or(content.Phone) }, new() { Label = "电子邮箱", Value = Or(content.Email) },
            new() { Label = "理由", Value = Or(string.Join("、", content.Grounds.Select(CaseWords.Of))) },
            new() { Label = "事实和理由", Value = content.Statement, Long = true }, new() { Label = "请求", Value = Or(content.Wish), Long = true }, new() { Label = "答复", Value = Or(content.Reply), Long = true },
        ],
    };

    private static CaseFile? Find(StaffCall call)
    {
        try
        {
            return call.Engine.Cases.Desk.Load(call.Route("number")) is { } file && Sees(call, file) ? file : null;
        }
        catch (CreditKitException)
        {
            return null;
        }
    }

    private static string Or(string text) => text.Length == 0 ? "—" : text;
}
