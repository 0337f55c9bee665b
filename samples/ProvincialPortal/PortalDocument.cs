using Microsoft.OpenApi;

namespace ProvincialPortal;

/// <summary>The OpenAPI document, typed so that generated clients keep decimals and dates.</summary>
internal static class PortalDocument
{
    public static void AddPortalDocument(this IServiceCollection services) => services.AddOpenApi("v1", options =>
    {
        options.OpenApiVersion = OpenApiSpecVersion.OpenApi3_0;
        options.AddSchemaTransformer((schema, context, _) =>
        {
            // Generators turn a bare number into double, which loses money, and an untyped enum into a number.
            var type = Nullable.GetUnderlyingType(context.JsonTypeInfo.Type) ?? context.JsonTypeInfo.Type;
            if (type == typeof(decimal)) schema.Format = "decimal";
            if (type.IsEnum) schema.Type = JsonSchemaType.String;
            return Task.CompletedTask;
        });
        options.AddDocumentTransformer((document, _, _) =>
        {
            document.Info = new OpenApiInfo { Title = "省级信用平台（模拟）双公示报送接口", Version = "1.0", Description = "逐行答复、幂等键、按键查询。仅供开发与测试。" };
            document.Servers = [new OpenApiServer { Url = "/" }];
            document.Components ??= new OpenApiComponents();
            document.Components.SecuritySchemes ??= new Dictionary<string, IOpenApiSecurityScheme>();
            document.Components.SecuritySchemes["bearer"] = new OpenApiSecurityScheme { Type = SecuritySchemeType.Http, Scheme = "bearer" };
            document.Security = [new OpenApiSecurityRequirement { [new OpenApiSecuritySchemeReference("bearer", document)] = [] }];
            return Task.CompletedTask;
        });
    });
}
