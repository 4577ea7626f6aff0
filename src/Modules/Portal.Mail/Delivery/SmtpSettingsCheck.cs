using Microsoft.Extensions.Options;

namespace Portal.Mail.Delivery;

/// <summary>Stops the portal at its start rather than at the first mail.</summary>
public sealed class SmtpSettingsCheck : IValidateOptions<SmtpSettings>
{
    public ValidateOptionsResult Validate(string? name, SmtpSettings options) =>
        options.Check() is { } wrong ? ValidateOptionsResult.Fail(wrong) : ValidateOptionsResult.Success;
}
