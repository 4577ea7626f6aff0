using Portal.Cms.Content;
using Portal.Debates.Models;

namespace Portal.UnitTests.Debates;

public class ChathamHouseTests
{
    static ContentDocument Debate(string rule, string speakers = "Speakers") => ContentDocument.Parse("""
        {"Debate":{"AttributionRule":{"Text":"RULE"}},
         "Agenda":{"ContentItems":[{"ContentItemId":"a1","SPEAKERS":["Example Person"],"AgendaItem":{"Starts":{"Text":"10:00"},"SPEAKERS":{"Values":["Example Person, judge"]}},
                                    "Other":{"SPEAKERS":{"Values":["Example Person"]}}}]}}
        """.Replace("RULE", rule, StringComparison.Ordinal).Replace("SPEAKERS", speakers, StringComparison.Ordinal));

    [Theory, InlineData("chatham-house"), InlineData(""), InlineData("unknown")]
    public void Speakers_are_hidden_unless_the_debate_is_on_the_record(string rule)
    {
        var debate = Debate(rule);
        ChathamHouse.HideSpeakers(debate);

        debate.ToString().ShouldNotContain("Person");
        debate.ToString().ShouldContain("10:00");
    }

    [Fact]
    public void No_spelling_of_the_member_slips_through()
    {
        var debate = Debate("chatham-house", "speakers");
        ChathamHouse.HideSpeakers(debate);
        debate.ToString().ShouldNotContain("Person");
    }

    [Fact]
    public void On_the_record_they_are_told()
    {
        var debate = Debate("on-the-record");
        ChathamHouse.HideSpeakers(debate);
        debate.As<BagPart>("Agenda")!.Items.Single().Document.As<AgendaItem>()!.Speakers!.Values.ShouldBe(["Example Person, judge"]);
    }

    [Fact]
    public void A_debate_without_an_agenda_is_left_as_it_is()
    {
        var debate = ContentDocument.Parse("""{"Debate":{},"Agenda":null}""");
        Should.NotThrow(() => ChathamHouse.HideSpeakers(debate));
    }
}
