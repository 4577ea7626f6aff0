using System.Text.Encodings.Web;
using System.Text.Unicode;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Portal.Cms;
using Portal.Cms.Modules;
using Portal.Contents.Queries;

namespace Portal.Contents;

public sealed class Startup : StartupBase
{
    public override void ConfigureServices(IServiceCollection services) => services
        .AddQueries<PublicContent>()
        .AddNavigation<ContentsNavigation>()
        // Cyrillic, ë and š as themselves: the default writes six characters for each of them.
        .Configure<JsonOptions>(o => o.SerializerOptions.Encoder = JavaScriptEncoder.Create(UnicodeRanges.All));

    public override void Configure(IEndpointRouteBuilder routes) => routes.MapContentApi();
}
