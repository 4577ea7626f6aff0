using Portal.Cms.Modules;

namespace Portal.UnitTests.Modules;

public class FeatureGraphTests
{
    static readonly Feature Base = Named("Base") with { IsAlwaysEnabled = true };

    [Fact]
    public void Each_feature_follows_those_it_needs_also_those_that_nobody_enabled() =>
        FeatureGraph.Order([Named("Log"), Named("Talk", "Log"), Named("Unused"), Base], ["Talk"]).Select(f => f.Id).ShouldBe(["Base", "Log", "Talk"]);

    [Fact]
    public void An_enabled_feature_that_nobody_knows_is_named() =>
        Should.Throw<FeatureGraphException>(() => FeatureGraph.Order([Base], ["Gone"])).Message.ShouldBe("The enabled feature Gone is unknown.");

    [Fact]
    public void A_dependency_that_nobody_knows_is_named_with_who_needs_it() =>
        Should.Throw<FeatureGraphException>(() => FeatureGraph.Order([Named("Talk", "Gone")], ["Talk"])).Message.ShouldBe("The feature Talk depends on Gone, which is unknown.");

    [Fact]
    public void A_circle_is_named_feature_by_feature() =>
        Should.Throw<FeatureGraphException>(() => FeatureGraph.Order([Named("A", "B"), Named("B", "C"), Named("C", "B")], ["A"])).Message.ShouldBe("Features depend on each other in a circle: B → C → B.");

    [Fact]
    public void A_feature_that_two_modules_declare_is_refused() =>
        Should.Throw<FeatureGraphException>(() => FeatureGraph.Order([Base, Base], [])).Message.ShouldStartWith("The feature Base is declared by ");

    static Feature Named(string id, params string[] dependencies) => new(id, id, "", "", dependencies, IsAlwaysEnabled: false, IsTheme: false, typeof(FeatureGraphTests).Assembly);
}
