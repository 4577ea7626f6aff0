using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Localization;
using Portal.Cms.Content;
using Portal.Contents.Drivers;

namespace Portal.Contents.Editing;

/// <summary>A field that two people changed at once.</summary>
/// <param name="Words">From theirs to what was typed here, with what differs marked.</param>
public sealed record Clash(FormUnit Unit, IReadOnlyList<DiffParagraph> Words, string Theirs, string Mine);

/// <summary>What became of a form that somebody overtook: fields that only they changed come from theirs, fields that only this editor changed stay, and of those that both changed the editor chooses.</summary>
public sealed record EditConflict(IReadOnlyList<Clash> Clashes, IReadOnlyList<FormUnit> TakenOver, IReadOnlyList<FormUnit> Kept)
{
    /// <summary>Name of the hidden input that says what the form held when it was read, and what the names of the editor's choices begin with.</summary>
    public const string Read = "read", Choice = "keep.";

    /// <summary>Values of a choice.</summary>
    public const string Mine = "mine", Theirs = "theirs";

    /// <summary>Eight bytes of SHA-256 for each unit: enough to see whether somebody changed it, and no copy of the text in the page.</summary>
    public static string DigestOf(DocumentForm form, TypedValues typed) => string.Join(' ', form.Units.Select(unit => $"{unit.Name}:{Digest(unit.Canonical(form, typed))}"));

    /// <param name="typed">What this editor sent. Takes over what only the others changed.</param>
    /// <param name="theirs">What is stored now.</param>
    public static EditConflict Merge(DocumentForm form, TypedValues typed, TypedValues theirs, IStringLocalizer text)
    {
        var before = typed[Read].Split(' ').Select(entry => entry.Split(':')).Where(entry => entry.Length == 2).ToDictionary(entry => entry[0], entry => entry[1], StringComparer.Ordinal);
        var (clashes, takenOver, kept) = (new List<Clash>(), new List<FormUnit>(), new List<FormUnit>());
        foreach (var unit in form.Units)
        {
            var (here, there) = (unit.Canonical(form, typed), unit.Canonical(form, theirs));
            if (here == there) continue;

            var was = before.GetValueOrDefault(unit.Name);
            if (Digest(there) == was) kept.Add(unit);
            else if (Digest(here) == was)
            {
                unit.Take(form, typed, theirs);
                takenOver.Add(unit);
            }
            else
            {
                var (their, mine) = (unit.Words(form, theirs, text), unit.Words(form, typed, text));
                clashes.Add(new(unit, TextDiff.Paragraphs(their.Split('\n'), mine.Split('\n')), their, mine));
            }
        }

        return new(clashes, takenOver, kept);
    }

    /// <summary>Applies the choices made on the form that came back.</summary>
    public static void Choose(DocumentForm form, TypedValues typed, Func<TypedValues> theirs)
    {
        foreach (var unit in form.Units.Where(u => typed[Choice + u.Name] == Theirs)) unit.Take(form, typed, theirs());
    }

    static string Digest(string text) => Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(text)).AsSpan(0, 8)).TrimEnd('=');
}
