using Portal.BrowserTests.Hosting;

namespace Portal.BrowserTests.Site;

/// <summary>One page of every type that a visitor may meet.</summary>
static class PageTypes
{
    /// <summary>Items that stand for a type, or for a state of one in which its page looks different. All are in every culture.</summary>
    static readonly (string Kind, string Set)[] Items =
    [
        ("analysis", Demo.Analysis), ("earlier edition", "analysis-small-arms-2025"), ("summary only", "analysis-gender-organised-crime"), ("outdated translation", "analysis-school-safety"),
        ("finding", "finding-street-lighting"), ("series", "series-forum-papers"),
        ("disputed recommendation", Demo.DisputedRecommendation), ("rejected recommendation", Demo.RejectedRecommendation), ("unanswered recommendation", Demo.UnansweredRecommendation),
        ("case study", "case-school-safety-ferizaj"), ("debate to come", "debate-asset-reuse"), ("debate on the record", "debate-school-safety-2010"), ("debate under the Chatham House rule", "debate-resilience-2020"),
        ("announced consultation", "consultation-police-complaints"), ("open consultation", Demo.OpenConsultation), ("consultation under analysis", "consultation-asset-reuse"), ("reported consultation", Demo.ClosedConsultation),
        ("article", "article-six-meetings"), ("timeline entry", "timeline-school-safety"), ("plain page", Demo.Page),
        ("member organisation", "org-aktiv"), ("institution", Demo.Organisation), ("theme", "theme-community-safety"), ("municipality", "mun-ferizaj"),
    ];

    /// <summary>Lists, each found through one of its items, and what narrows it down; empty where nothing does.</summary>
    static readonly (string Kind, string Set, string Filter)[] Lists =
    [
        ("analyses", Demo.Analysis, "?theme=theme-small-arms"), ("all series", "series-forum-papers", ""), ("recommendations", Demo.DisputedRecommendation, "?overdue=reply"),
        ("case studies", "case-school-safety-ferizaj", "?theme=theme-school-safety"), ("debates", "debate-asset-reuse", "?status=past"), ("consultations", Demo.OpenConsultation, "?theme=theme-police-accountability"),
        ("news", "article-six-meetings", "?theme=theme-community-safety"), ("timeline", "timeline-school-safety", "?theme=theme-community-safety"),
        ("organisations", Demo.Organisation, "?kind=institution"), ("themes", "theme-community-safety", ""), ("municipalities", "mun-ferizaj", "?kind=XK"),
    ];

    /// <returns>Names and addresses in a culture.</returns>
    public static async Task<IReadOnlyList<(string Kind, string Path)>> InAsync(PortalProcess portal, string culture)
    {
        List<(string, string)> pages =
        [
            ("home", $"/{culture}"), ("question for a receipt", $"/{culture}/receipt"),
            ("questionnaire", $"/{culture}/questionnaire/{Demo.OpenConsultation}"), ("question for a draft code", $"/{culture}/questionnaire/{Demo.OpenConsultation}/resume"), ("answers to a questionnaire", $"/{culture}/questionnaire/{Demo.ClosedConsultation}/results"),
            ("public log", $"/{culture}/log"), ("checking the log", $"/{culture}/log/how-to-check"), ("consent", $"/{culture}/consent"), ("what is kept about people", $"/{culture}/data-protection"),
            ("report of a comment", $"/{culture}/comment/demo-submission-25/report"), ("not found", $"/{culture}/nothing-here"),
            ("missing translation", $"/{culture}/{(culture.StartsWith("sr", StringComparison.Ordinal) ? "only-english" : "only-serbian")}"),
            ("search", Demo.SearchPath(culture)), ("search results", Demo.SearchPath(culture) + "?q=Bujanovac"), ("search without a result", Demo.SearchPath(culture) + "?q=zzzz"),
        ];
        foreach (var (kind, set) in Items) pages.Add((kind, await Demo.PathAsync(portal, set, culture)));
        foreach (var (kind, list, filter) in await ListsAsync(portal, culture))
        {
            pages.Add((kind, list));
            if (filter.Length > 0) pages.Add(($"{kind}, filtered", list + filter));
            if (kind == "consultations") pages.Add(("moderation record", await Demo.PathAsync(portal, Demo.ClosedConsultation, culture) + "/moderation"));
            if (kind == "case studies") pages.Add(("comparison", list + "/compare?ids=case-school-safety-ferizaj&ids=case-north-mitrovica-forum"));
        }

        return pages;
    }

    /// <returns>Names and addresses of the lists in a culture, and a query that narrows each down.</returns>
    public static async Task<IReadOnlyList<(string Kind, string Path, string Filter)>> ListsAsync(PortalProcess portal, string culture)
    {
        var lists = new List<(string, string, string)>();
        foreach (var (kind, set, filter) in Lists)
        {
            var item = await Demo.PathAsync(portal, set, culture);
            lists.Add((kind, item[..item.LastIndexOf('/')], filter));
        }

        return lists;
    }
}
