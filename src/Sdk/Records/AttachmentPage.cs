namespace CreditKit.Records;

/// <summary>One page of a cleared copy: a picture without metadata.</summary>
/// <param name="MediaType"><c>image/png</c> or <c>image/jpeg</c>.</param>
/// <param name="Length">Bytes, at least 1.</param>
/// <param name="Sha256">SHA-256 of the picture, lower-case hexadecimal.</param>
public sealed record AttachmentPage(string MediaType, long Length, string Sha256)
{
    /// <summary>Pages are kept and handed on in pieces of so many bytes; the last one may be shorter.</summary>
    public const int PieceSize = 256 * 1024;

    /// <summary>Number of pieces.</summary>
    public int Pieces => (int)((Length + PieceSize - 1) / PieceSize);

    /// <summary>Extension of a file name, with the dot.</summary>
    public string Extension => MediaType == "image/jpeg" ? ".jpg" : ".png";
}
