using Microsoft.Extensions.DependencyInjection;

namespace Portal.Moderation;

/// <summary>What people agree to, from every module that asks.</summary>
public static class ConsentServices
{
    /// <summary>Shows the texts on the page of consents, and names them on receipts and in the package of one's own data.</summary>
    public static IServiceCollection AddConsent(this IServiceCollection services, IReadOnlyList<ConsentText> texts)
    {
        foreach (var text in texts) services.AddSingleton(text);
        return services;
    }
}
