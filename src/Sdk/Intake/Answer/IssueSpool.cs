using System.Text;

namespace CreditKit.Intake.Answer;

/// <summary>Issue lines that wait in a temporary file until their sheet's turn; they hold no cell's content.</summary>
internal sealed class IssueSpool : IDisposable
{
    private readonly FileStream _file = CommentWriter.Temporary();
    private readonly BinaryWriter _writer;
    private int _lines;

    public IssueSpool() => _writer = new(_file, Encoding.UTF8, leaveOpen: true);

    public void Add(IReadOnlyList<string> cells)
    {
        _writer.Write7BitEncodedInt(cells.Count);
        foreach (var cell in cells) _writer.Write(cell);
        _lines++;
    }

    public IEnumerable<string[]> Read()
    {
        _writer.Flush();
        _file.Position = 0;
        using var reader = new BinaryReader(_file, Encoding.UTF8, leaveOpen: true);
        for (var i = 0; i < _lines; i++)
        {
            var cells = new string[reader.Read7BitEncodedInt()];
            for (var c = 0; c < cells.Length; c++) cells[c] = reader.ReadString();
            yield return cells;
        }
    }

    public void Dispose()
    {
        _writer.Dispose();
        _file.Dispose();
    }
}
