namespace CreditKit.Templates;

/// <summary>A template cannot be used: which file, which line, what is wrong and what would be right, in Chinese.</summary>
public sealed class TemplateException : Exception
{
    /// <summary>Names the place and the fault.</summary>
    /// <param name="file">The template file as a person knows it.</param>
    /// <param name="line">Line, from 1; 0 when no single line is at fault.</param>
    /// <param name="problem">What is wrong and what would be right.</param>
    /// <param name="inner">The engine's own exception, when it found the fault.</param>
    public TemplateException(string file, int line, string problem, Exception? inner = null)
        : base(line > 0 ? $"CK1601: 模板 {file} 第 {line} 行：{problem}" : $"CK1601: 模板 {file}：{problem}", inner)
    {
        File = file;
        Line = line;
    }

    /// <summary>The template file.</summary>
    public string File { get; }

    /// <summary>Line, from 1; 0 when no single line is at fault.</summary>
    public int Line { get; }
}
