using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Portal.TransparencyLog;

/// <summary>Writes events as bytes that are then kept verbatim: JSON in the order of its members, without blanks, in UTF-8.</summary>
public static class LogEvent
{
    static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static byte[] Bytes(JsonObject members) => JsonSerializer.SerializeToUtf8Bytes(members, Json);
}
