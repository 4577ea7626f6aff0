using System.Text.Encodings.Web;
using System.Text.Unicode;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Portal.Cms;
using Portal.Cms.Display;
using Portal.Cms.Modules;
using Portal.Contents.Drivers;
using Portal.Contents.Editing;
using Portal.Contents.Queries;

namespace Portal.Contents;

public sealed class Startup : StartupBase
{
    public override void ConfigureServices(IServiceCollection services) => services
        .AddQueries<PublicContent>()
        .AddNavigation<ContentsNavigation>()
        .AddScoped<IDashboardPanel, OwnDrafts>()
        .AddSingleton<FormDescriptors>().AddScoped<EditorPage>().AddScoped<DraftPage>()
        // The first that handles a property takes it.
        .AddSingleton<FieldDriver, AddressDriver>().AddSingleton<FieldDriver, PlainTextDriver>().AddSingleton<FieldDriver, TextDriver>().AddSingleton<FieldDriver, MarkdownDriver>()
        .AddSingleton<FieldDriver, BooleanDriver>().AddSingleton<FieldDriver, NumericDriver>().AddSingleton<FieldDriver, DateDriver>().AddSingleton<FieldDriver, DateTimeDriver>()
        .AddSingleton<FieldDriver, LinkDriver>().AddSingleton<FieldDriver, MultiTextDriver>().AddSingleton<FieldDriver, MediaDriver>().AddSingleton<FieldDriver, PickerDriver>()
        .AddSingleton<FieldDriver, GeoPointDriver>()
        // Cyrillic, ë and š as themselves: the default writes six characters for each of them.
        .Configure<JsonOptions>(o => o.SerializerOptions.Encoder = JavaScriptEncoder.Create(UnicodeRanges.All));

    public override void Configure(IEndpointRouteBuilder routes) => routes.MapContentApi();
}
