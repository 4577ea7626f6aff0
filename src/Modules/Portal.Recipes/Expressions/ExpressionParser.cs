using System.Globalization;

namespace Portal.Recipes.Expressions;

/// <summary>Reads an expression and works it out at once: calls of known functions, texts, whole numbers, <c>+ - *</c>, dates and <c>slice</c>. Nothing else exists, so nothing else can run.</summary>
/// <param name="call">Works out a function; null = there is none of that name.</param>
/// <param name="now">The instant that <c>new Date()</c> means.</param>
public sealed class ExpressionParser(string source, Func<string, IReadOnlyList<string>, string?> call, DateTimeOffset now)
{
    const int Deepest = 32;

    readonly List<Token> tokens = Token.Split(source);
    int at;
    int depth;

    /// <exception cref="ExpressionException">The expression is not in the language, or a function fails.</exception>
    public string Evaluate()
    {
        try
        {
            var value = Sum();
            Skip(";");
            return tokens[at].Kind == TokenKind.End ? AsText(value) : throw NotUnderstood();
        }
        catch (Exception range) when (range is OverflowException or ArgumentOutOfRangeException)
        {
            throw new ExpressionException("This expression gives a date or number out of range; its text was kept.");
        }
    }

    object Sum()
    {
        if (++depth > Deepest) throw NotUnderstood();
        var left = Product();
        while (true)
        {
            if (Skip("+"))
            {
                var right = Product();
                left = left is long a && right is long b ? checked(a + b) : AsText(left) + AsText(right);
            }
            else if (Skip("-")) left = checked(AsNumber(left) - AsNumber(Product()));
            else break;
        }

        depth--;
        return left;
    }

    object Product()
    {
        var left = Member();
        while (Skip("*")) left = checked(AsNumber(left) * AsNumber(Member()));
        return left;
    }

    object Member()
    {
        var value = Atom();
        while (Skip("."))
        {
            var name = Name();
            var arguments = Arguments();
            value = (value, name, arguments.Count) switch
            {
                (DateTimeOffset date, "toISOString", 0) => date.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture),
                (string text, "slice", 1 or 2) => Slice(text, AsNumber(arguments[0]), arguments.Count == 2 ? AsNumber(arguments[1]) : text.Length),
                _ => throw NotUnderstood(),
            };
        }

        return value;
    }

    object Atom()
    {
        var token = tokens[at];
        switch (token.Kind)
        {
            case TokenKind.Text: at++; return token.Value;
            case TokenKind.Number: at++; return long.Parse(token.Value, NumberStyles.None, CultureInfo.InvariantCulture);
            case TokenKind.Sign when Skip("-"): return checked(-AsNumber(Atom()));
            case TokenKind.Sign when Skip("("):
                var inner = Sum();
                Demand(")");
                return inner;
            case TokenKind.Name: return Named(Name());
            default: throw NotUnderstood();
        }
    }

    object Named(string name)
    {
        if (name == "new") return Name() == "Date" ? Date(Arguments()) : throw NotUnderstood();
        if (name == "Date")
        {
            Demand(".");
            return Name() == "now" && Arguments().Count == 0 ? now.ToUnixTimeMilliseconds() : throw NotUnderstood();
        }

        return call(name, [.. Arguments().Select(AsText)]) ?? throw NotUnderstood();
    }

    DateTimeOffset Date(List<object> arguments) => arguments switch
    {
        [] => now,
        [long milliseconds] => DateTimeOffset.FromUnixTimeMilliseconds(milliseconds),
        _ => throw NotUnderstood(),
    };

    List<object> Arguments()
    {
        Demand("(");
        var arguments = new List<object>();
        if (Skip(")")) return arguments;
        do arguments.Add(Sum());
        while (Skip(","));
        Demand(")");
        return arguments;
    }

    static string Slice(string text, long from, long to)
    {
        int start = Within(from), end = Within(to);
        return start < end ? text[start..end] : "";

        // As in JavaScript: negative positions count from the end, and none lies outside the text.
        int Within(long position) => (int)Math.Clamp(position < 0 ? text.Length + position : position, 0, text.Length);
    }

    string Name() => tokens[at] is { Kind: TokenKind.Name } token ? Take(token) : throw NotUnderstood();

    string Take(Token token)
    {
        at++;
        return token.Value;
    }

    bool Skip(string sign)
    {
        if (tokens[at].Kind != TokenKind.Sign || tokens[at].Value != sign) return false;
        at++;
        return true;
    }

    void Demand(string sign)
    {
        if (!Skip(sign)) throw NotUnderstood();
    }

    static long AsNumber(object value) => value as long? ?? throw NotUnderstood();

    static string AsText(object value) => value switch
    {
        string text => text,
        long number => number.ToString(CultureInfo.InvariantCulture),
        _ => throw NotUnderstood(),
    };

    static ExpressionException NotUnderstood() => new("This expression is not one that recipes may contain here; its text was kept.");
}
