namespace CreditKit.Reporting;

/// <summary>A road for tables of any shape: files, packages, exchange tables.</summary>
internal interface ISheetChannel : IReportChannel
{
    /// <summary>Whether the settings name where this goes.</summary>
    bool Carries(SheetKind kind);

    /// <summary>Puts it down once; the same key is put down once, however often it comes.</summary>
    Task<ReportAnswer> SendSheetsAsync(SheetParcel parcel, CancellationToken cancellation);

    /// <summary>What the receiver has said of it since; null: nothing yet.</summary>
    Task<ReportAnswer?> SheetVerdictAsync(SheetParcel parcel, CancellationToken cancellation);
}
