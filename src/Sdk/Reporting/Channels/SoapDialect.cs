using CreditKit.Records;

namespace CreditKit.Reporting.Channels;

/// <summary>How one province runs the national SOAP services: paths, operations, parameters and codes, from the settings.</summary>
internal sealed class SoapDialect
{
    private readonly string _permission, _penalty, _importPermission, _importPenalty, _removePermission, _removePenalty, _findPermission, _findPenalty, _feedbackPermission, _feedbackPenalty;

    public SoapDialect(ChannelOptions options)
    {
        var settings = new ChannelSettings(options, "Namespace", "PermissionPath", "PenaltyPath", "ImportPermission", "ImportPenalty", "RemovePermission", "RemovePenalty",
            "FindPermission", "FindPenalty", "FeedbackPermission", "FeedbackPenalty", "TokenParameter", "TextParameter", "SuccessCodes", "RetryCodes");
        Token = ChannelCheck.Secret(options);
        Namespace = settings.Text("Namespace");
        (_permission, _penalty) = (settings.Text("PermissionPath", "PermissionWebService").TrimStart('/'), settings.Text("PenaltyPath", "PenaltyWebService").TrimStart('/'));

        // The missing t is the original's.
        (_importPermission, _importPenalty) = (settings.XmlName("ImportPermission", "importPermissionXml"), settings.XmlName("ImportPenalty", "importPenalyXml"));
        (_removePermission, _removePenalty) = (Operation("RemovePermission"), Operation("RemovePenalty"));
        (_findPermission, _findPenalty) = (Operation("FindPermission"), Operation("FindPenalty"));
        (_feedbackPermission, _feedbackPenalty) = (Operation("FeedbackPermission"), Operation("FeedbackPenalty"));
        (TokenParameter, TextParameter) = (settings.XmlName("TokenParameter", "token"), settings.XmlName("TextParameter", "xml"));
        (Success, Retry) = (settings.List("SuccessCodes", "00"), settings.List("RetryCodes", "401,403,429,500,503"));

        string Operation(string name) => settings.Text(name).Length > 0 ? settings.XmlName(name, "") : "";
    }

    public string Token { get; }

    public string Namespace { get; }

    public string TokenParameter { get; }

    public string TextParameter { get; }

    /// <summary>Codes that say the whole batch was taken.</summary>
    public HashSet<string> Success { get; }

    /// <summary>Codes that are about the channel and not about a row: expired token, too busy.</summary>
    public HashSet<string> Retry { get; }

    /// <summary>Rows can be asked for.</summary>
    public bool CanFind => _findPermission.Length > 0 && _findPenalty.Length > 0;

    public string Path(RecordKind kind) => kind == RecordKind.License ? _permission : _penalty;

    public string Import(RecordKind kind) => kind == RecordKind.License ? _importPermission : _importPenalty;

    public string Remove(RecordKind kind) => kind == RecordKind.License ? _removePermission : _removePenalty;

    public string Find(RecordKind kind) => kind == RecordKind.License ? _findPermission : _findPenalty;

    public string Feedback(RecordKind kind) => kind == RecordKind.License ? _feedbackPermission : _feedbackPenalty;
}
