using Portal.Cms.Localization;
using Portal.Cms.Settings;

namespace Portal.Site.Settings;

/// <summary>The settings that every site has.</summary>
static class SiteGroups
{
    public static readonly SettingsGroup Identity = new("identity", 10, "Name and address", "What the site is called, and where it is found.",
    [
        new TextsSetting("SiteNames", "Name of the site") { IsRequired = true, MostLength = 80 },
        new TextsSetting("SiteTaglines", "What the site is, in one sentence", "Stands at the foot of every page.") { MostLength = 300 },
        new TextSetting("BaseUrl", "Public address", "Links in mails, the sitemap and citations begin with it.") { Kind = TextKind.Site },
    ]);

    public static readonly SettingsGroup People = new("operator", 15, "Who runs it, who pays", "Readers find this at the foot of every page, in their own language.",
    [
        new TextsSetting("SiteOperator", "Who runs this site", "Name, legal form and address.") { Lines = 3, MostLength = 600 },
        new TextsSetting("SiteFunding", "Who pays for it", "Donors and own money, as plainly as possible.") { Lines = 3, MostLength = 600 },
        new TextSetting("SiteContact", "E-mail address for readers") { Kind = TextKind.Email, MostLength = 254 },
    ]);

    public static readonly SettingsGroup Languages = new("languages", 20, "Languages and time", "In which order languages stand, and in which zone times are shown.",
    [
        new CultureOrderSetting("LocalizationSettings.SupportedCultures", "Order of the languages", "As the language picker shows them on every page."),
        new ChoiceSetting("LocalizationSettings.DefaultCulture", "Language for visitors whose browser asks for none of these", [.. Culture.All.Select(c => new SettingOption(c.Code, c.NativeName))], "Counts on the address without a language."),
        new ChoiceSetting("TimeZoneId", "Times are shown in", [.. TimeZones.All.Select(z => new SettingOption(z, TimeZones.NameOf(z)))], "For who has chosen no zone of their own."),
    ]);

    public static readonly SettingsGroup Security = new("security-txt", 70, "Reports of weaknesses", "Whom to tell of a weakness of the site.",
    [
        new TextSetting("SecurityTxt.Contact", "Where to write", "An e-mail address, or the address of a page.") { MostLength = 254 },
        new DateSetting("SecurityTxt.Expires", "Somebody looks at it again by", "A year ahead at most. Without contact and day there is no such file."),
        new TextSetting("SecurityTxt.Policy", "Page that says how reports are handled") { Kind = TextKind.Web },
    ]);
}
