using Portal.Cms;
using Portal.Cms.Content;
using Portal.Contents.Display;
using Portal.Contents.Editing;

namespace Portal.Contents.Drivers;

/// <summary>A film elsewhere, as a link.</summary>
public sealed class YoutubeDriver : FieldDriver<YoutubeField>
{
    public override string ViewOf(FieldSpot spot) => "_TextInput";

    protected override void Show(FieldSpot spot, YoutubeField field, TypedValues typed) => typed[spot.Name] = field.RawAddress ?? field.EmbeddedAddress ?? "";

    protected override void Read(FieldSpot spot, YoutubeField field, TypedValues typed, ICollection<FieldError> errors)
    {
        var address = typed[spot.Name].Trim();
        if (address.Length > 0 && !IsWeb(address)) errors.Add(new(spot.Name, "An address that begins with {0}.", "https://"));
        // The address of the player is made from that of the film; an old one would show another film on an Orchard Core site.
        (field.RawAddress, field.EmbeddedAddress) = (address, null);
    }

    protected override FieldContent? Display(FieldDescriptor field, YoutubeField value, Reading reading) =>
        (value.RawAddress ?? value.EmbeddedAddress) is { Length: > 0 } address && IsWeb(address) ? new() { Links = [new(address, address)] } : null;

    static bool IsWeb(string address) => Uri.TryCreate(address, UriKind.Absolute, out var uri) && uri.Scheme is "https" or "http";
}
