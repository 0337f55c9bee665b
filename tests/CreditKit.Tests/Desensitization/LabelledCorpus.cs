using System.Reflection;
using System.Text;
using System.Text.Json;
using CreditKit.Recognition;

namespace CreditKit.Tests.Desensitization;

/// <summary>Sentences with the personal data in them marked as ⟦kind|value⟧.</summary>
internal static class LabelledCorpus
{
    /// <summary>The sentences of a file of the corpus.</summary>
    /// <param name="name">The file.</param>
    /// <param name="area">The folder of the assembly that holds the corpus.</param>
    public static List<(string Text, List<RecognizedSpan> Labels)> Read(string name, string area = "Desensitization")
    {
        var folder = Path.Combine(Path.GetDirectoryName(Assembly.GetExecutingAssembly().Location)!, area, "corpus");
        return [.. File.ReadLines(Path.Combine(folder, name)).Select(line => Parse(JsonDocument.Parse(line).RootElement.GetProperty("text").GetString()!))];
    }

    private static (string Text, List<RecognizedSpan> Labels) Parse(string marked)
    {
        var text = new StringBuilder();
        var labels = new List<RecognizedSpan>();
        for (var i = 0; i < marked.Length; i++)
        {
            if (marked[i] != '⟦')
            {
                text.Append(marked[i]);
                continue;
            }

            var bar = marked.IndexOf('|', i);
            var close = marked.IndexOf('⟧', bar);
            labels.Add(new(text.Length, close - bar - 1, marked[(i + 1)..bar], false));
            text.Append(marked, bar + 1, close - bar - 1);
            i = close;
        }

        return (text.ToString(), labels);
    }
}
