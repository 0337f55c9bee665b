using CreditKit.Intake;
using CreditKit.Intake.Profiles;
using CreditKit.Tests.Support;

namespace CreditKit.Tests.Intake;

/// <summary>The whole road over a folder of a test's own: from a file to public.db.</summary>
internal sealed class Road : IDisposable
{
    private readonly TempFolder _folder = new();

    public Road(TestClock? clock = null)
    {
        Clock = clock ?? new TestClock();
        Engine = Open();
    }

    public TestClock Clock { get; }

    public CreditKitEngine Engine { get; private set; }

    public string Folder => _folder.Path;

    public static Road WithPolicy(TestClock clock, string policy)
    {
        var road = new Road(clock);
        road.Engine.Dispose();
        Directory.CreateDirectory(road._folder.File("policy"));
        File.WriteAllText(Path.Combine(road._folder.File("policy"), "own.json"), policy);
        road.Engine = road.Open();
        return road;
    }

    public ImportSummary Import(string path, string? profile = null) =>
        Engine.Files.Import(path, profile is null ? null : ImportProfile.Load(profile), "tester", null, null, CancellationToken.None);

    public string Write(string name, string content)
    {
        File.WriteAllText(_folder.File(name), content);
        return _folder.File(name);
    }

    /// <summary>Closes everything, lets the test do something to the files, and opens it again.</summary>
    public void Reopen(Action between)
    {
        Engine.Dispose();
        between();
        Engine = Open();
    }

    public void Dispose()
    {
        Engine.Dispose();
        _folder.Dispose();
    }

    private CreditKitEngine Open() => CreditKitEngine.Open(new CreditKitOptions { DataDirectory = _folder.Path }, Clock);
}
