using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Portal.Cms;
using Portal.Cms.Content;
using Portal.Cms.Modules;
using Portal.Moderation;
using Portal.Moderation.Erasure;
using Portal.Moderation.Models;
using Portal.Questionnaires.Actions;
using Portal.Questionnaires.Api;
using Portal.Questionnaires.Drafts;
using Portal.Questionnaires.Queries;
using Portal.Questionnaires.Text;

namespace Portal.Questionnaires;

public sealed class Startup : StartupBase
{
    public override void ConfigureServices(IServiceCollection services) => services
        .AddActions<ReceiveResponse>()
        .AddQueries<Answering>()
        .AddScoped<DraftStore>()
        .AddScoped<AnswerWords>()
        .AddScoped<ConditionWords>()
        .AddScoped<ResultWords>()
        .AddNavigation<QuestionnaireNavigation>()
        .AddJob<DeleteOldDrafts>(every: TimeSpan.FromHours(1))
        .AddContentSection<QuestionnaireSection>()
        .AddScoped<ISubmissionExtra, ResponseErasure>()
        .AddScoped<IDecisionPart, AnswersForModerators>()
        .AddScoped<IReceiptPart, AnswersOnReceipt>()
        .AddConsent(ResponseConsent.Texts)
        .AddProcessing(Processing.Responses)
        .AddProcessing(Processing.Drafts)
        .AddImpersonalTables("Questionnaire", "QuestionnaireVersion")
        .AddScoped<IPaperForm, PaperQuestionnaire>()
        .AddScoped<IContentImporter, QuestionnaireImporter>()
        .AddScoped<IContentImporter, ResponseImporter>();

    public override void Configure(IEndpointRouteBuilder routes) => routes.MapQuestionnaireApi();
}
