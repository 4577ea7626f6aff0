using System.Globalization;
using Portal.Cms;

namespace Portal.AuditTrail.ViewModels;

/// <param name="Days">As it is kept; null = for as long as the portal runs.</param>
public sealed record RetentionForm(int? Days)
{
    public bool IsLimited { get; init; } = Days is not null;
    public string? Typed { get; init; } = Days?.ToString(CultureInfo.InvariantCulture);
    public Problem? Problem { get; init; }
}
