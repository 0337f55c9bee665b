using System.Buffers;
using System.IO.Pipelines;
using System.Text.Json;
using CreditKit.Publication;

namespace CreditKit.AspNetCore;

/// <summary>One JSON object a line: the rows of the interface.</summary>
internal static class JsonLinesExport
{
    private const int RowsPerFlush = 200;

    public static async Task WriteAsync(PipeWriter output, IPublicQuery query, PublicFilter filter, CancellationToken cancellation)
    {
        var rows = 0;
        foreach (var row in PublicRows.Of(query, filter))
        {
            output.Write(JsonSerializer.SerializeToUtf8Bytes(ApiMapper.Row(row), ApiJson.Web.ApiRow));
            output.Write("\n"u8);
            if (++rows % RowsPerFlush == 0) await output.FlushAsync(cancellation);
        }

        await output.FlushAsync(cancellation);
    }
}
