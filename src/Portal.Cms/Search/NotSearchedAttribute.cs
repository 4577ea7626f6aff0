namespace Portal.Cms.Search;

/// <summary>Keeps a field, or every field of a part, out of the search: nobody finds an item by what stands there, and no excerpt shows it.</summary>
/// <remarks>Texts that all cultures share are codes and keys and are not searched anyway; titles of files are, shared or not.</remarks>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Class)]
public sealed class NotSearchedAttribute : Attribute;
