namespace Portal.Cms.Content.Definitions;

/// <summary>Names of members and settings in Orchard Core's definition records, and of ours among them. Orchard Core keeps settings that it does not know.</summary>
public static class DefinitionNames
{
    public const string TypeKind = "ContentType", PartKind = "ContentPart";
    public const string Parts = "ContentTypePartDefinitionRecords", Fields = "ContentPartFieldDefinitionRecords";
    public const string Settings = "Settings", Name = "Name", PartName = "PartName", FieldName = "FieldName", DisplayName = "DisplayName", Position = "Position", Hint = "Hint", Required = "Required", Editor = "Editor", Options = "Options";
    public const string OfType = "ContentTypeSettings", OfTypePart = "ContentTypePartSettings", OfField = "ContentPartFieldSettings";
    public const string Creatable = "Creatable", Listable = "Listable", Draftable = "Draftable", Versionable = "Versionable", Securable = "Securable", Stereotype = "Stereotype";
    /// <summary>Ours: words per culture (<c>DisplayNames</c>, <c>ListNames</c>, <c>Hints</c>), where the list of a type stands (<c>ListAddresses</c>), whether all languages share a field (<c>Shared</c>), and, of a part on a type, what is said about its own texts there (<c>Texts</c>: words, and <c>Hidden</c> where the form leaves one out).</summary>
    public const string Ours = "PortalSettings", DisplayNames = "DisplayNames", ListNames = "ListNames", ListAddresses = "ListAddresses", Hints = "Hints", Shared = "Shared", Texts = "Texts", Hidden = "Hidden";
    /// <summary>Ours, of a field that is chosen from a list: what the values are called, by value and culture (<c>OptionNames</c>), and those that are no longer offered (<c>HiddenOptions</c>).</summary>
    public const string OptionNames = "OptionNames", HiddenOptions = "HiddenOptions", Value = "Value";
    /// <summary>Editor of a text on several lines, and of one chosen from a list.</summary>
    public const string TextArea = "TextArea", PredefinedList = "PredefinedList";
    public const string DisplayedContentTypes = "DisplayedContentTypes", Multiple = "Multiple";
    public const string ListSettings = "TextFieldPredefinedListEditorSettings";
}
