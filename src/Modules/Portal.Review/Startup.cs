using Microsoft.Extensions.DependencyInjection;
using Portal.Cms;
using Portal.Cms.Display;
using Portal.Cms.Modules;
using Portal.Cms.Privacy;
using Portal.Cms.Security;
using Portal.Contents.Models;
using Portal.Review.Actions;
using Portal.Review.Panels;
using Portal.Review.Queries;

namespace Portal.Review;

public sealed class Startup : StartupBase
{
    public override void ConfigureServices(IServiceCollection services) => services
        .AddActions<RequestReview>()
        .AddQueries<ReviewList>()
        .AddScoped<ReviewDesk>().AddScoped<ReviewRules>().AddScoped<CommentThreads>()
        .AddContentHandler<ReviewHandler>()
        .AddScoped<IListStates, ReviewStates>()
        .AddScoped<IEditorPanel, ReviewPanel>()
        .AddScoped<IEditorCommand, RequestCommand>().AddScoped<IEditorCommand, ApproveCommand>()
        .AddScoped<IDashboardPanel, WaitingForReview>().AddScoped<IDashboardPanel, ReturnedToMe>()
        .AddPermissions<ReviewPermissions>()
        .AddNavigation<ReviewNavigation>()
        .AddNotificationKind(new NotificationKind(ReviewDesk.Kind, "Reviews that I take part in", For: StandardPermissions.AccessAdminPanel))
        .AddScoped<ReviewData>().AddPersonalData<ReviewData>().AddPersonalDataLabels(ReviewData.Labels).AddAccountHandler<PeopleWhoLeave>()
        .AddProcessing(new ProcessingActivity(
            "Reviews of texts",
            "So that authors and reviewers agree on a text before it is published, and what was agreed can be read later.",
            "Account, time, what was asked, written, returned or approved.",
            "As long as the portal runs. The name goes with the account.",
            "In the database. Those who may edit the text see it.", "Review", "ReviewEntry"));
}
