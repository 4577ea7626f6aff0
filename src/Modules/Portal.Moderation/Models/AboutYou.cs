namespace Portal.Moderation.Models;

/// <summary>What people may say about themselves, with what it is called. None of it is ever required.</summary>
public static class AboutYou
{
    /// <summary>Keys as stored, with the English message id that people see.</summary>
    public static readonly IReadOnlyDictionary<string, string> AgeBands = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["under-18"] = "Under 18",
        ["18-29"] = "18 to 29",
        ["30-44"] = "30 to 44",
        ["45-59"] = "45 to 59",
        ["60-plus"] = "60 or older",
    };

    /// <summary>Keys as stored, with the English message id that people see.</summary>
    public static readonly IReadOnlyDictionary<string, string> Genders = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["woman"] = "Woman",
        ["man"] = "Man",
        ["other"] = "Another gender",
    };

    /// <summary>Keys as stored, with the English message id that people see.</summary>
    public static readonly IReadOnlyDictionary<string, string> Communities = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["albanian"] = "Albanians",
        ["ashkali"] = "Ashkali",
        ["bosniak"] = "Bosniaks",
        ["croat"] = "Croats",
        ["egyptian"] = "Egyptians",
        ["gorani"] = "Gorani",
        ["montenegrin"] = "Montenegrins",
        ["roma"] = "Roma",
        ["serb"] = "Serbs",
        ["turkish"] = "Turks",
        ["other"] = "Another community",
    };
}
