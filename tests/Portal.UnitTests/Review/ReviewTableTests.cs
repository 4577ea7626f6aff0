using FsCheck;
using FsCheck.Fluent;
using Portal.Cms.Content;
using Portal.Review.Models;

namespace Portal.UnitTests.Review;

/// <summary>What holds for a text whatever its writers and readers try, in whatever order.</summary>
public sealed class ReviewTableTests
{
    /// <summary>One person writes, two may publish, and one of those writes too.</summary>
    static readonly string[] People = ["writer", "reader", "editor"];

    static readonly Arbitrary<(string Who, ReviewStep Step)[]> AnyDeeds =
        Gen.ArrayOf(from who in Gen.Elements(People) from step in Gen.Elements(Enum.GetValues<ReviewStep>()) select (who, step), 60).ToArbitrary();

    static readonly Config Runs = Config.QuickThrowOnFailure.WithMaxTest(1000);

    /// <summary>A text as the portal keeps it, in small.</summary>
    sealed class Text(int needed)
    {
        readonly List<ReviewEntry> entries = [];
        int number;

        public ReviewState State { get; private set; } = ReviewState.Draft;
        public string? Asker { get; private set; }
        public string LastWriter { get; private set; } = "writer";
        public string Print => $"text {number}";

        /// <returns>Whether it happened.</returns>
        public bool Try(string who, ReviewStep step)
        {
            if (ReviewTable.All.FirstOrDefault(t => t.From == State && t.Step == step) is not { } transition || !May(who, transition.By)) return false;
            var approved = Approvals.Of(entries, Print);
            if (step == ReviewStep.Approve && (who == LastWriter || who == Asker || approved.Contains(who))) return false;
            if (step == ReviewStep.Publish && approved.Count < needed) return false;

            State = transition.To;
            if (step == ReviewStep.Change) (number, LastWriter) = (number + 1, who);
            if (step == ReviewStep.Request) Asker = who;
            if (KindOf(step) is { } kind) entries.Add(new() { ContentItemId = "x", DraftId = "v", Kind = kind, ById = who, Print = Print });
            return true;
        }

        bool May(string who, ReviewParty party) => party switch { ReviewParty.Publisher => who != "writer", ReviewParty.Asker => who == Asker, _ => true };

        static EntryKind? KindOf(ReviewStep step) => step switch
        {
            ReviewStep.Request => EntryKind.Requested,
            ReviewStep.Return => EntryKind.Returned,
            ReviewStep.Withdraw => EntryKind.Withdrawn,
            ReviewStep.Approve => EntryKind.Approved,
            ReviewStep.Change => EntryKind.Changed,
            _ => null,
        };
    }

    sealed record Moment(string Who, ReviewStep Step, ReviewState Before, ReviewState After, string Print, string LastWriter);

    static List<Moment> Live(IEnumerable<(string Who, ReviewStep Step)> deeds, int needed)
    {
        var (text, life) = (new Text(needed), new List<Moment>());
        foreach (var (who, step) in deeds)
        {
            var (before, print, writer) = (text.State, text.Print, text.LastWriter);
            if (text.Try(who, step)) life.Add(new(who, step, before, text.State, print, writer));
        }

        return life;
    }

    static void Always(int needed, Func<List<Moment>, bool> holds) => Check.One(Runs, Prop.ForAll(AnyDeeds, deeds => holds(Live(deeds, needed))));

    [Fact]
    public void Nobody_publishes_but_those_who_may() => Always(0, life => life.All(m => m.After != ReviewState.Published || m.Before == ReviewState.Published || m.Who != "writer"));

    [Fact]
    public void A_text_comes_into_review_by_being_asked_for_and_in_no_other_way() =>
        Always(0, life => life.All(m => m.After != ReviewState.InReview || m.Before == ReviewState.InReview || m.Step == ReviewStep.Request));

    [Fact]
    public void What_is_public_changes_into_a_draft_and_into_nothing_else() => Always(0, life => life.All(m => m.Before != ReviewState.Published || (m.Step == ReviewStep.Change && m.After == ReviewState.Draft)));

    [Fact]
    public void Only_who_asked_withdraws() => Always(0, life =>
    {
        string? asker = null;
        foreach (var m in life)
        {
            if (m.Step == ReviewStep.Withdraw && m.Who != asker) return false;
            if (m.Step == ReviewStep.Request) asker = m.Who;
        }

        return true;
    });

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void Where_approvals_are_needed_every_published_text_was_approved_as_it_is_by_so_many_who_did_not_write_it(int needed) => Always(needed, life =>
    {
        var approved = new HashSet<string>(StringComparer.Ordinal);
        string? print = null;
        foreach (var m in life)
        {
            if (m.Step is ReviewStep.Request or ReviewStep.Return or ReviewStep.Withdraw || m.Print != print) approved.Clear();
            print = m.Print;
            if (m.Step == ReviewStep.Approve && (m.Who == m.LastWriter || !approved.Add(m.Who))) return false;
            if (m.Step == ReviewStep.Publish && approved.Count < needed) return false;
        }

        return true;
    });

    [Fact]
    public void Every_state_can_be_left() => Enum.GetValues<ReviewState>().ShouldAllBe(s => ReviewTable.All.Any(t => t.From == s && t.To != s));

    [Fact]
    public void A_review_belongs_to_one_draft()
    {
        var item = new ContentItem { ContentItemId = "x", ContentType = "Article", LocalizationSet = "x", Culture = "en", LatestVersionId = "2", PublishedVersionId = "1" };
        var review = new ContentReview { ContentItemId = "x", DraftId = "2", VersionId = "2", State = ReviewState.InReview, Print = "p" };
        ReviewTable.StateOf(item, null).ShouldBe(ReviewState.Draft);
        ReviewTable.StateOf(item, review).ShouldBe(ReviewState.InReview);
        item.LatestVersionId = "3";
        ReviewTable.StateOf(item, review).ShouldBe(ReviewState.Draft, "the draft that was in review was thrown away, and another begun");
        item.LatestVersionId = "1";
        ReviewTable.StateOf(item, review).ShouldBe(ReviewState.Published);
    }

    [Theory]
    [InlineData("The lamps\nof the street", "lamps of  the", true)]
    [InlineData("The lamps of the street", "lamps", true)]
    [InlineData("The lamps of the street", "Lamps", false)]
    [InlineData("", "lamps", false)]
    public void Words_are_found_however_lines_are_broken(string text, string words, bool isThere) => Passage.IsIn(text, words).ShouldBe(isThere);
}
