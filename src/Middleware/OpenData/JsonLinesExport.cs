using System.Buffers;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using CreditKit.Publication;

namespace CreditKit.AspNetCore;

/// <summary>One JSON object a line: rows or records as the interface gives them.</summary>
internal static class JsonLinesExport
{
    private const int RowsPerFlush = 200;

    /// <summary>What lists show.</summary>
    public static Task<long> ListAsync(IBufferWriter<byte> output, IPublicQuery query, PublicFilter filter, Func<ValueTask> flush) =>
        WriteAsync(output, PublicRows.Of(query, filter).Select(ApiMapper.Row), ApiJson.Web.ApiRow, flush);

    /// <summary>Every public value.</summary>
    public static Task<long> FullAsync(IBufferWriter<byte> output, IPublicQuery query, PublicFilter filter, Func<ValueTask> flush) =>
        WriteAsync(output, query.Stream(filter).Where(r => !r.NaturalPerson).Select(ApiMapper.Record), ApiJson.Web.ApiRecord, flush);

    private static async Task<long> WriteAsync<T>(IBufferWriter<byte> output, IEnumerable<T> values, JsonTypeInfo<T> type, Func<ValueTask> flush)
    {
        var rows = 0L;
        foreach (var value in values)
        {
            output.Write(JsonSerializer.SerializeToUtf8Bytes(value, type));
            output.Write("\n"u8);
            if (++rows % RowsPerFlush == 0) await flush();
        }

        await flush();
        return rows;
    }
}
