using System.Buffers;
using System.Collections;

namespace CreditKit.Templates.Compiled;

/// <summary><c>{{#each}}</c>; its <c>{{else}}</c> stands for an empty list.</summary>
internal sealed class EachNode(Variable variable, Node[] body, Node[] otherwise) : Node
{
    public override void Write(Scope scope, IBufferWriter<byte> output)
    {
        if (variable.Get(scope) is not IEnumerable items)
        {
            Write(otherwise, scope, output);
            return;
        }

        var item = new Scope(scope);
        var count = 0;
        var walk = items.GetEnumerator();
        using var ends = walk as IDisposable;
        var more = walk.MoveNext();
        while (more)
        {
            item.Value = walk.Current;
            item.Index = count++;
            more = walk.MoveNext();
            item.Last = !more;
            Write(body, item, output);
        }

        if (count == 0) Write(otherwise, scope, output);
    }
}
