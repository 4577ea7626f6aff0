using Portal.Cms.Localization;
using Portal.Cms.Privacy;

namespace Portal.Moderation;

/// <summary>What authors read beside what is kept about their comments.</summary>
static class PersonalDataNames
{
    /// <summary>Members of the data, and values of fixed lists as <c>member:value</c>, each with the English message id that people see.</summary>
    static readonly Dictionary<string, string> Members = new(StringComparer.Ordinal)
    {
        ["consultationTitle"] = "Consultation",
        ["consultation"] = "Id of the consultation",
        ["section"] = "Section",
        ["replyTo"] = "Answer to the comment",
        ["language"] = "Language",
        ["channel"] = "Way it came",
        ["receivedUtc"] = "Received",
        ["state"] = "State",
        ["displayName"] = "Name beside the comment",
        ["onBehalfOf"] = "Organisation you write for",
        ["email"] = "E-mail address",
        ["consent"] = "Agreement",
        ["consentVersion"] = "Version",
        ["agreedTo"] = "What was agreed to",
        ["erasedUtc"] = "Erased",
        ["texts"] = "Texts",
        ["version"] = "Version",
        ["writtenUtc"] = "Written",
        ["body"] = "Text",
        ["decisions"] = "Decisions",
        ["round"] = "Round",
        ["decision"] = "Decision",
        ["reason"] = "Key of the reason",
        ["reasonText"] = "Reason",
        ["note"] = "The moderator’s note to you",
        ["hiddenPassages"] = "Hidden passages",
        ["decidedUtc"] = "Decided",
        ["events"] = "What has happened",
        ["happened"] = "What",
        ["atUtc"] = "When",
        ["logLeaf"] = "Entry in the public log",
        ["aboutYou"] = "About you",
        ["ageBand"] = "Age",
        ["gender"] = "Gender",
        ["community"] = "Community",
        ["municipalityName"] = "Municipality in which you live",
        ["municipality"] = "Id of the municipality",
        ["appeal"] = "Your appeal",
        ["words"] = "Words",
        ["appealedUtc"] = "Sent",
        ["files"] = "Files",
        ["fileName"] = "Name",
        ["contentType"] = "Kind",
        ["bytes"] = "Size in bytes",
        ["keptFromPublic"] = "Kept from the public",
        ["followedSinceUtc"] = "Followed since",
        ["tookPart"] = "Because you took part",
        ["decision:publish"] = "Published",
        ["decision:redact"] = "Published with hidden passages",
        ["decision:decline"] = "Not published",
        ["decision:merge"] = "Counted together with an equal comment",
        ["decision:keep"] = "Left as it was",
        ["decision:uphold"] = "The first decision stands",
        ["decision:reverse"] = "Decided otherwise",
        ["channel:web"] = "on the website",
        ["channel:api"] = "sent by a program",
        ["channel:paper"] = "on paper",
        ["channel:meeting"] = "at a meeting",
        ["channel:e-mail"] = "by e-mail",
    };

    /// <summary>With the values that have their names elsewhere.</summary>
    public static readonly PersonalDataLabels Labels = new(Members
        .Concat(Culture.All.Select(c => KeyValuePair.Create($"language:{c.Code}", c.NativeName)))
        .Concat(Enum.GetValues<Models.SubmissionState>().Select(s => KeyValuePair.Create($"state:{Models.ModerationTable.Name(s)}", StateNames.Of(s))))
        .Concat(Models.SubmissionEventKinds.InLog.Keys.Select(k => k[SubmissionHistory.Prefix.Length..]).Select(k => KeyValuePair.Create($"happened:{k}", EventNames.Of(k))))
        .Concat(Models.AboutYou.AgeBands.Select(a => KeyValuePair.Create($"ageBand:{a.Key}", a.Value)))
        .Concat(Models.AboutYou.Genders.Select(a => KeyValuePair.Create($"gender:{a.Key}", a.Value)))
        .Concat(Models.AboutYou.Communities.Select(a => KeyValuePair.Create($"community:{a.Key}", a.Value)))
        .ToDictionary(StringComparer.Ordinal));
}
