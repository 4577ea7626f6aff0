using Portal.Cms;
using Portal.Cms.Content;
using Portal.Cms.Display;
using Portal.Contents.Display;
using Portal.Contents.Editing;

namespace Portal.Contents.Drivers;

public sealed class LinkDriver : FieldDriver<LinkField>
{
    public override string ViewOf(FieldSpot spot) => "_Link";

    public override IReadOnlyList<string> Inputs(FieldSpot spot) => [spot.Sub(nameof(LinkField.Url)), spot.Sub(nameof(LinkField.Text))];

    protected override FieldContent? Display(FieldDescriptor field, LinkField value, Reading reading) =>
        value.Url is { Length: > 0 } url && HtmlAllowList.IsHarmless(url) ? new() { Links = [new(url, string.IsNullOrWhiteSpace(value.Text) ? url : reading.Culture.Render(value.Text))] } : null;

    protected override void Show(FieldSpot spot, LinkField field, TypedValues typed)
    {
        typed[Inputs(spot)[0]] = field.Url ?? "";
        typed[Inputs(spot)[1]] = field.Text ?? "";
    }

    protected override void Read(FieldSpot spot, LinkField field, TypedValues typed, ICollection<FieldError> errors)
    {
        var url = typed[Inputs(spot)[0]].Trim();
        // A link that runs a script would run it for everybody who follows it.
        if (url.Length > 0 && !(Uri.TryCreate(url, UriKind.Absolute, out var uri) && uri.Scheme is "https" or "http") && !(url.StartsWith('/') && HtmlAllowList.IsHarmless(url))) errors.Add(new(Inputs(spot)[0], "An address that begins with {0}.", "https://"));
        field.Url = url;
        field.Text = typed[Inputs(spot)[1]].Trim();
    }
}
