using System.Text.Encodings.Web;
using System.Text.Unicode;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Portal.Cms;
using Portal.Cms.Caching;
using Portal.Cms.Display;
using Portal.Cms.Modules;
using Portal.Cms.Privacy;
using Portal.Contents.Actions;
using Portal.Contents.Definitions;
using Portal.Contents.Display;
using Portal.Contents.Sections;
using Portal.Contents.Drivers;
using Portal.Contents.Editing;
using Portal.Contents.Jobs;
using Portal.Contents.Lists;
using Portal.Contents.Models;
using Portal.Contents.Panels;
using Portal.Contents.Queries;
using Portal.Contents.Scheduling;

namespace Portal.Contents;

public sealed class Startup : StartupBase
{
    public override void ConfigureServices(IServiceCollection services) => services
        .AddQueries<PublicContent>().AddActions<SaveListView>()
        .AddScoped<FieldReader>().AddScoped<DefinedTypes>().AddScoped<DefinitionRecords>().AddScoped<ListAddresses>()
        .AddSingleton<ChoiceWords>().AddSingleton<IChangeListener>(s => s.GetRequiredService<ChoiceWords>()).AddHostedService(s => s.GetRequiredService<ChoiceWords>())
        .AddPermissions<DefinitionPermissions>()
        .AddContentSection<AddedFields>()
        .Configure<MvcOptions>(o => o.Filters.Add<SeoMetaFilter>())
        .AddJob<ForgetUnsavedWork>(every: TimeSpan.FromHours(12))
        .AddPersonalData<UnsavedWorkOfAccount>()
        .AddAccountHandler<UnsavedWorkOfAccount>()
        .AddProcessing(new ProcessingActivity(
            "Unsaved work of editors",
            "To lose nothing when a browser or a connection fails.",
            "What somebody typed into an edit form and did not save, and when.",
            "Until it is saved or discarded; at most 90 days.",
            "In the database. Only the person who typed it sees it.", "UnsavedWork"))
        .AddScoped<TitleSearch>().AddScoped<BulkActions>()
        .AddScoped<IEditorPanel, CommentPanel>().AddScoped<IEditorPanel, HistoryPanel>()
        .AddNotificationKind(RefusedSchedules.Kind).AddScoped<RefusedSchedules>().AddScoped<IDashboardPanel>(s => s.GetRequiredService<RefusedSchedules>())
        .AddJob<CarryOutSchedules>(every: TimeSpan.FromSeconds(30))
        .AddImpersonalTables("ContentTitleWord")
        .AddProcessing(new ProcessingActivity(
            "Scheduled publication",
            "So that a text is published as the person who asked for it may publish it.",
            "Account, item, time.",
            "Until it is done or cancelled.",
            "In the database. Editors of the item see it.", "ContentSchedule"))
        .AddProcessing(new ProcessingActivity(
            "Kept views of lists",
            "To find the same selection of a list again.",
            "Account, name of the view, what it selects.",
            "Until it is deleted.",
            "In the database. Its owner sees it; what is kept for everybody, all editors.", "SavedListView"))
        .AddPersonalData<ListViewsOfAccount>()
        .AddPersonalDataLabels(ListViewsOfAccount.Labels)
        .AddPersonalDataLabels(UnsavedWorkOfAccount.Labels)
        .AddNavigation<ContentsNavigation>()
        .AddScoped<IDashboardPanel, OwnDrafts>()
        .AddSingleton<FormDescriptors>().AddScoped<EditorPage>().AddScoped<DraftPage>()
        // The first that handles a kind of field takes it.
        .AddSingleton<FieldDriver, AddressDriver>().AddSingleton<FieldDriver, PlainTextDriver>().AddSingleton<FieldDriver, TextDriver>().AddSingleton<FieldDriver, MarkdownDriver>()
        .AddSingleton<FieldDriver, BooleanDriver>().AddSingleton<FieldDriver, NumericDriver>().AddSingleton<FieldDriver, DateDriver>().AddSingleton<FieldDriver, DateTimeDriver>()
        .AddSingleton<FieldDriver, LinkDriver>().AddSingleton<FieldDriver, MultiTextDriver>().AddSingleton<FieldDriver, MediaDriver>().AddSingleton<FieldDriver, PickerDriver>()
        .AddSingleton<FieldDriver, GeoPointDriver>().AddSingleton<FieldDriver, HtmlDriver>().AddSingleton<FieldDriver, TimeDriver>().AddSingleton<FieldDriver, YoutubeDriver>()
        .AddSingleton<FieldDriver, ContentPickerDriver>().AddSingleton<FieldDriver, TaxonomyDriver>().AddSingleton<FieldDriver, UserPickerDriver>()
        // Cyrillic, ë and š as themselves: the default writes six characters for each of them.
        .Configure<Microsoft.AspNetCore.Http.Json.JsonOptions>(o => o.SerializerOptions.Encoder = JavaScriptEncoder.Create(UnicodeRanges.All));

    public override void Configure(IEndpointRouteBuilder routes) => routes.MapContentApi();
}
