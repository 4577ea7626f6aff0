using Portal.Cms;
using Portal.Cms.Caching;
using Portal.Cms.Data;
using Portal.Cms.Modules;
using Portal.Recipes.Reading;

namespace Portal.Recipes.Steps;

/// <summary><c>themes</c>: which themes the public pages and the editors' pages wear, under the names that Orchard Core stores them by.</summary>
public sealed class ThemesStep(PortalDb db, UnitOfWork work, ModuleCatalogue modules) : IRecipeStep
{
    public string Name => "themes";

    public async Task<Problem?> RunAsync(RecipeStepContext context, CancellationToken cancel)
    {
        await SetAsync("site", "CurrentThemeName");
        await SetAsync("admin", "CurrentAdminThemeName");
        work.Evict(Tags.Settings);
        return null;

        async Task SetAsync(string member, string setting)
        {
            if (context.Step.Text(member) is not { Length: > 0 } theme) return;
            if (!modules.Features.Any(f => f.IsTheme && f.Id == theme)) context.Report.Note($"{context.Path}.{member}", "There is no theme {0}; its name was stored all the same.", theme);
            context.Report.Count(await db.SetSettingAsync(setting, theme, cancel));
        }
    }
}
