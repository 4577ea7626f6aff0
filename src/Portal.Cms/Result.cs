namespace Portal.Cms;

/// <summary>What kind of refusal a <see cref="Problem"/> is; decides the HTTP status and how a page shows it.</summary>
public enum ProblemKind
{
    /// <summary>The input breaks a rule; <see cref="Problem.Errors"/> names the fields. 400.</summary>
    Invalid,
    /// <summary>The caller may not do this. 403.</summary>
    Forbidden,
    /// <summary>There is no such thing, or not for this caller. 404.</summary>
    NotFound,
    /// <summary>Somebody else was faster, or the state no longer allows it. 409.</summary>
    Conflict,
}

/// <summary>One rule that one field breaks.</summary>
/// <param name="Field">The field's name as the caller sent it (camelCase).</param>
/// <param name="Message">English message id; translated when shown.</param>
/// <param name="Args">Values for the message's placeholders, such as the limit.</param>
public sealed record FieldError(string Field, string Message, params object[] Args);

/// <summary>Why an action was refused, in words for the person who asked. Never an exception: refusals are ordinary.</summary>
/// <param name="Message">English message id; translated when shown.</param>
public sealed record Problem(ProblemKind Kind, string Message, params object[] Args)
{
    public IReadOnlyList<FieldError> Errors { get; init; } = [];

    public static Problem Forbidden(string message, params object[] args) => new(ProblemKind.Forbidden, message, args);
    public static Problem NotFound(string message, params object[] args) => new(ProblemKind.NotFound, message, args);
    public static Problem Conflict(string message, params object[] args) => new(ProblemKind.Conflict, message, args);
    public static Problem Invalid(string field, string message, params object[] args) => Invalid([new FieldError(field, message, args)]);
    public static Problem Invalid(IReadOnlyList<FieldError> errors) => new(ProblemKind.Invalid, "Some answers need another look.") { Errors = errors };
}

/// <summary>The outcome of an action: a value, or the problem that kept it from happening.</summary>
public readonly record struct Result<T>
{
    readonly T? value;

    Result(T? value, Problem? problem) => (this.value, Problem) = (value, problem);

    public Problem? Problem { get; }
    public bool Succeeded => Problem is null;

    /// <exception cref="InvalidOperationException">The action was refused; look at <see cref="Problem"/> first.</exception>
    public T Value => Problem is null ? value! : throw new InvalidOperationException($"Refused: {Describe(Problem)}");

    public static implicit operator Result<T>(T value) => new(value, null);
    public static implicit operator Result<T>(Problem problem) => new(default, problem);

    static string Describe(Problem problem) =>
        string.Join("; ", [problem.Message, .. problem.Errors.Select(e => $"{e.Field}: {e.Message}")]);
}

public static class Result
{
    /// <summary>Wraps a value where the compiler cannot convert by itself (interfaces).</summary>
    public static Result<T> Of<T>(T value) => value;
}

/// <summary>The value of an action that has nothing to say but that it happened.</summary>
public readonly record struct Done;
