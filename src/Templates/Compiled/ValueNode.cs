using System.Buffers;
using System.Globalization;

namespace CreditKit.Templates.Compiled;

/// <summary>A variable, encoded; trusted markup, and nothing else, as it is.</summary>
internal sealed class ValueNode(Variable variable) : Node
{
    public override void Write(Scope scope, IBufferWriter<byte> output)
    {
        if (variable.IsText)
        {
            HtmlText.Encode(variable.Text(scope), output);
            return;
        }

        switch (variable.Get(scope))
        {
            case null:
                break;
            case TrustedMarkup markup:
                HtmlText.Raw(markup.ToString(), output);
                break;
            case IFormattable other:
                HtmlText.Encode(other.ToString(null, CultureInfo.InvariantCulture), output);
                break;
            case var other:
                HtmlText.Encode(other.ToString(), output);
                break;
        }
    }
}
