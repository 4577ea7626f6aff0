using Portal.Cms.Localization;
using Portal.UnitTests.Localization.Messages;

namespace Portal.UnitTests.Localization;

/// <summary>The scanner that finds messages in sources finds each way of writing them, and nothing that is none.</summary>
public class MessageScannerTests
{
    const string Localizer = "class A(IStringLocalizer T) { object M() => ";

    [Theory]
    [InlineData("T[\"Plain\"]", "Plain")]
    [InlineData("T[\"Says \\\"yes\\\" to {0}\", name]", "Says \"yes\" to {0}")]
    [InlineData("T[@\"Says \"\"yes\"\"\"]", "Says \"yes\"")]
    [InlineData("T[\n    \"On a line of its own\",\n    a,\n    b]", "On a line of its own")]
    [InlineData("T[\"In \" +\n \"two parts\"]", "In two parts")]
    [InlineData("T[open ? \"Open\" : \"Closed\"]", "Open", "Closed")]
    [InlineData("a ? T[\"One\"] : b ? T[\"Two\"] : T[\"Three\"]", "One", "Two", "Three")]
    [InlineData("T[kind switch { \"a\" => \"First\", \"b\" or \"c\" => \"Second\", _ => \"Third\" }]", "First", "Second", "Third")]
    [InlineData("T[known ?? \"Otherwise\"]", "Otherwise")]
    [InlineData("$\"{T[\"In a hole\"]}: {x:0.0}\" + T[\"After it\"]", "In a hole", "After it")]
    [InlineData("T[\"Reason: {0}\", T[\"Inner\"]]", "Reason: {0}", "Inner")]
    [InlineData("'\"' + T[\"After a quote as character\"]", "After a quote as character")]
    [InlineData("\"\"\" T[\"quoted\"] \"\"\" + T[\"After a raw text\"]", "After a raw text")]
    [InlineData("\"// no comment\" + T[\"After it\"]", "After it")]
    [InlineData("Problem.Forbidden(\"Not you.\")", "Not you.")]
    [InlineData("Problem.Invalid(\"field\", \"At most {0}.\", 5)", "At most {0}.")]
    [InlineData("Problem.Invalid($\"{path}[0]\", \"Not this.\")", "Not this.")]
    [InlineData("T[$\"Not {known}\"] ?? T[variable] ?? T[Reasons.Of(\"key\")] ?? T[\"\"] ?? T[\"{0}: {1}\", a, b]")]
    [InlineData("/* T[\"In a comment\"] */ // T[\"In another\"]\n 1")]
    [InlineData("dictionary[\"key\"] + Other.T[\"member\"]")]
    public void Code_says_its_messages(string expression, params string[] expected) => In(Localizer + expression + "; }").ShouldBe(expected, ignoreOrder: true);

    [Theory]
    [InlineData("IStringLocalizer text")]
    [InlineData("IStringLocalizer<Startup> text")]
    [InlineData("IStringLocalizer? text = null")]
    public void The_localizer_may_have_any_name(string parameter) => In($"class A({parameter}) {{ string M() => text[\"Found\"] + T[\"Not ours\"]; }}").ShouldBe(["Found"]);

    [Fact]
    public void A_plural_is_one_message() =>
        new MessageScanner(Declarations.In([])).InCode(CSharpReader.Read(Localizer + "T.Plural(list.Count(x => x > 1), \"{0} day\", \"{0} days\"); }")).ShouldBe([new Message("{0} day", "{0} days", null, 1)]);

    [Fact]
    public void A_context_belongs_to_the_message() =>
        new MessageScanner(Declarations.In([])).InCode(CSharpReader.Read(Localizer + "T.InContext(\"menu\")[\"Open\"]; }")).ShouldBe([new Message("Open", null, "menu", 1)]);

    [Fact]
    public void Comments_make_parameters_messages() => In(
        """
        /// <summary>An error.</summary>
        /// <param name="Message">English message id; translated when shown.</param>
        public sealed record FieldError(string Field, string Message, params object[] Args);
        class Rules
        {
            /// <param name="path">Where.</param>
            /// <param name="message">English message id.</param>
            void Note(string path, string message) { }
            IEnumerable<FieldError> Check(List<FieldError> errors)
            {
                errors.Add(new("name", "Give it a name."));
                errors.Add(new("name", $"{name} is wrong"));
                report.Note("path", "Noted.");
                var size = new("name", "key");
                yield return new FieldError("name", long ? "Too long." : "Too short.");
            }
        }
        """).ShouldBe(["Give it a name.", "Noted.", "Too long.", "Too short."], ignoreOrder: true);

    [Fact]
    public void Comments_make_the_texts_of_members_messages() => In(
        """
        class Kinds
        {
            /// <summary>Keys, each with the English message id that readers see.</summary>
            static readonly Dictionary<string, string> All = new(StringComparer.Ordinal)
            {
                ["spam"] = "It is advertising",
                ["insult"] = "It insults " + "somebody",
            };

            /// <summary>English message id.</summary>
            const string Text = "I agree.";

            /// <returns>English message id, or null.</returns>
            string? Why(string kind)
            {
                if (kind == "spam") return "Because.";
                return null;
            }

            /// <returns>English message id.</returns>
            string Name(string kind) => kind switch { "study" => "Study", "press" or "release" => "Press release", _ => "Publication" };

            const string Key = "No message";
        }
        """).ShouldBe(["It is advertising", "It insults somebody", "I agree.", "Because.", "Study", "Press release", "Publication"], ignoreOrder: true);

    [Fact]
    public void Attributes_say_messages() => In(
        """
        /// <param name="label">English message id.</param>
        /// <param name="hint">English message id, or null.</param>
        [AttributeUsage(AttributeTargets.Property)]
        public sealed class EditorAttribute(string label, string? hint = null) : Attribute;
        class Part
        {
            [Shared, Editor("Kind", Choices = typeof(Kinds))] public TextField? Kind { get; set; }
            [Editor("Title", "One line.", Lines = 2), Picks("Theme")] public string? Title { get; set; }
        }
        """).ShouldBe(["Kind", "Title", "One line."], ignoreOrder: true);

    [Theory]
    [InlineData("<h1>@T[\"Title\"]</h1>", "Title")]
    [InlineData("<nav aria-label=\"@T[\"You are here\"]\">it's</nav>", "You are here")]
    [InlineData("@(Model.Open ? T[\"Open\"] : T[\"Closed\"])", "Open", "Closed")]
    [InlineData("@* @T[\"Old\"] *@<p>@T[\"New\"].</p>", "New")]
    [InlineData("<p title='@T[\"Quote\"]'>don't</p>@T[Model.Kind]@T[\"Say \\\"no\\\"\"]", "Quote", "Say \"no\"")]
    [InlineData("@T[\"Reason: {0}\", T[\"It insults\"]]", "Reason: {0}", "It insults")]
    [InlineData("@inject IStringLocalizer Words\n@Words[\"Named otherwise\"]", "Named otherwise")]
    [InlineData("@T[\n  \"Over lines\",\n  Model.Name]", "Over lines")]
    public void Views_say_their_messages(string razor, params string[] expected) => MessageScanner.InView(razor).Select(m => m.Id).ShouldBe(expected, ignoreOrder: true);

    [Fact]
    public void Views_say_plurals_and_lines() =>
        MessageScanner.InView("@* a\n comment *@\n<p>@T.Plural(Model.Count,\n \"{0} item\", \"{0} items\")</p>").ShouldBe([new Message("{0} item", "{0} items", null, 4)]);

    [Fact]
    public void A_message_without_translation_is_missing_from_the_catalogue()
    {
        var catalogue = PoCatalogue.Merge(Culture.Sr, [Given.Po("msgid \"Known\"\nmsgstr \"Познато\"")]);
        MessageScanner.InView("@T[\"Known\"] @T[\"Unknown\"]").Where(m => catalogue.Find(m.Context, m.Id) is null).Select(m => m.Id).ShouldBe(["Unknown"]);
    }

    static IEnumerable<string> In(string code)
    {
        var tokens = CSharpReader.Read(code);
        return new MessageScanner(Declarations.In([tokens])).InCode(tokens).Select(m => m.Id);
    }
}
