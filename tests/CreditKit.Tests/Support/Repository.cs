namespace CreditKit.Tests.Support;

/// <summary>Files of the repository that a test reads in place.</summary>
internal static class Repository
{
    public static string Root { get; } = Find();

    public static string PathOf(params string[] parts) => Path.Combine([Root, .. parts]);

    private static string Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (File.Exists(Path.Combine(folder.FullName, "CreditKit.sln"))) return folder.FullName;
        throw new InvalidOperationException("CreditKit.sln is not above the test's folder.");
    }
}
