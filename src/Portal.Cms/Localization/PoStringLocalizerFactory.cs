using Microsoft.Extensions.Localization;

namespace Portal.Cms.Localization;

/// <summary>Gives the framework (data annotations, view localizers) our localizers.</summary>
public sealed class PoStringLocalizerFactory(PoCatalogues catalogues) : IStringLocalizerFactory
{
    public IStringLocalizer Create(Type resourceSource) => new PoStringLocalizer(catalogues, resourceSource.FullName);

    public IStringLocalizer Create(string baseName, string location) => new PoStringLocalizer(catalogues, baseName);
}
