using HandlebarsDotNet;
using HandlebarsDotNet.IO;

namespace CreditKit.Templates;

/// <summary>Lets <see cref="TrustedMarkup"/>, and nothing else, through unencoded.</summary>
internal sealed class TrustedMarkupFormatter : IFormatter, IFormatterProvider
{
    public bool TryCreateFormatter(Type type, out IFormatter formatter)
    {
        formatter = this;
        return type == typeof(TrustedMarkup);
    }

    public void Format<T>(T value, in EncodedTextWriter writer) => writer.Write(value is TrustedMarkup markup ? markup.ToString() : "", false);
}
