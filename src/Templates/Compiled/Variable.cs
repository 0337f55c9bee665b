using System.Linq.Expressions;

namespace CreditKit.Templates.Compiled;

/// <summary>One variable: how many scopes up, and a getter that is compiled once.</summary>
internal sealed class Variable
{
    private readonly int _up;
    private readonly Func<object, object?>? _get;
    private readonly Func<object, string?>? _text;
    private readonly Func<object, bool>? _flag;
    private readonly string _special = "";

    private Variable(string special, Type type) => (_special, Type) = (special, type);

    private Variable(int up, Type from, string[] names)
    {
        _up = up;
        var scope = Expression.Parameter(typeof(object));
        Expression value = Expression.Convert(scope, from);
        var steps = new List<Expression>();
        foreach (var name in names)
        {
            if (value.Type.IsClass || value.Type.IsInterface) steps.Add(value);
            value = Expression.Property(value, name);
        }

        Type = value.Type;
        if (Type == typeof(string)) _text = Guarded<string?>(value);
        if (Type == typeof(bool)) _flag = Guarded<bool>(value);
        _get = Guarded<object?>(Expression.Convert(value, typeof(object)));

        // A part that is absent makes the whole absent.
        Func<object, T> Guarded<T>(Expression whole)
        {
            for (var i = steps.Count - 1; i > 0; i--)
                whole = Expression.Condition(Expression.ReferenceEqual(steps[i], Expression.Constant(null)), Expression.Default(whole.Type), whole);
            return Expression.Lambda<Func<object, T>>(whole, scope).Compile();
        }
    }

    /// <summary>The declared type.</summary>
    public Type Type { get; }

    public static Variable Of(string path, Stack<Type> scope)
    {
        if (path.StartsWith('@')) return new Variable(path, path == "@index" ? typeof(int) : typeof(bool));
        var up = 0;
        for (; path.StartsWith("../", StringComparison.Ordinal); path = path[3..]) up++;
        return new Variable(up, scope.ElementAt(up), path == "this" ? [] : path.Split('.'));
    }

    /// <summary>The value as text; null where only <see cref="Get"/> tells.</summary>
    public string? Text(Scope scope) => _text is { } text && At(scope).Value is { } value ? text(value) : null;

    /// <summary>The value.</summary>
    public object? Get(Scope scope) => _special switch
    {
        "@index" => At(scope).Index,
        "@first" => At(scope).Index == 0,
        "@last" => At(scope).Last,
        _ => At(scope).Value is { } value ? _get!(value) : null,
    };

    /// <summary>Whether the value is something: not false, 0, empty or absent.</summary>
    public bool Holds(Scope scope)
    {
        if (_flag is { } flag) return At(scope).Value is { } value && flag(value);
        if (_text is not null) return !string.IsNullOrEmpty(Text(scope));
        return Get(scope) switch
        {
            null or false or 0 or "" => false,
            TrustedMarkup => true,
            System.Collections.ICollection list => list.Count > 0,
            System.Collections.IEnumerable items => items.Cast<object?>().Any(),
            _ => true,
        };
    }

    public bool IsText => _text is not null;

    private Scope At(Scope scope)
    {
        for (var i = 0; i < _up; i++) scope = scope.Outer!;
        return scope;
    }
}
