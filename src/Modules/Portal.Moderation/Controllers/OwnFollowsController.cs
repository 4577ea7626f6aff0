using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Portal.Cms.Display;
using Portal.Cms.Http;
using Portal.Moderation.Actions;

namespace Portal.Moderation.Controllers;

/// <summary>Stops what the address of one's account follows.</summary>
[Authorize, Route("account/follows"), ResponseCache(NoStore = true)]
public sealed class OwnFollowsController(FollowConsultation follow) : Controller
{
    [HttpPost("stop"), ValidateAntiForgeryToken]
    public async Task<IActionResult> Stop([FromForm] string? id, CancellationToken cancel) =>
        (await follow.StopOwnAsync(id ?? "", cancel)).Problem is { } problem ? StatusCode(ProblemResults.StatusOf(problem.Kind)) : LocalRedirect("/account?saved=true#own-follows");
}
