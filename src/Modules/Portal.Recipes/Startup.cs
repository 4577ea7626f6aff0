using Microsoft.Extensions.DependencyInjection;
using Portal.Cms;
using Portal.Cms.Modules;
using Portal.Recipes.Actions;
using Portal.Recipes.Steps;

namespace Portal.Recipes;

public sealed class Startup : StartupBase
{
    public override void ConfigureServices(IServiceCollection services)
    {
        services.AddActions<RunRecipe>().AddPermissions<RecipePermissions>().AddScoped<UnknownSteps>();
        services.AddScoped<IRecipeStep, FeatureStep>().AddScoped<IRecipeStep, ThemesStep>().AddScoped<IRecipeStep, SettingsStep>().AddScoped<IRecipeStep, RolesStep>();
        services.AddScoped<IRecipeStep, ContentDefinitionStep>().AddScoped<IRecipeStep, ReplaceContentDefinitionStep>().AddScoped<IRecipeStep, DeleteContentDefinitionStep>();
        services.AddScoped<IRecipeStep, MediaStep>().AddScoped<IRecipeStep, ContentStep>().AddScoped<IRecipeStep, RecipesStep>();
    }
}
