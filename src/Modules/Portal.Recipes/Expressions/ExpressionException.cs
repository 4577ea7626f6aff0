namespace Portal.Recipes.Expressions;

/// <summary>An expression of a recipe that is outside the small language understood here, or that fails. Its text is kept as it is.</summary>
/// <param name="problem">English message id for the report.</param>
public sealed class ExpressionException(string problem, params object[] args) : Exception
{
    public string Problem => problem;
    public IReadOnlyList<object> Args => args;
}
