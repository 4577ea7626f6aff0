using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.Extensions.Localization;

namespace Portal.Cms.Http;

/// <summary>Shows a <see cref="Problem"/> to whoever asked: as problem details (RFC 9457) on the API, as model errors on a form; in the caller's language.</summary>
public static class ProblemResults
{
    public static int StatusOf(ProblemKind kind) => kind switch
    {
        ProblemKind.Forbidden => StatusCodes.Status403Forbidden,
        ProblemKind.NotFound => StatusCodes.Status404NotFound,
        ProblemKind.Conflict => StatusCodes.Status409Conflict,
        _ => StatusCodes.Status400BadRequest,
    };

    extension(Problem problem)
    {
        public string In(IStringLocalizer text) => text[problem.Message, problem.Args];

        public ProblemHttpResult ToHttp(IStringLocalizer text) => TypedResults.Problem(
            title: problem.In(text),
            statusCode: StatusOf(problem.Kind),
            extensions: problem.Errors.Count == 0 ? null : new Dictionary<string, object?>(StringComparer.Ordinal)
            {
                ["errors"] = problem.Errors.GroupBy(e => e.Field, StringComparer.Ordinal)
                    .ToDictionary(g => JsonNamingPolicy.CamelCase.ConvertName(g.Key), g => g.Select(e => text[e.Message, e.Args].Value).ToArray(), StringComparer.Ordinal),
            });

        /// <summary>Puts the problem beside the fields of a form; what is wrong as a whole under the empty key.</summary>
        public void AddTo(ModelStateDictionary form, IStringLocalizer text)
        {
            if (problem.Errors.Count == 0) form.AddModelError("", problem.In(text));
            foreach (var error in problem.Errors) form.AddModelError(error.Field, text[error.Message, error.Args]);
        }
    }
}
