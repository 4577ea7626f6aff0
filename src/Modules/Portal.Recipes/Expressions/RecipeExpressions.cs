using System.Buffers;
using System.Text.Json.Nodes;
using Portal.Recipes.Models;
using Portal.Recipes.Reading;

namespace Portal.Recipes.Expressions;

/// <summary>Works out the expressions of one recipe: string values that are <c>[js: …]</c> or <c>[file: …]</c> from end to end. Variables keep their first value.</summary>
public sealed class RecipeExpressions(Recipe recipe, RecipeFunctions functions, TimeProvider clock)
{
    /// <summary>A value may be an expression again, but not for ever.</summary>
    const int MostRounds = 8;

    static readonly SearchValues<char> Letters = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz");

    readonly Dictionary<string, string> variables = new(StringComparer.Ordinal);
    readonly List<string> open = [];

    /// <summary>Puts values in the place of a step's expressions. One that cannot be worked out stays as it is and is noted.</summary>
    public void Resolve(JsonNode node, RecipeStepReport report)
    {
        switch (node)
        {
            case JsonObject members:
                foreach (var (name, value) in members.ToList()) Replace(value, report, resolved => members[name] = resolved);
                break;
            case JsonArray items:
                for (var i = 0; i < items.Count; i++) Replace(items[i], report, resolved => items[i] = resolved);
                break;
        }
    }

    void Replace(JsonNode? node, RecipeStepReport report, Action<string> put)
    {
        if (node.AsText() is { } text)
        {
            if (!text.StartsWith('[')) return;
            try
            {
                if (Evaluate(text) is var value && value != text) put(value);
            }
            catch (ExpressionException failure)
            {
                report.Note(node!.GetPath(), failure.Problem, [.. failure.Args]);
            }
        }
        else if (node is not null)
        {
            Resolve(node, report);
        }
    }

    /// <returns>The value of an expression; any other text as it is.</returns>
    /// <exception cref="ExpressionException">It looks like an expression and cannot be worked out.</exception>
    public string Evaluate(string text)
    {
        for (var round = 0; IsExpression(text, out var engine, out var script); round++)
        {
            if (round == MostRounds) throw new ExpressionException("This expression leads to ever more expressions; its text was kept.");
            var value = engine switch
            {
                "js" => new ExpressionParser(script, Call, clock.GetUtcNow()).Evaluate(),
                "file" => new ExpressionParser(script, (name, arguments) => RecipeFunctions.Read(recipe, name, arguments), clock.GetUtcNow()).Evaluate(),
                // Plain text that happens to look so: Orchard Core would take its brackets away.
                _ => text,
            };
            if (value == text) break;
            text = value;
        }

        return text;
    }

    string? Call(string name, IReadOnlyList<string> arguments) => (name, arguments) is ("variables", [var variable]) ? Variable(variable) : functions.Call(name, arguments);

    string Variable(string name)
    {
        if (variables.TryGetValue(name, out var known)) return known;
        if (recipe.Variables.Text(name) is not { } text) throw new ExpressionException("There is no variable {0}; the expression was kept.", name);
        if (open.Contains(name)) throw new ExpressionException("The variable {0} is defined by itself; the expression was kept.", name);

        open.Add(name);
        try { return variables[name] = Evaluate(text); }
        finally { open.Remove(name); }
    }

    /// <summary>Takes <c>[letters: script]</c> apart.</summary>
    static bool IsExpression(string text, out string engine, out string script)
    {
        var colon = text.IndexOf(':', StringComparison.Ordinal);
        var isOne = colon > 1 && text[0] == '[' && text[^1] == ']' && !text.AsSpan(1, colon - 1).ContainsAnyExcept(Letters);
        (engine, script) = isOne ? (text[1..colon], text[(colon + 1)..^1]) : ("", "");
        return isOne;
    }
}
