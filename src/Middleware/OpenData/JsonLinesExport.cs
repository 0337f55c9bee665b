using System.Buffers;
using System.IO.Pipelines;
using System.Text.Json;
using CreditKit.Publication;

namespace CreditKit.AspNetCore;

/// <summary>One JSON object a line: the rows of the interface.</summary>
internal static class JsonLinesExport
{
    public static async Task WriteAsync(PipeWriter output, IPublicQuery query, PublicFilter filter, CancellationToken cancellation)
    {
        foreach (var rows in PublicRows.Pages(query, filter))
        {
            foreach (var row in rows)
            {
                output.Write(JsonSerializer.SerializeToUtf8Bytes(ApiMapper.Row(row), ApiJson.Web.ApiRow));
                output.Write("\n"u8);
            }

            await output.FlushAsync(cancellation);
        }
    }
}
