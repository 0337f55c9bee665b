using System.Collections.Concurrent;
using System.Linq.Expressions;

namespace CreditKit.Templates.Compiled;

/// <summary>
/// Reads one path of one model's type. Compiled when it is first read and once for all pages: the frame alone is named by
/// thirty of them, and a site that starts shows one.
/// </summary>
internal sealed class Getter
{
    private static readonly ConcurrentDictionary<(Type From, string Path), Getter> s_known = new();

    private readonly ParameterExpression _model = Expression.Parameter(typeof(object));
    private readonly Expression _read;
    private readonly List<Expression> _steps = [];
    private Func<object, object?>? _value;
    private Func<object, string?>? _text;
    private Func<object, bool>? _flag;

    private Getter(Type from, string path)
    {
        _read = Expression.Convert(_model, from);
        foreach (var name in path == "this" ? [] : path.Split('.'))
        {
            if (_read.Type.IsClass || _read.Type.IsInterface) _steps.Add(_read);
            _read = Expression.Property(_read, name);
        }
    }

    /// <summary>The declared type.</summary>
    public Type Type => _read.Type;

    public static Getter Of(Type from, string path) => s_known.GetOrAdd((from, path), static key => new(key.From, key.Path));

    public object? Value(object model) => (_value ??= Compile<object?>(Expression.Convert(_read, typeof(object))))(model);

    /// <summary>Only of a text.</summary>
    public string? Text(object model) => (_text ??= Compile<string?>(_read))(model);

    /// <summary>Only of a truth value.</summary>
    public bool Flag(object model) => (_flag ??= Compile<bool>(_read))(model);

    // A part that is absent makes the whole absent.
    private Func<object, T> Compile<T>(Expression whole)
    {
        for (var i = _steps.Count - 1; i > 0; i--)
            whole = Expression.Condition(Expression.ReferenceEqual(_steps[i], Expression.Constant(null)), Expression.Default(whole.Type), whole);
        return Expression.Lambda<Func<object, T>>(whole, _model).Compile();
    }
}
