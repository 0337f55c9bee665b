namespace CreditKit.Reporting;

/// <summary>One channel with everything that is done for it.</summary>
internal sealed record ReportLine(ChannelOptions Options, IReportChannel Channel, Dispatcher Dispatcher)
{
    private static readonly TimeSpan s_alarms = TimeSpan.FromMinutes(1);

    /// <summary>Compares ledger and receiver.</summary>
    public required Reconciler Reconciler { get; init; }

    /// <summary>Back-load and full export.</summary>
    public required Backlog Backlog { get; init; }

    /// <summary>What the receiver decides afterwards.</summary>
    public required VerdictDesk Verdicts { get; init; }

    /// <summary>What the receiver forwards.</summary>
    public required InboundDesk Inbound { get; init; }

    /// <summary>The item catalogue.</summary>
    public required CatalogueDesk Catalogue { get; init; }

    /// <summary>Entries of lists with the persons behind them.</summary>
    public required ListDesk Lists { get; init; }

    /// <summary>What a person should know.</summary>
    public required AlarmDesk Alarms { get; init; }

    /// <summary>What is done beside sending, with its pace.</summary>
    public IReadOnlyList<Chore> Chores =>
    [
        .. Channel is ILateVerdicts ? [new Chore(VerdictDesk.Chore, Options.PollEvery, Verdicts.TakeInAsync)] : Array.Empty<Chore>(),
        .. Channel is IInboundChannel ? [new Chore(InboundDesk.Chore, Options.PollEvery, Inbound.RunAsync)] : Array.Empty<Chore>(),
        .. Catalogue.CanSend ? [new Chore(CatalogueDesk.Chore, Options.PollEvery, c => Catalogue.RunAsync(again: false, c))] : Array.Empty<Chore>(),
        .. Lists.Carries ? [new Chore(ListDesk.Chore, Options.PollEvery, c => Lists.RunAsync(again: false, c))] : Array.Empty<Chore>(),
        new Chore(AlarmDesk.Chore, s_alarms, Alarms.RunAsync),
    ];
}
