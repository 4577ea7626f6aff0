using Portal.Cms.Content;
using Portal.Cms.Content.Definitions;
using Portal.Contents.Definitions;
using Portal.Contents.Drivers;
using Portal.Contents.Editing;

namespace Portal.UnitTests.Contents;

/// <summary>Content types are what modules' code says and what is stored about them, together.</summary>
public class TypeComposerTests
{
    sealed class Report : ContentPart
    {
        [Editor("Summary")] public TextField? Summary { get; set; }
        [Shared, Editor("Date")] public DateField? Date { get; set; }
    }

    static readonly ContentTypeDefinition OfCode = new ContentTypeDefinition("Report", "Report").With<TitlePart>().With<Report>();

    static readonly FormDescriptors Forms = new([new PlainTextDriver(), new TextDriver(), new DateDriver(), new NumericDriver(), new MarkdownDriver()]);

    [Fact]
    public void Without_definitions_a_type_is_the_one_of_its_module() => Compose()["Report"].ShouldBeSameAs(OfCode);

    [Fact]
    public void An_added_field_stands_behind_those_of_the_class_and_can_be_shared()
    {
        var type = Compose(Part("Report", """{"FieldName":"NumericField","Name":"Copies","Settings":{"ContentPartFieldSettings":{"DisplayName":"Copies"},"NumericFieldSettings":{"Hint":"How many","Required":true},"PortalSettings":{"Shared":true}}}"""))["Report"];
        var fields = Forms.Of(type).Single(p => p.Name == "Report").Fields;
        fields.Select(f => f.Name).ShouldBe(["Summary", "Date", "Copies"]);
        fields[2].ShouldSatisfyAllConditions(f => f.IsAdded.ShouldBeTrue(), f => f.IsShared.ShouldBeTrue(), f => f.IsRequired.ShouldBeTrue(), f => f.Label.ShouldBe("Copies"), f => f.Hint.ShouldBe("How many"));
        type.SharedFields.ShouldBe([("Report", "Date"), ("Report", "Copies")]);
    }

    [Fact]
    public void Words_and_order_of_a_field_of_code_change_and_its_rules_do_not()
    {
        var type = Compose(Part("Report",
            """{"FieldName":"DateField","Name":"Date","Settings":{"ContentPartFieldSettings":{"DisplayName":"Day","Position":"0"},"DateFieldSettings":{"Required":true}}}""",
            """{"FieldName":"TextField","Name":"Summary","Settings":{"ContentPartFieldSettings":{"Position":"1"}}}"""))["Report"];
        var fields = Forms.Of(type).Single(p => p.Name == "Report").Fields;
        fields.Select(f => f.Label).ShouldBe(["Day", "Summary"]);
        fields[0].ShouldSatisfyAllConditions(f => f.IsAdded.ShouldBeFalse(), f => f.IsRequired.ShouldBeFalse(), f => f.IsShared.ShouldBeTrue());
    }

    [Fact]
    public void A_type_that_no_module_knows_has_a_page_a_list_and_a_form()
    {
        var type = Compose(
            Type("Minutes", """{"PartName":"TitlePart","Name":"TitlePart","Settings":{}},{"PartName":"MarkdownBodyPart","Name":"MarkdownBodyPart","Settings":{}}"""),
            Part("Minutes", """{"FieldName":"TextField","Name":"Chair","Settings":{}}"""))["Minutes"];
        type.ShouldSatisfyAllConditions(
            t => t.IsStored.ShouldBeTrue(), t => t.IsCreatable.ShouldBeTrue(), t => t.Controller.ShouldBe(TypeComposer.GenericController), t => t.SlugIn(Cms.Localization.Culture.En).ShouldBe("minutes-of-meetings"), t => t.Listing.ShouldNotBeNull());
        Forms.Of(type).SelectMany(p => p.Fields.Select(f => f.Name)).ShouldBe(["Title", "Markdown", "Chair"]);
    }

    [Fact]
    public void Two_types_do_not_stand_at_one_address()
    {
        var other = new ContentTypeDefinition("Protocol", "Protocol").With<TitlePart>().At("Protocol", "a", "b", "c", "minutes-of-meetings");
        TypeComposer.Compose(new Dictionary<string, ContentTypeDefinition>(StringComparer.Ordinal) { ["Protocol"] = other }, [Type("Minutes", "")])["Minutes"].SlugIn(Cms.Localization.Culture.En).ShouldBe("minutes-of-meetings-2");
    }

    [Fact]
    public void A_widget_has_no_page() =>
        Compose(new StoredContentDefinition { Kind = "ContentType", Name = "Box", Json = """{"Name":"Box","Settings":{"ContentTypeSettings":{"Stereotype":"Widget","Creatable":true}}}""" })["Box"].ShouldSatisfyAllConditions(t => t.Controller.ShouldBeNull(), t => t.IsCreatable.ShouldBeFalse());

    [Fact]
    public void Options_of_a_list_are_its_choices()
    {
        var field = new FieldDefinition((System.Text.Json.Nodes.JsonObject)System.Text.Json.Nodes.JsonNode.Parse(
            """{"FieldName":"TextField","Name":"Colour","Settings":{"ContentPartFieldSettings":{"Editor":"PredefinedList"},"TextFieldPredefinedListEditorSettings":{"Options":[{"Name":"Red","Value":"r"},{"Name":"Green"}]}}}""")!);
        field.Options.ShouldBe([("r", "Red"), ("Green", "Green")]);
    }

    [Theory]
    [InlineData(4, 1, "d a b c")]
    [InlineData(1, 4, "b c d a")]
    [InlineData(2, 3, "a c b d")]
    [InlineData(2, 2, "a b c d")]
    public void A_choice_that_is_given_a_place_gets_it_and_the_others_make_room(int from, int to, string then)
    {
        string[] keys = ["a", "b", "c", "d"];
        var said = keys.Select((key, index) => new FieldChoice(key, new Dictionary<string, string>(StringComparer.Ordinal), index + 1 == from ? to : index + 1, IsOffered: true)).ToList();
        string.Join(' ', FieldChoices.Ordered(keys, said)).ShouldBe(then);
    }

    static IReadOnlyDictionary<string, ContentTypeDefinition> Compose(params StoredContentDefinition[] rows) => TypeComposer.Compose(new Dictionary<string, ContentTypeDefinition>(StringComparer.Ordinal) { ["Report"] = OfCode }, rows);

    static StoredContentDefinition Part(string name, params string[] fields) => new() { Kind = "ContentPart", Name = name, Json = $$"""{"Name":"{{name}}","ContentPartFieldDefinitionRecords":[{{string.Join(',', fields)}}]}""" };

    static StoredContentDefinition Type(string name, string parts) => new() { Kind = "ContentType", Name = name, Json = $$$"""{"Name":"{{{name}}}","DisplayName":"{{{name}}} of meetings","Settings":{"ContentTypeSettings":{"Creatable":true}},"ContentTypePartDefinitionRecords":[{{{parts}}}]}""" };
}
