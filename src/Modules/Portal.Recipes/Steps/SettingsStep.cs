using Portal.Cms;
using Portal.Cms.Caching;
using Portal.Cms.Data;

namespace Portal.Recipes.Steps;

/// <summary><c>settings</c>: every key becomes a setting of the site, known to a module or not.</summary>
public sealed class SettingsStep(PortalDb db, UnitOfWork work) : IRecipeStep
{
    public string Name => "settings";

    public async Task<Problem?> RunAsync(RecipeStepContext context, CancellationToken cancel)
    {
        foreach (var (name, value) in context.Step)
        {
            // Orchard Core's own exports carry nulls for what was never set.
            if (value is null || string.Equals(name, "name", StringComparison.OrdinalIgnoreCase)) continue;
            if (name == UnknownSteps.Setting)
            {
                context.Report.Note(value.GetPath(), "The setting {0} belongs to the portal itself and was left out.", name);
                continue;
            }

            context.Report.Count(await db.SetSettingAsync(name, value, cancel));
        }

        work.Evict(Tags.Settings);
        return null;
    }
}
