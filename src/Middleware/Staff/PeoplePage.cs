using CreditKit.Templates.Models;

namespace CreditKit.AspNetCore.Staff;

/// <summary>Who is in charge, per unit and item (青海 三; 004-4).</summary>
internal static class PeoplePage
{
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
                    Rows = [.. units.Select(u => Row(u.Name, u.Leader, u.Liaison, u.Reporter, StaffCall.Day(u.ReporterSince), u.Phone))],
                },
            },
        ];
        var items = units.SelectMany(u => u.Items.Select(i => Row(u.Name, i.Key, i.Value))).ToList();
        if (items.Count > 0) blocks.Add(new() { Heading = "按事项", Table = new() { Caption = "按事项的责任人", Head = ["单位", "事项编码", "责任人"], Rows = items } });
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
        return call.PageAsync(call.Page("责任人", "/people", blocks, "谁产生、谁公示、谁负责。预警发给信息报送责任人；换人时改配置并写明接任日期。"));
    }

    private static StaffRow Row(params ReadOnlySpan<string> cells)
    {
        var row = new List<StaffCell>();
        foreach (var cell in cells) row.Add(new() { Text = cell.Length == 0 ? "未登记" : cell });
        return new() { Cells = row };
    }
}
