using System.Data.Common;
using System.Text.RegularExpressions;
using CreditKit.Records;

namespace CreditKit.Reporting.Channels;

/// <summary>How one province's exchange tables look: names of tables and of the columns beside the standard's, from the settings.</summary>
internal sealed partial class ExchangeTableDialect
{
    private readonly string _license, _penalty, _licensePerson, _penaltyPerson;
    private readonly string[] _catalogue, _list;

    public ExchangeTableDialect(ChannelOptions options)
    {
        var settings = new ChannelSettings(options, "Provider", "ConnectionString", "PlainConnection", "LicenseTable", "PenaltyTable", "LicensePersonTable", "PenaltyPersonTable", "IdColumn", "Match",
            "StateColumn", "PendingState", "AcceptedState", "FailedState", "ErrorColumn", "TimeColumn", "NumberColumn", "NationalStateColumn", "NationalErrorColumn",
            "Withdraw", "WithdrawColumn", "WithdrawValue", "Dates", "Amounts", "ParameterPrefix", "Quote", "CatalogueTable", "DataItemTable", "ListTable", "ListPersonTable");
        _catalogue = Pair("CatalogueTable", "DataItemTable");
        _list = Pair("ListTable", "ListPersonTable");
        (_license, _penalty) = (Table("LicenseTable", options.Carries(RecordKind.License)), Table("PenaltyTable", options.Carries(RecordKind.Penalty)));
        (_licensePerson, _penaltyPerson) = (Identifier(options, "LicensePersonTable", settings.Text("LicensePersonTable", _license)), Identifier(options, "PenaltyPersonTable", settings.Text("PenaltyPersonTable", _penalty)));
        ByDocument = settings.OneOf("Match", "id", "id", "document") == "document";
        IdColumn = Column("IdColumn", ByDocument ? "" : "RECID");
        (StateColumn, ErrorColumn, TimeColumn, NumberColumn) = (Column("StateColumn", ""), Column("ErrorColumn", ""), Column("TimeColumn", ""), Column("NumberColumn", ""));
        (NationalStateColumn, NationalErrorColumn) = (Column("NationalStateColumn", ""), Column("NationalErrorColumn", ""));
        (Pending, Accepted, Failed) = (settings.Text("PendingState", "0"), settings.Text("AcceptedState", "1"), settings.Text("FailedState", "2"));
        Flagged = settings.OneOf("Withdraw", "delete", "delete", "flag") == "flag";
        WithdrawColumn = Flagged ? Identifier(options, "WithdrawColumn", settings.Required("WithdrawColumn", "标记撤下的列")) : "";
        WithdrawValue = settings.Text("WithdrawValue", "2");
        TypedDates = settings.OneOf("Dates", "text", "text", "date") == "date";
        TypedAmounts = settings.OneOf("Amounts", "text", "text", "number") == "number";
        Prefix = settings.OneOf("ParameterPrefix", "@", "@", ":", "?");
        Quote = settings.OneOf("Quote", "double", "double", "backtick", "bracket", "none");

        string Table(string name, bool needed) => Identifier(options, name, needed ? settings.Required(name, "前置库中的表名") : settings.Text(name));
        string[] Pair(string first, string second) => settings.Text(first).Length + settings.Text(second).Length == 0
            ? []
            : [Identifier(options, first, settings.Required(first, "前置库中的表名")), Identifier(options, second, settings.Required(second, "前置库中的表名"))];
        string Column(string name, string @default) => Identifier(options, name, settings.Text(name, @default));
    }

    public bool ByDocument { get; }

    public string IdColumn { get; }

    public string StateColumn { get; }

    public string ErrorColumn { get; }

    public string TimeColumn { get; }

    public string NumberColumn { get; }

    public string NationalStateColumn { get; }

    public string NationalErrorColumn { get; }

    public string Pending { get; }

    public string Accepted { get; }

    public string Failed { get; }

    /// <summary>A withdrawal marks its row; otherwise it deletes it.</summary>
    public bool Flagged { get; }

    public string WithdrawColumn { get; }

    public string WithdrawValue { get; }

    public bool TypedDates { get; }

    public bool TypedAmounts { get; }

    public string Prefix { get; }

    private string Quote { get; }

    /// <summary>The tables that hold rows, each once.</summary>
    public IEnumerable<string> Tables => new[] { _license, _licensePerson, _penalty, _penaltyPerson }.Where(t => t.Length > 0).Distinct();

    /// <summary>Whether the settings name tables for it.</summary>
    public bool Carries(SheetKind kind) => (kind == SheetKind.Catalogue ? _catalogue : _list).Length > 0;

    /// <summary>The table of a sheet by its place.</summary>
    public string SheetTable(SheetKind kind, int sheet) => (kind == SheetKind.Catalogue ? _catalogue : _list)[sheet];

    /// <summary>Adds a parameter; how it stands in the text.</summary>
    public string Parameter(DbCommand command, object value)
    {
        var parameter = command.CreateParameter();
        parameter.ParameterName = $"{(Prefix == "?" ? "" : Prefix)}p{command.Parameters.Count}";
        parameter.Value = value;
        command.Parameters.Add(parameter);
        return Prefix == "?" ? "?" : parameter.ParameterName;
    }

    /// <summary>The table of a row.</summary>
    public string Table(RecordKind kind, bool person) => kind == RecordKind.License ? (person ? _licensePerson : _license) : person ? _penaltyPerson : _penalty;

    /// <summary>A name as SQL writes it; each part of <c>schema.table</c> apart.</summary>
    public string Name(string name) => string.Join('.', name.Split('.').Select(part => Quote switch
    {
        "backtick" => $"`{part}`",
        "bracket" => $"[{part}]",
        "none" => part,
        _ => $"\"{part}\"",
    }));

    /// <summary>Names come from the configuration and stand in SQL: nothing but letters, digits and underscores.</summary>
    public static string Identifier(ChannelOptions options, string setting, string name) => name.Length == 0 || Names().IsMatch(name)
        ? name
        : throw new CreditKitException("CK1506", $"报送通道“{options.Name}”的设置 {setting} 不能作表名或列名：{name}。", "只能用字母、汉字、数字、下划线，以及表名前的模式名加点。");

    [GeneratedRegex(@"^[\p{L}_][\p{L}\p{N}_$#]*(\.[\p{L}_][\p{L}\p{N}_$#]*)?$")]
    private static partial Regex Names();
}
