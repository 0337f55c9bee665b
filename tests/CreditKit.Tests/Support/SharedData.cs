namespace CreditKit.Tests.Support;

/// <summary>Files that stand beside the repository on some machines only; tests that need one skip where it is absent.</summary>
internal static class SharedData
{
    /// <summary>The path of a file of <c>../shared</c>, or null.</summary>
    public static string? Find(string relative)
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var path = Path.Combine(folder.FullName, "shared", relative);
            if (File.Exists(path)) return path;
        }
        return null;
    }
}

/// <summary>A fact that is skipped, with the reason, where a shared file is absent.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class SharedFactAttribute : FactAttribute
{
    /// <summary>A fact that reads a file of <c>../shared</c>.</summary>
    public SharedFactAttribute(string relative)
    {
        if (SharedData.Find(relative) is null) Skip = $"../shared/{relative} is not on this machine";
    }
}
