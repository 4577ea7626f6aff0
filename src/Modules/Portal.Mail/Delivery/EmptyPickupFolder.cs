using Microsoft.Extensions.Options;
using Portal.Cms.Data;
using Portal.Cms.Jobs;

namespace Portal.Mail.Delivery;

/// <summary>Deletes mails that nobody picked up in time: they hold addresses and receipt codes.</summary>
public sealed class EmptyPickupFolder(PickupFolder folder, IOptions<PickupSettings> settings, TimeProvider clock) : IJob
{
    public Task RunAsync(CancellationToken cancel)
    {
        folder.DeleteWrittenBefore(clock.UtcNow.AddHours(-settings.Value.Hours));
        return Task.CompletedTask;
    }
}

/// <summary>How long mails wait in the pickup folder, from <c>Portal:Mail:Pickup</c>.</summary>
public sealed class PickupSettings
{
    public const string Section = "Portal:Mail:Pickup";

    /// <summary>1 to 720.</summary>
    public int Hours { get; set; } = 48;
}
