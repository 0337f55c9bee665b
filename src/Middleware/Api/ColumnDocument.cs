using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.OpenApi;

namespace CreditKit.AspNetCore;

/// <summary>
/// The interface's OpenAPI document. It names no host: its server is the site's own path base, so the first caller's
/// Host header cannot be planted in it.
/// </summary>
internal static class ColumnDocument
{
    /// <summary>Name of the document; endpoints of the host's own documents never meet it.</summary>
    public const string Name = "shuanggongshi";

    public static void AddColumnDocument(this IServiceCollection services) => services.AddOpenApi(Name, options =>
    {
        options.OpenApiVersion = OpenApiSpecVersion.OpenApi3_1;
        options.ShouldInclude = description => description.ActionDescriptor.EndpointMetadata.OfType<IncludeInDocument>().Any();
        // A number is a number; that the serializer would also read one from text is no part of the contract.
        options.AddSchemaTransformer((schema, _, _) =>
        {
            if (schema.Type is { } type && (type & (JsonSchemaType.Integer | JsonSchemaType.Number)) != 0 && type.HasFlag(JsonSchemaType.String))
            {
                schema.Type = type & ~JsonSchemaType.String;
                schema.Pattern = null;
            }

            return Task.CompletedTask;
        });
        options.AddOperationTransformer((operation, context, _) =>
        {
            operation.OperationId = context.Description.ActionDescriptor.EndpointMetadata.OfType<OperationName>().FirstOrDefault()?.Name;
            foreach (var parameter in operation.Parameters ?? [])
                if (parameter is { Name: { } name, Schema: OpenApiSchema schema } && ListQuery.CodesOf(name) is { } codes) schema.Enum = [.. codes.Select(c => (JsonNode)c)];
            return Task.CompletedTask;
        });
        options.AddDocumentTransformer((document, _, _) =>
        {
            document.Info = new() { Title = "双公示接口", Version = "v1", Description = "正在公示的行政许可和行政处罚信息。只读，无须登录；期满或撤下的信息即时停止提供。" };
            document.Servers = [];
            return Task.CompletedTask;
        });
    });

    /// <param name="http">The request.</param>
    /// <param name="version">3.1, or 3.0 for generators that do not read 3.1 yet.</param>
    public static async Task WriteAsync(HttpContext http, OpenApiSpecVersion version)
    {
        var provider = http.RequestServices.GetRequiredKeyedService<IOpenApiDocumentProvider>(Name);
        var document = await provider.GetOpenApiDocumentAsync(http.RequestAborted);
        document.Servers = [new() { Url = http.Request.PathBase.HasValue ? http.Request.PathBase.ToUriComponent() : "/" }];
        var json = await document.SerializeAsJsonAsync(version, http.RequestAborted);
        await ResponseWriter.WriteAsync(http, new(Encoding.UTF8.GetBytes(json), "application/json; charset=utf-8"));
    }
}
