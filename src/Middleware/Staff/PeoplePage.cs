using System.Globalization;
using CreditKit.Ledger;
using CreditKit.Ledger.Sqlite;
using CreditKit.Templates.Models;

namespace CreditKit.AspNetCore.Staff;

/// <summary>Who is in charge, per unit and item (青海 三; 004-4).</summary>
internal static class PeoplePage
{
    private const int Most = 50;

    /// <summary>Who reports for a unit today: as handed over last, else as configured.</summary>
    public static (string Person, DateOnly? Since, string Phone) ReporterOf(StaffCall call, StaffUnit unit)
    {
        var last = Handovers(call).FirstOrDefault(h => (h.Unit == unit.CreditCode || h.Unit == unit.Name) && h.Since <= call.Today);
        return last is null || last.Since < unit.ReporterSince ? (unit.Reporter, unit.ReporterSince, unit.Phone) : (last.Person, last.Since, last.Phone.Length > 0 ? last.Phone : unit.Phone);
    }

    public static Task HandOverAsync(StaffCall call)
    {
        var unit = Units(call).FirstOrDefault(u => u.CreditCode == call.Posted("unit") || u.Name == call.Posted("unit"));
        if (unit is null || call.Posted("person").Length == 0 || call.Posted("note").Length == 0 || !DateOnly.TryParseExact(call.Posted("since"), ["yyyy-MM-dd", "yyyy/MM/dd"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var since))
            return call.RefuseAsync("没有登记", "请选择单位，写明接任人、接任日期（例如 2026-07-28）和交接的内容。", 422, "/people");
        new HandoverTable(call.Engine.Ledger.Database).Add(unit.CreditCode.Length > 0 ? unit.CreditCode : unit.Name, call.Posted("person"), call.Posted("phone"), since, call.Posted("note"), call.Person.Id);
        return call.SeeAsync("/people", "handover");
    }

    public static Task ShowAsync(StaffCall call)
    {
        var units = call.Options.Staff.Units;
        List<StaffBlock> blocks =
        [
            new()
            {
                Heading = "各单位",
                Table = new()
                {
                    Caption = "各单位责任人",
                    Empty = "还没有登记责任人。请在配置节 ShuangGongShi:Staff:Units 中写明每个单位的分管领导、联络员和信息报送责任人。",
                    Head = ["单位", "分管领导", "联络员", "信息报送责任人", "自何日起", "电话"],
                    Rows = [.. units.Select(u => ReporterOf(call, u) is var (person, since, phone) ? Row(u.Name, u.Leader, u.Liaison, person, StaffCall.Day(since), phone) : new())],
                },
            },
        ];
        var items = units.SelectMany(u => u.Items.Select(i => Row(u.Name, i.Key, i.Value))).ToList();
        if (items.Count > 0) blocks.Add(new() { Heading = "按事项", Table = new() { Caption = "按事项的责任人", Head = ["单位", "事项编码", "责任人"], Rows = items } });
        var handovers = Handovers(call).Where(h => Units(call).Any(u => u.CreditCode == h.Unit || u.Name == h.Unit)).Take(Most).ToList();
        if (handovers.Count > 0)
            blocks.Add(new()
            {
                Heading = "信息报送责任人交接",
                Table = new() { Caption = "信息报送责任人交接", Head = ["单位", "接任人", "自何日起", "交接内容", "登记人", "登记时间"], Rows = [.. handovers.Select(h => Row(units.First(u => u.CreditCode == h.Unit || u.Name == h.Unit).Name, h.Person, StaffCall.Day(h.Since), h.Note, h.Actor, ShanghaiTime.Minute(h.At)))] },
            });
        if (call.Person.Is(StaffRole.Reporter | StaffRole.Administrator) && Units(call).Any()) blocks.Add(HandingOver(call));
        blocks.Add(new()
        {
            Heading = "我的职责",
            Facts =
            [
                new() { Label = "账号", Value = call.Person.Id },
                new() { Label = "职责", Value = StaffWords.Of(call.Person.Roles) },
                new() { Label = "单位", Value = call.Person.Unit ?? "全部单位" },
            ],
        });
        return call.PageAsync(call.Page("责任人", "/people", blocks, "谁产生、谁公示、谁负责。每个单位一名信息报送责任人；换人时在这里登记交接。"));
    }

    private static StaffBlock HandingOver(StaffCall call) => new()
    {
        Heading = "登记交接",
        Form = new()
        {
            Action = call.Url("/people"),
            Token = call.Token,
            Groups =
            [
                new()
                {
                    Fields =
                    [
                        StaffFields.Select("unit", "单位", Units(call).Select(u => (u.CreditCode.Length > 0 ? u.CreditCode : u.Name, u.Name)), "", required: true),
                        StaffFields.Text("person", "接任人", "", required: true), StaffFields.Text("phone", "电话", ""),
                        StaffFields.Text("since", "接任日期", StaffCall.Day(call.Today), required: true),
                        StaffFields.Long("note", "交接内容", "", "例如：在办异议 2 件，被退回未改正的 3 条，平台账号已移交。", required: true),
                    ],
                },
            ],
            Buttons = [new() { Text = "登记交接", Value = "handover" }],
        },
    };

    private static IReadOnlyList<Handover> Handovers(StaffCall call) => new HandoverTable(call.Engine.Ledger.Database).All();

    private static IEnumerable<StaffUnit> Units(StaffCall call) => call.Options.Staff.Units.Where(u => call.Person.Unit is null || u.CreditCode == call.Person.Unit || u.Name == call.Person.Unit);

    private static StaffRow Row(params ReadOnlySpan<string> cells)
    {
        var row = new List<StaffCell>();
        foreach (var cell in cells) row.Add(new() { Text = cell.Length == 0 ? "未登记" : cell });
        return new() { Cells = row };
    }
}
