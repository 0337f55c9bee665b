using System.Data.Common;
using System.Globalization;
using System.Net;

namespace CreditKit.Reporting.Channels;

/// <summary>Which ADO.NET provider, and a connection that nobody can listen to.</summary>
internal static class ExchangeDatabase
{
    private static readonly string[] s_hosts = ["Host", "Server", "Data Source", "DataSource", "Addr", "Address"];
    private static readonly string[] s_passwords = ["Password", "Pwd"];

    /// <summary>A source of connections, checked.</summary>
    /// <exception cref="CreditKitException">CK1509: no such provider. CK1503, CK1504: the connection is not safe.</exception>
    public static Func<DbConnection> Open(ChannelOptions options, ChannelSettings settings, out string[] secrets)
    {
        var factory = Factory(options, settings.Required("Provider", "数据库驱动，如 sqlite、npgsql"));
        var builder = Parse(options, settings.Required("ConnectionString", "前置库的连接字符串，不含口令；口令写在 Token"));
        var password = s_passwords.FirstOrDefault(builder.ContainsKey) is { } key ? Text(builder, key) : "";
        var host = s_hosts.Where(builder.ContainsKey).Select(h => Text(builder, h)).FirstOrDefault() ?? "";
        secrets = [password, options.Token];
        if (IsFile(factory)) return Connections(factory, builder);
        if (password.Length == 0 && options.Token.Length > 0) builder["Password"] = password = options.Token;
        ChannelCheck.Password(options, password);
        if (!IsHere(host) && !IsEncrypted(builder) && !settings.Flag("PlainConnection", false))
            throw new CreditKitException("CK1503", $"报送通道“{options.Name}”到前置库 {host} 的连接没有加密，或不核对服务器证书。",
                "请在连接字符串中写 SSL Mode=VerifyFull（Npgsql、MySQL）或 Encrypt=True 且不写 TrustServerCertificate（SQL Server）；专网内确实不提供加密的，以 Settings:PlainConnection=true 明示。");
        return Connections(factory, builder);
    }

    private static Func<DbConnection> Connections(DbProviderFactory factory, DbConnectionStringBuilder builder)
    {
        var text = builder.ConnectionString;
        return () =>
        {
            var connection = factory.CreateConnection()!;
            connection.ConnectionString = text;
            return connection;
        };
    }

    private static DbProviderFactory Factory(ChannelOptions options, string provider)
    {
        if (provider.Equals("sqlite", StringComparison.OrdinalIgnoreCase)) return Microsoft.Data.Sqlite.SqliteFactory.Instance;
        if (DbProviderFactories.TryGetFactory(provider, out var registered)) return registered;
        var name = provider.Equals("npgsql", StringComparison.OrdinalIgnoreCase) || provider.Equals("postgresql", StringComparison.OrdinalIgnoreCase) ? "Npgsql.NpgsqlFactory, Npgsql" : provider;
        return Type.GetType(name)?.GetField("Instance")?.GetValue(null) as DbProviderFactory
            ?? throw new CreditKitException("CK1509", $"报送通道“{options.Name}”的数据库驱动“{provider}”不存在。", "可写 sqlite、npgsql，或“命名空间.工厂类, 程序集”；驱动的程序集须与程序在一起。");
    }

    private static DbConnectionStringBuilder Parse(ChannelOptions options, string text)
    {
        try
        {
            return new DbConnectionStringBuilder { ConnectionString = text };
        }
        catch (ArgumentException)
        {
            throw new CreditKitException("CK1506", $"报送通道“{options.Name}”的连接字符串无法解析。", "写作 名称=值;名称=值，例如 Host=…;Database=…;Username=…。");
        }
    }

    private static bool IsFile(DbProviderFactory factory) => factory.GetType().Name.Contains("SQLite", StringComparison.OrdinalIgnoreCase);

    private static bool IsHere(string host)
    {
        var name = host.Split(',', ':')[0].Trim();
        return host.StartsWith('/') || name is "" or "." or "localhost" or "(local)" || (IPAddress.TryParse(host.Trim('[', ']'), out var address) && IPAddress.IsLoopback(address));
    }

    private static bool IsEncrypted(DbConnectionStringBuilder builder)
    {
        foreach (var key in new[] { "SSL Mode", "SslMode" })
            if (builder.ContainsKey(key)) return Text(builder, key).Replace("-", "", StringComparison.Ordinal).ToUpperInvariant() is "VERIFYFULL" or "VERIFYCA";
        return builder.ContainsKey("Encrypt") && Text(builder, "Encrypt").ToUpperInvariant() is "TRUE" or "STRICT" or "MANDATORY" or "YES"
            && !(builder.ContainsKey("TrustServerCertificate") && Text(builder, "TrustServerCertificate").ToUpperInvariant() is "TRUE" or "YES");
    }

    private static string Text(DbConnectionStringBuilder builder, string key) => Convert.ToString(builder[key], CultureInfo.InvariantCulture) ?? "";
}
