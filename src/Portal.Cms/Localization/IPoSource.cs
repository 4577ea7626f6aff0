namespace Portal.Cms.Localization;

/// <summary>Where PO files come from. Sources are read in the order of their registration; the later one wins.</summary>
public interface IPoSource
{
    /// <summary>The files of this source. Whoever enumerates disposes each stream before asking for the next.</summary>
    IEnumerable<PoInput> Open();
}

/// <summary>One opened PO file; the name is for error messages.</summary>
public sealed record PoInput(Culture Culture, string Name, Stream Content);
