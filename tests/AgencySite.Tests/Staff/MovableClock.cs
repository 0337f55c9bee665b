namespace AgencySite.Tests.Staff;

/// <summary>Time goes on as it does, from a day that the test sets; timers run as usual.</summary>
internal sealed class MovableClock(DateTimeOffset start) : TimeProvider
{
    private long _offset = (start - System.GetUtcNow()).Ticks;

    public override DateTimeOffset GetUtcNow() => System.GetUtcNow() + TimeSpan.FromTicks(Interlocked.Read(ref _offset));

    public void MoveTo(DateTimeOffset now) => Interlocked.Exchange(ref _offset, (now - System.GetUtcNow()).Ticks);
}
