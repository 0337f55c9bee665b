namespace CreditKit.Policy.Engine;

/// <summary>Collects the reasons of one decision in a buffer of the thread; the result has the blocking ones first.</summary>
internal ref struct ReasonList
{
    [ThreadStatic]
    private static DecisionReason[]? t_buffer;

    private readonly DecisionReason[] _buffer;
    private int _count;

    public ReasonList() => _buffer = t_buffer ??= new DecisionReason[64];

    /// <summary>Adds a reason once per code and effect.</summary>
    public void Add(DecisionReason reason)
    {
        for (var i = 0; i < _count; i++)
            if (_buffer[i].Blocks == reason.Blocks && _buffer[i].Code == reason.Code) return;
        if (_count < _buffer.Length) _buffer[_count++] = reason;
    }

    public readonly DecisionReason[] ToArray()
    {
        if (_count == 0) return [];
        var result = new DecisionReason[_count];
        var at = 0;
        for (var i = 0; i < _count; i++)
            if (_buffer[i].Blocks) result[at++] = _buffer[i];
        for (var i = 0; i < _count; i++)
            if (!_buffer[i].Blocks) result[at++] = _buffer[i];
        return result;
    }
}
