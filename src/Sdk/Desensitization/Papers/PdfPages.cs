using System.ComponentModel;
using System.Diagnostics;

namespace CreditKit.Desensitization.Papers;

/// <summary>
/// Pages of a PDF as pictures, made by poppler (<c>pdftoppm</c>): no hidden text, no earlier version, no metadata, nothing
/// under a black box. Everything goes through pipes: no unprotected copy ever lies on the disk. Where poppler is not
/// installed a PDF is refused.
/// </summary>
internal static class PdfPages
{
    /// <summary>Sharp letters; small where the page is text.</summary>
    public static readonly Form Drawing = new(".png", 1 << 20, ["-png"]);

    /// <summary>Scans and photographs.</summary>
    public static readonly Form Photograph = new(".jpg", int.MaxValue, ["-jpeg", "-jpegopt", "quality=85"]);

    // The longer side of a page: an A4 page at 188 dots an inch, and a bound for pages of any size.
    private const int MostPages = 200, LongerSide = 2200, LargestPage = 32 << 20;
    private static readonly TimeSpan s_longest = TimeSpan.FromMinutes(5);

    /// <summary>The pages in order, each made when it is asked for.</summary>
    /// <exception cref="CreditKitException">CK1431: poppler is not here; CK1432: the PDF cannot be read.</exception>
    public static IEnumerable<byte[]> Render(Stream pdf, Form form, string program = "pdftoppm")
    {
        using var process = Start(program, form);
        using var limit = new CancellationTokenSource(s_longest);
        using var late = limit.Token.Register(() => Kill(process));
        var feeding = Task.Run(() => Feed(pdf, process));
        try
        {
            using var splitter = new PageSplitter(process.StandardOutput.BaseStream, LargestPage);
            var pages = 0;
            while (Next(splitter, limit.Token) is { } page)
            {
                if (++pages > MostPages) throw Unreadable($"超过 {MostPages} 页");
                yield return Cleaned(page, form) ?? throw Unreadable("页面无法转换");
            }

            process.WaitForExit();
            if (limit.IsCancellationRequested) throw Unreadable("处理超时");
            if (process.ExitCode != 0 || pages == 0) throw Unreadable("文件损坏、有密码或者没有页面");
        }
        finally
        {
            Kill(process);
            feeding.GetAwaiter().GetResult();
        }
    }

    private static byte[]? Cleaned(byte[] page, Form form) => form.Extension == ".png" ? ImageCleaner.Png(page) : ImageCleaner.Jpeg(page);

    private static Process Start(string program, Form form)
    {
        var start = new ProcessStartInfo(program) { RedirectStandardError = true, RedirectStandardOutput = true, RedirectStandardInput = true };
        foreach (var argument in (string[])["-q", .. form.Arguments, "-scale-to", $"{LongerSide}", "-l", $"{MostPages + 1}", "-"]) start.ArgumentList.Add(argument);
        try
        {
            var process = Process.Start(start) ?? throw Absent(null);
            process.ErrorDataReceived += (_, _) => { };
            process.BeginErrorReadLine();
            return process;
        }
        catch (Win32Exception e)
        {
            throw Absent(e);
        }
    }

    // The program may stop reading before the end: what is wrong with the file is told by its exit.
    private static void Feed(Stream pdf, Process process)
    {
        try
        {
            using var input = process.StandardInput.BaseStream;
            pdf.CopyTo(input, 1 << 16);
        }
        catch (IOException)
        {
            // It has ended.
        }
    }

    private static byte[]? Next(PageSplitter splitter, CancellationToken late)
    {
        try
        {
            return splitter.Next();
        }
        catch (Exception e) when (e is InvalidDataException or EndOfStreamException)
        {
            throw Unreadable(late.IsCancellationRequested ? "处理超时" : "页面过大或者无法转换");
        }
    }

    private static void Kill(Process process)
    {
        try
        {
            process.Kill(entireProcessTree: true);
        }
        catch (InvalidOperationException)
        {
            // It has ended by itself.
        }
    }

    private static CreditKitException Absent(Exception? inner) =>
        new("CK1431", "PDF 不能直接公开，而本机没有安装把它转成图片的程序（poppler 的 pdftoppm）。", "请安装 poppler-utils，或者把打印稿扫描成 PNG、JPG 后再试。", inner);

    private static CreditKitException Unreadable(string why) => new("CK1432", $"PDF 无法转成图片：{why}。", "请用能打开它的程序另存或打印成新的 PDF，或者扫描成 PNG、JPG 后再试。");

    /// <summary>How pages come out.</summary>
    /// <param name="Extension">Of a file.</param>
    /// <param name="Largest">Bytes of a page above which the other form is the better one.</param>
    /// <param name="Arguments">For the program.</param>
    internal sealed record Form(string Extension, int Largest, IReadOnlyList<string> Arguments);
}
