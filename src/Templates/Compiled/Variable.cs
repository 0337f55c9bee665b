namespace CreditKit.Templates.Compiled;

/// <summary>One variable: how many scopes up, and the getter of its type.</summary>
internal sealed class Variable
{
    private readonly int _up;
    private readonly Getter? _getter;
    private readonly string _special = "";

    private Variable(string special, Type type) => (_special, Type) = (special, type);

    private Variable(int up, Getter getter) => (_up, _getter, Type, IsText) = (up, getter, getter.Type, getter.Type == typeof(string));

    /// <summary>The declared type.</summary>
    public Type Type { get; }

    public static Variable Of(string path, Stack<Type> scope)
    {
        if (path.StartsWith('@')) return new Variable(path, path == "@index" ? typeof(int) : typeof(bool));
        var up = 0;
        for (; path.StartsWith("../", StringComparison.Ordinal); path = path[3..]) up++;
        return new Variable(up, Getter.Of(scope.ElementAt(up), path));
    }

    /// <summary>The value as text; null where only <see cref="Get"/> tells.</summary>
    public string? Text(Scope scope) => IsText && At(scope).Value is { } value ? _getter!.Text(value) : null;

    /// <summary>The value.</summary>
    public object? Get(Scope scope) => _special switch
    {
        "@index" => At(scope).Index,
        "@first" => At(scope).Index == 0,
        "@last" => At(scope).Last,
        _ => At(scope).Value is { } value ? _getter!.Value(value) : null,
    };

    /// <summary>Whether the value is something: not false, 0, empty or absent.</summary>
    public bool Holds(Scope scope)
    {
        if (_getter is not null && Type == typeof(bool)) return At(scope).Value is { } value && _getter.Flag(value);
        if (IsText) return !string.IsNullOrEmpty(Text(scope));
        return Get(scope) switch
        {
            null or false or 0 or "" => false,
            TrustedMarkup => true,
            System.Collections.ICollection list => list.Count > 0,
            System.Collections.IEnumerable items => items.Cast<object?>().Any(),
            _ => true,
        };
    }

    /// <summary>Whether <see cref="Text"/> tells the value.</summary>
    public bool IsText { get; }

    private Scope At(Scope scope)
    {
        for (var i = 0; i < _up; i++) scope = scope.Outer!;
        return scope;
    }
}
