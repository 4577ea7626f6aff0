using Portal.Cms.Content;

namespace Portal.Cms.Search;

/// <summary>Keeps fields out of the search where the item itself says so: names of speakers at an event that is off the record.</summary>
public interface ISearchFilter
{
    /// <param name="contentType">Type of the item.</param>
    /// <param name="item">The whole item, its shared fields included.</param>
    /// <param name="part">Name of the part that the field is in; for an item inside a bag, of the contained item's part.</param>
    bool Hides(string contentType, ContentDocument item, string part, string field);
}
