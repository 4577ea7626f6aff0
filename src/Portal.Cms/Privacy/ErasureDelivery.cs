using System.Text.Json;
using Portal.Cms.Data;

namespace Portal.Cms.Privacy;

/// <summary>After an erasure was committed: writes it into the register, then makes the database forget what it only marked as free.</summary>
public sealed class ErasureDelivery(ErasureRegister register, IPortalDatabase database, IEnumerable<ProcessingActivity> activities) : IOutboxHandler
{
    public const string KindOfMessage = "erased";

    public string Kind => KindOfMessage;

    /// <returns>The payload of the message that an erasing action leaves.</returns>
    public static string Of(ErasureRegister.Entry entry) => JsonSerializer.Serialize(entry);

    public async Task DeliverAsync(string payload, CancellationToken cancel)
    {
        await register.AddAsync(JsonSerializer.Deserialize<ErasureRegister.Entry>(payload)!, cancel);
        await database.ForgetAsync([.. activities.SelectMany(a => a.Tables).Distinct(StringComparer.Ordinal)], cancel);
    }
}
