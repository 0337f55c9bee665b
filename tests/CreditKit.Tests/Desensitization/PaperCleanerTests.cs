using System.Buffers.Binary;
using System.Text;
using CreditKit.Desensitization.Papers;
using CreditKit.Tests.Support;

namespace CreditKit.Tests.Desensitization;

[Trait("Requirement", "000-40")]
public sealed class PaperCleanerTests
{
    private const string Secret = "13905981234";

    [Fact]
    public void Png_KeepsThePicture_AndNothingElse()
    {
        byte[] picture = [.. Chunk("IHDR", new byte[13]), .. Chunk("IDAT", [1, 2, 3]), .. Chunk("IEND", [])];
        byte[] head = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A];
        byte[] paper = [.. head, .. picture[..25], .. Chunk("tEXt", Text), .. Chunk("eXIf", Text), .. Chunk("prVt", Text), .. picture[25..], .. Text];
        var (content, extension) = PaperCleaner.Clear(paper).ShouldHaveSingleItem();
        extension.ShouldBe(".png");
        content.ShouldBe([.. head, .. picture]);
    }

    [Fact]
    public void Jpeg_KeepsThePicture_AndNothingElse()
    {
        byte[] tables = [.. Segment(0xDB, [0, 1]), .. Segment(0xC0, [8, 0, 1])];
        byte[] scan = [.. Segment(0xDA, [1, 0]), 0x11, 0xFF, 0x00, 0x22, 0xFF, 0xD3, 0x33];
        byte[] paper = [0xFF, 0xD8, .. Segment(0xE0, Text), .. Segment(0xE1, Text), .. tables, .. Segment(0xFE, Text), .. scan, 0xFF, 0xD9, .. Text];
        var (content, extension) = PaperCleaner.Clear(paper).ShouldHaveSingleItem();
        extension.ShouldBe(".jpg");
        content.ShouldBe([0xFF, 0xD8, .. tables, .. scan, 0xFF, 0xD9]);
    }

    [Fact]
    public void Pdf_BecomesPictures_OrIsRefused()
    {
        var pdf = Encoding.Latin1.GetBytes($"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 72 72]>>endobj\n4 0 obj<</Author({Secret})>>endobj\ntrailer<</Root 1 0 R/Info 4 0 R>>\n");
        Should.Throw<CreditKitException>(() => PdfPages.Render(new MemoryStream(pdf), PdfPages.Drawing, "no-such-program-here").ToList()).Code.ShouldBe("CK1431");
        try
        {
            var (content, extension) = PaperCleaner.Clear(pdf).ShouldHaveSingleItem();
            extension.ShouldBe(".png");
            Encoding.Latin1.GetString(content).ShouldNotContain(Secret);
            content.AsSpan().IndexOf("tEXt"u8).ShouldBe(-1);
        }
        catch (CreditKitException fault) when (fault.Code == "CK1431")
        {
            // Poppler is not on this machine: refusing is the right answer.
        }
    }

    [Fact]
    public void Pdf_OfSeveralPages_ComesPageByPage_InEitherForm()
    {
        if (!Papers.HasPoppler) return;
        foreach (var (form, head) in new (PdfPages.Form, byte[])[] { (PdfPages.Drawing, [0x89, 0x50]), (PdfPages.Photograph, [0xFF, 0xD8]) })
        {
            var pages = PdfPages.Render(new MemoryStream(Papers.Pdf(Secret, 3)), form).ToList();
            pages.Count.ShouldBe(3);
            foreach (var page in pages) (page.AsSpan().StartsWith(head) && !Papers.Hold(page, Secret)).ShouldBeTrue();
            pages[0].ShouldNotBe(pages[1]);
        }
    }

    [Fact]
    public void WhatCannotBeCleared_IsRefused()
    {
        byte[][] papers = [Encoding.UTF8.GetBytes("GIF89a"), [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0xFF, 0xFF, 0xFF, 0xFF], [0xFF, 0xD8, 0xFF, 0xE1, 0xFF], Encoding.UTF8.GetBytes(Secret)];
        foreach (var paper in papers) Should.Throw<CreditKitException>(() => PaperCleaner.Clear(paper)).ShouldSatisfyAllConditions(e => e.Code.ShouldBe("CK1433"), e => e.Message.ShouldNotContain(Secret));
    }

    private static byte[] Text => Encoding.UTF8.GetBytes(Secret);

    private static byte[] Chunk(string name, byte[] content)
    {
        var length = new byte[4];
        BinaryPrimitives.WriteInt32BigEndian(length, content.Length);
        return [.. length, .. Encoding.Latin1.GetBytes(name), .. content, 0, 0, 0, 0];
    }

    private static byte[] Segment(byte marker, byte[] content) => [0xFF, marker, (byte)((content.Length + 2) >> 8), (byte)(content.Length + 2), .. content];
}
