using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Portal.Questionnaires.Models;

/// <summary>How questionnaires and answers are written: what is empty is left out, kinds and tests are words.</summary>
public static class FormJson
{
    public static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault, RespectNullableAnnotations = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase, allowIntegerValues: false) },
    };

    public static string Write(Form form) => JsonSerializer.Serialize(form, Options);

    /// <exception cref="JsonException">It is not the JSON of a questionnaire.</exception>
    public static Form Read(string json) => JsonSerializer.Deserialize<Form>(json, Options) ?? throw new JsonException("Null is no questionnaire.");

    public static IReadOnlyDictionary<string, StoredAnswer> ReadAnswers(string json) => JsonSerializer.Deserialize<Dictionary<string, StoredAnswer>>(json, Options) ?? [];

    public static string Write(IReadOnlyDictionary<string, StoredAnswer> answers) => JsonSerializer.Serialize(answers, Options);
}
