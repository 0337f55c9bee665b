using System.ComponentModel;
using System.Diagnostics;

namespace CreditKit.Desensitization.Papers;

/// <summary>
/// Pages of a PDF as pictures, made by poppler (<c>pdftoppm</c>): no hidden text, no earlier version, no metadata, nothing
/// under a black box. Where poppler is not installed a PDF is refused.
/// </summary>
internal static class PdfPages
{
    private const int MostPages = 200, Resolution = 150;
    private static readonly TimeSpan s_longest = TimeSpan.FromMinutes(2);

    /// <summary>The pages in order, as PNG.</summary>
    /// <exception cref="CreditKitException">CK1431: poppler is not here; CK1432: the PDF cannot be read.</exception>
    public static IReadOnlyList<byte[]> Render(ReadOnlySpan<byte> pdf, string program = "pdftoppm")
    {
        var folder = Directory.CreateTempSubdirectory("creditkit-paper-");
        try
        {
            var source = Path.Combine(folder.FullName, "in.pdf");
            File.WriteAllBytes(source, pdf);
            var start = new ProcessStartInfo(program) { RedirectStandardError = true, RedirectStandardOutput = true };
            foreach (var argument in new[] { "-q", "-png", "-r", $"{Resolution}", "-l", $"{MostPages + 1}", source, Path.Combine(folder.FullName, "page") }) start.ArgumentList.Add(argument);
            using (var process = Process.Start(start) ?? throw Absent(null))
            {
                process.OutputDataReceived += (_, _) => { };
                process.ErrorDataReceived += (_, _) => { };
                process.BeginOutputReadLine();
                process.BeginErrorReadLine();
                if (!process.WaitForExit(s_longest))
                {
                    process.Kill(entireProcessTree: true);
                    throw Unreadable("处理超时");
                }

                if (process.ExitCode != 0) throw Unreadable("文件损坏或有密码");
            }

            var pages = Directory.GetFiles(folder.FullName, "page*.png").Order(StringComparer.Ordinal).ToList();
            if (pages.Count is 0 or > MostPages) throw Unreadable(pages.Count == 0 ? "没有页面" : $"超过 {MostPages} 页");
            return [.. pages.Select(p => ImageCleaner.Png(File.ReadAllBytes(p)) ?? throw Unreadable("页面无法转换"))];
        }
        catch (Win32Exception e)
        {
            throw Absent(e);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static CreditKitException Absent(Exception? inner) =>
        new("CK1431", "PDF 不能直接公开，而本机没有安装把它转成图片的程序（poppler 的 pdftoppm）。", "请安装 poppler-utils，或者把打印稿扫描成 PNG、JPG 后再试。", inner);

    private static CreditKitException Unreadable(string why) => new("CK1432", $"PDF 无法转成图片：{why}。", "请用能打开它的程序另存或打印成新的 PDF，或者扫描成 PNG、JPG 后再试。");
}
