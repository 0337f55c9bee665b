using System.Data.Common;
using System.Reflection;
using Microsoft.Data.Sqlite;

namespace CreditKit.Intake.Readers;

/// <summary>ADO.NET providers by name: SQLite, those registered with <see cref="DbProviderFactories"/>, and those loaded from a file.</summary>
internal static class DatabaseProviders
{
    /// <summary>The provider of a source.</summary>
    /// <exception cref="RecordFileException">CK1421: there is none of that name; CK1422: the file holds none.</exception>
    public static DbProviderFactory Find(string name, string? assembly)
    {
        if (assembly is not null) return Load(assembly, name);
        if (name.Equals("sqlite", StringComparison.OrdinalIgnoreCase) || name.Equals("Microsoft.Data.Sqlite", StringComparison.OrdinalIgnoreCase)) return SqliteFactory.Instance;
        foreach (var known in DbProviderFactories.GetProviderInvariantNames())
            if (known.Equals(name, StringComparison.OrdinalIgnoreCase) && DbProviderFactories.TryGetFactory(known, out var factory)) return factory;
        throw new RecordFileException("CK1421", $"没有数据库驱动“{name}”。",
            $"可用的有 {string.Join("、", DbProviderFactories.GetProviderInvariantNames().Prepend("sqlite"))}；别的驱动请在数据源的 ProviderAssembly（命令行 --provider-assembly）写明程序集文件，或者在程序中用 DbProviderFactories.RegisterFactory 登记。");
    }

    private static DbProviderFactory Load(string path, string name)
    {
        try
        {
            var factories = Assembly.LoadFrom(Path.GetFullPath(path)).GetExportedTypes().Where(t => t.IsSubclassOf(typeof(DbProviderFactory)) && !t.IsAbstract).ToList();
            var type = factories.FirstOrDefault(t => t.FullName == name || t.Namespace == name) ?? factories.FirstOrDefault();
            if (type?.GetField("Instance", BindingFlags.Public | BindingFlags.Static)?.GetValue(null) is DbProviderFactory factory) return factory;
            throw new RecordFileException("CK1422", $"程序集 {Path.GetFileName(path)} 中没有 ADO.NET 驱动（DbProviderFactory）。", "请核对 ProviderAssembly 指向驱动的主程序集。");
        }
        catch (Exception e) when (e is IOException or BadImageFormatException or FileLoadException or UnauthorizedAccessException)
        {
            throw new RecordFileException("CK1422", $"程序集 {Path.GetFileName(path)} 无法加载。", "请核对路径、运行时版本和读取权限；驱动依赖的程序集应与它放在同一目录。", e);
        }
    }
}
