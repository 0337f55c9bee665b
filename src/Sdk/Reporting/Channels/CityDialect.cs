using CreditKit.Records;

namespace CreditKit.Reporting.Channels;

/// <summary>How one city runs its JSON service: style, path, methods, codes and where the secret goes, from the settings.</summary>
internal sealed class CityDialect
{
    private readonly string _licenseTable, _penaltyTable, _licenseVersion, _penaltyVersion;

    public CityDialect(ChannelOptions options)
    {
        var settings = new ChannelSettings(options, "Style", "Namespace", "Path", "Import", "Remove", "Find", "Feedback", "LicenseTable", "PenaltyTable", "LicenseVersion", "PenaltyVersion",
            "Department", "Authentication", "TokenParameter", "Key", "SuccessCodes", "RetryCodes", "RepeatReplaces", "Splits");
        Secret = ChannelCheck.Secret(options);
        Form = settings.OneOf("Style", "soap", "soap", "form") == "form";
        (Namespace, Path) = (settings.Text("Namespace"), settings.Text("Path", "DataService").TrimStart('/'));
        (Import, Remove, Find, Feedback) = (settings.XmlName("Import", "importData"), Method("Remove"), Method("Find"), Method("Feedback"));
        (_licenseTable, _penaltyTable) = (options.Carries(RecordKind.License) ? settings.Required("LicenseTable", "行政许可的目录编码") : "", options.Carries(RecordKind.Penalty) ? settings.Required("PenaltyTable", "行政处罚的目录编码") : "");
        (_licenseVersion, _penaltyVersion) = (settings.Text("LicenseVersion"), settings.Text("PenaltyVersion"));
        Department = settings.Required("Department", "部门编码");
        Authentication = settings.OneOf("Authentication", "bearer", "bearer", "parameter", "digest");
        TokenParameter = settings.XmlName("TokenParameter", "token");
        Key = Authentication == "digest" ? settings.Required("Key", "平台发放的账号，与密钥一起签名") : "";
        (Success, Retry) = (settings.List("SuccessCodes", "200,0000"), settings.List("RetryCodes", "401,403,429,503,3001,3002,4001,4002"));
        RepeatReplaces = settings.Flag("RepeatReplaces", true);
        Splits = settings.Number("Splits", 24, 2, 200);

        string Method(string name) => settings.Text(name).Length > 0 ? settings.XmlName(name, "") : "";
    }

    public string Secret { get; }

    /// <summary>A form is posted; otherwise a SOAP method is called.</summary>
    public bool Form { get; }

    public string Namespace { get; }

    public string Path { get; }

    public string Import { get; }

    public string Remove { get; }

    public string Find { get; }

    public string Feedback { get; }

    public string Department { get; }

    /// <summary>Where the secret goes: <c>bearer</c> header, <c>parameter</c>, or <c>digest</c> (SHA-256 of key, secret and time stamp).</summary>
    public string Authentication { get; }

    public string TokenParameter { get; }

    public string Key { get; }

    public HashSet<string> Success { get; }

    /// <summary>Codes that are about the channel: token, busy, a catalogue or department code that somebody must mend.</summary>
    public HashSet<string> Retry { get; }

    /// <summary>The platform puts a repeat in the place of what it has; only then a half-taken batch may be sent again in parts.</summary>
    public bool RepeatReplaces { get; }

    /// <summary>Calls that the parts of one half-taken batch may cost.</summary>
    public int Splits { get; }

    public string Table(RecordKind kind) => kind == RecordKind.License ? _licenseTable : _penaltyTable;

    public string Version(RecordKind kind) => kind == RecordKind.License ? _licenseVersion : _penaltyVersion;
}
