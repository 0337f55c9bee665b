using System.Collections;

namespace CreditKit.Templates.Compiled;

/// <summary><c>{{#each}}</c>; its <c>{{else}}</c> stands for an empty list.</summary>
/// <param name="variable">The list.</param>
/// <param name="body">What is written for an item.</param>
/// <param name="otherwise">What is written for an empty list.</param>
/// <param name="closed">The body names nothing but the item: what was written for an item that serves many pages may be kept.</param>
internal sealed class EachNode(Variable variable, Node[] body, Node[] otherwise, bool closed) : Node
{
    public override void Write(Scope scope, ref HtmlWriter output)
    {
        var count = 0;
        switch (variable.Get(scope))
        {
            case IList items:
                count = items.Count;
                if (count == 0) break;
                var item = new Scope(scope);
                for (var i = 0; i < count; i++) Write(item, items[i], i, i == count - 1, ref output);
                return;
            case IEnumerable items:
                var walked = new Scope(scope);
                var walk = items.GetEnumerator();
                using (walk as IDisposable)
                {
                    for (var more = walk.MoveNext(); more;)
                    {
                        var value = walk.Current;
                        more = walk.MoveNext();
                        Write(walked, value, count++, !more, ref output);
                    }
                }

                break;
        }

        if (count == 0) Write(otherwise, scope, ref output);
    }

    private void Write(Scope item, object? value, int index, bool last, ref HtmlWriter output)
    {
        (item.Value, item.Index, item.Last) = (value, index, last);
        if (closed && value is IKeptModel { Kept: { } kept }) output.Write(kept.Of(body, item));
        else Write(body, item, ref output);
    }
}
