using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Portal.Cms.Content;
using Portal.Cms.Display;
using Portal.Cms.Localization;
using Portal.Cms.Security;
using Portal.Questionnaires.Queries;

namespace Portal.Questionnaires.Controllers;

/// <summary>The consultations that an editor may give a questionnaire.</summary>
[Admin, RequiresPermission("ListContent"), ResponseCache(NoStore = true)]
public sealed class QuestionnaireListController(EditedQuestionnaires questionnaires, ContentAccess access, PageFrame frame, IStringLocalizer T) : Controller
{
    [HttpGet("/admin/questionnaires")]
    public async Task<IActionResult> List(CancellationToken cancel)
    {
        frame.Title = T["Questionnaires"];
        return View((await questionnaires.AllAsync(Culture.Current, cancel)).Where(q => access.MayEdit(q.Item)).Select(q => q.Row).ToList());
    }
}
