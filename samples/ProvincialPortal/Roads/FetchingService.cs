namespace ProvincialPortal.Roads;

/// <summary>Runs the jobs over tables and folders that are configured.</summary>
internal sealed class FetchingService(ProvincialPortalOptions options, TableRoad tables, FolderRoad files, ILogger<FetchingService> log) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (options.ExchangeDatabase.Length > 0) tables.Create();
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                if (options.ExchangeDatabase.Length > 0) tables.Fetch();
                if (options.DropFolder.Length > 0 && Directory.Exists(options.DropFolder)) files.Fetch();
            }
            catch (Exception e) when (e is IOException or Microsoft.Data.Sqlite.SqliteException or System.Xml.XmlException)
            {
                log.LogWarning(new EventId(1), "Fetching failed; it is tried again: {Exception}", e.GetType().Name);
            }

            await Task.Delay(options.FetchEvery, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }
}
