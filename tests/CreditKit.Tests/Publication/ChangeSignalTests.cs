using CreditKit.Publication.Sqlite;
using CreditKit.Tests.Support;

namespace CreditKit.Tests.Publication;

public sealed class ChangeSignalTests : IDisposable
{
    private readonly TempFolder _folder = new();
    private readonly ChangeSignal _writer, _reader;

    public ChangeSignalTests()
    {
        var path = Path.Combine(_folder.Path, "public.db");
        _writer = ChangeSignal.OpenForWriting(path);
        _writer.Born();
        _reader = ChangeSignal.OpenForReading(path)!;
    }

    public void Dispose()
    {
        _reader.Dispose();
        _writer.Dispose();
        _folder.Dispose();
    }

    [Fact]
    [Trait("Requirement", "000-32")]
    public void CommitThatTakesAway_IsOddUntilItEnds()
    {
        var before = _reader.Version;
        _writer.Begin();
        (_reader.Version % 2).ShouldBe(1);
        _writer.End();
        _reader.Version.ShouldBe(before + 2);
    }

    [Fact]
    public void CommitThatAdds_LeavesTheNumberUntilItEnds()
    {
        var before = _reader.Version;
        _writer.Begin(adds: true);
        _reader.Version.ShouldBe(before);
        _writer.IsOpen.ShouldBeTrue();
        _writer.End();
        _reader.Version.ShouldBe(before + 2);
        _writer.Begin();
        (_reader.Version % 2).ShouldBe(1, "the kind of the commit before is forgotten");
    }

    [Fact]
    [Trait("Requirement", "000-32")]
    public void CommitThatAdds_AfterAWriterDiedTakingAway_StaysOdd()
    {
        _writer.Begin(); // and dies
        using var other = ChangeSignal.OpenForWriting(Path.Combine(_folder.Path, "public.db"));
        other.Begin(adds: true);
        (_reader.Version % 2).ShouldBe(1, "answers from before the withdrawal must not come back");
        other.End();
        (_reader.Version % 2).ShouldBe(0);
    }
}
