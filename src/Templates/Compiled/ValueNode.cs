using System.Globalization;

namespace CreditKit.Templates.Compiled;

/// <summary>A variable, encoded; trusted markup, and nothing else, as it is.</summary>
internal sealed class ValueNode(Variable variable) : Node
{
    public override void Write(Scope scope, ref HtmlWriter output)
    {
        if (variable.IsText)
        {
            output.Encode(variable.Text(scope));
            return;
        }

        switch (variable.Get(scope))
        {
            case null:
                break;
            case TrustedMarkup markup:
                output.Raw(markup.ToString());
                break;
            case IFormattable other:
                output.Encode(other.ToString(null, CultureInfo.InvariantCulture));
                break;
            case var other:
                output.Encode(other.ToString());
                break;
        }
    }
}
