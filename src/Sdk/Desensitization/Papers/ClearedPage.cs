namespace CreditKit.Desensitization.Papers;

/// <summary>A page of a cleared copy.</summary>
/// <param name="Content">The picture.</param>
/// <param name="Extension"><c>.png</c> or <c>.jpg</c>.</param>
internal readonly record struct ClearedPage(byte[] Content, string Extension)
{
    public string MediaType => Extension == ".jpg" ? "image/jpeg" : "image/png";
}
