using System.Text;
using System.Text.Json.Nodes;
using CreditKit.Records;
using CreditKit.Standards;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.OpenApi;

namespace CreditKit.AspNetCore;

/// <summary>The intake's OpenAPI document: apart from the public one, since it describes what only systems with a key may do.</summary>
internal static class IntakeDocument
{
    /// <summary>Name of the document.</summary>
    public const string Name = "shuanggongshi-intake";

    public static void AddIntakeDocument(this IServiceCollection services) => services.AddOpenApi(Name, options =>
    {
        options.OpenApiVersion = OpenApiSpecVersion.OpenApi3_1;
        options.ShouldInclude = description => description.ActionDescriptor.EndpointMetadata.OfType<IncludeInIntake>().Any();
        options.AddDocumentTransformer((document, _, _) =>
        {
            document.Info = new()
            {
                Title = "双公示接收接口",
                Version = "v1",
                Description = "审批、处罚系统逐条或成批提交行政许可和行政处罚：当场校验、入台账，经审查的当场公示。须用 HTTPS 和 Bearer 密钥。"
                    + "重复提交同一内容没有影响；带 Idempotency-Key 的重发得到与上次相同的答复。",
            };
            document.Servers = [];
            document.Components ??= new();
            document.Components.SecuritySchemes ??= new Dictionary<string, IOpenApiSecurityScheme>();
            document.Components.SecuritySchemes["bearer"] = new OpenApiSecurityScheme { Type = SecuritySchemeType.Http, Scheme = "bearer", Description = "本系统的密钥。" };
            document.Security = [new() { [new OpenApiSecuritySchemeReference("bearer", document)] = [] }];
            return Task.CompletedTask;
        });
        options.AddOperationTransformer((operation, context, _) =>
        {
            if (context.Description.ActionDescriptor.EndpointMetadata.OfType<TakesRows>().Any()) Describe(operation);
            return Task.CompletedTask;
        });
    });

    public static async Task WriteAsync(HttpContext http)
    {
        var provider = http.RequestServices.GetRequiredKeyedService<IOpenApiDocumentProvider>(Name);
        var document = await provider.GetOpenApiDocumentAsync(http.RequestAborted);
        document.Servers = [new() { Url = http.Request.PathBase.HasValue ? http.Request.PathBase.ToUriComponent() : "/" }];
        http.Response.ContentType = "application/json; charset=utf-8";
        await http.Response.WriteAsync(await document.SerializeAsJsonAsync(OpenApiSpecVersion.OpenApi3_1, http.RequestAborted), Encoding.UTF8, http.RequestAborted);
    }

    // Taken from the edition in force, so that the document names what the intake takes.
    private static void Describe(OpenApiOperation operation)
    {
        var edition = StandardEditions.Default.Current;
        var properties = new Dictionary<string, IOpenApiSchema>
        {
            ["kind"] = Text("license 行政许可、penalty 行政处罚、act 其他行政行为（须在配置 ShuangGongShi:Acts 中启用）；字段名看得出的可以不写。"),
            ["historic"] = new OpenApiSchema { Type = JsonSchemaType.Boolean, Description = "存量数据：不计迟报，默认不报送。" },
            ["asOf"] = Text("来源系统最后修改的时刻，带时区；早于台账内容的不会把它改回。"),
        };
        foreach (var kind in RecordKindText.All)
            foreach (var column in edition.Columns(kind).Concat(edition.Extensions(kind)))
            {
                var name = System.Text.Json.JsonNamingPolicy.CamelCase.ConvertName(column.Field.ToString());
                properties.TryAdd(name, Text($"{column.Head}{(column.IsExtension ? "" : $"（{column.Code}）")}。{column.Note}"));
            }

        var row = new OpenApiSchema
        {
            Type = JsonSchemaType.Object,
            Description = "一条决定。字段名用以下名称，也可以用数据标准的代码（XK_XDR_MC）或者中文列名（行政相对人名称）；日期、金额、代码表的写法与导入文件相同。",
            Properties = properties,
        };
        operation.RequestBody = new OpenApiRequestBody
        {
            Required = true,
            Description = "一条、多条的数组，或者 { \"records\": [ … ] }。",
            Content = new Dictionary<string, OpenApiMediaType>
            {
                ["application/json"] = new()
                {
                    Schema = new OpenApiSchema { OneOf = [row, new OpenApiSchema { Type = JsonSchemaType.Array, Items = row }] },
                    Example = JsonNode.Parse("""[{"kind":"penalty","documentNumber":"云市监罚〔2026〕1号","counterpartName":"示例公司","decisionDate":"2026-09-28"}]"""),
                },
            },
        };
        operation.Parameters = [.. operation.Parameters ?? [], new OpenApiParameter
        {
            Name = "Idempotency-Key",
            In = ParameterLocation.Header,
            Required = false,
            Description = "每次新的提交一个新值（例如 GUID），重发时不变；最多 128 个字符。",
            Schema = new OpenApiSchema { Type = JsonSchemaType.String, MaxLength = 128 },
        }];
    }

    private static OpenApiSchema Text(string description) => new() { Type = JsonSchemaType.String, Description = description };
}

/// <summary>Marks the endpoints of the intake's document.</summary>
internal sealed class IncludeInIntake;

/// <summary>Marks the endpoint that takes rows.</summary>
internal sealed class TakesRows;
