using System.Buffers.Binary;
using System.Globalization;
using System.Numerics;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Localization;
using Portal.Cms.Localization;

namespace Portal.Moderation.Abuse;

/// <summary>What is put to somebody whose form looks as if a machine had sent it: a question that everybody can answer, or as much calculation as a machine that sends thousands would mind.</summary>
/// <param name="Question">In the reader's language.</param>
/// <param name="Seed">For the calculation: a number is to be found so that SHA-256 of <c>seed:number</c> begins with <paramref name="Bits"/> zero bits.</param>
public sealed record Challenge(string Question, string Seed, int Bits);

/// <summary>Puts and checks challenges. Which one belongs to a ticket follows from the ticket, so nothing is stored, and an answer serves for one ticket only.</summary>
public sealed class Challenges(IStringLocalizer T)
{
    /// <summary>About a second on a telephone.</summary>
    public const int Bits = 17;

    /// <param name="Question">English message id.</param>
    /// <param name="Answers">English message id: everything that counts as right, divided by commas. Case, accents and script make no difference.</param>
    sealed record Riddle(string Question, string Answers);

    static readonly Riddle[] Pool =
    [
        new("How much is three plus four? Write a number or a word.", "Seven, 7"),
        new("How much is six minus two? Write a number or a word.", "Four, 4"),
        new("How many days does a week have?", "Seven, 7"),
        new("How many legs does a horse have?", "Four, 4, four legs"),
        new("Which day comes after Monday?", "Tuesday"),
        new("Which month comes after March?", "April, 4, 04"),
        new("What colour is snow?", "White"),
        new("Write the word ‘village’ once more.", "Village"),
        new("Which of these can one eat: stone, bread, chair?", "Bread"),
        new("Which of these is an animal: window, spoon, cat?", "Cat"),
        new("Is ice warm or cold?", "Cold, it is cold"),
        new("Which number is the largest: two, nine, five?", "Nine, 9"),
    ];

    public Challenge For(Ticket ticket)
    {
        var riddle = RiddleOf(ticket);
        return new(T[riddle.Question], SeedOf(ticket), Bits);
    }

    /// <param name="answer">To the question, in the page's language or in English.</param>
    /// <param name="proof">The number found.</param>
    public bool IsSolved(Ticket ticket, string? answer, string? proof) => IsProof(SeedOf(ticket), proof) || IsAnswer(RiddleOf(ticket), answer);

    bool IsAnswer(Riddle riddle, string? answer)
    {
        if (string.IsNullOrWhiteSpace(answer) || answer.Length > 60) return false;
        var given = Fold(answer);
        return $"{T[riddle.Answers].Value},{riddle.Answers}".Split(',').Any(right => Fold(right) == given);
    }

    static bool IsProof(string seed, string? proof)
    {
        if (proof is null || proof.Length is 0 or > 20 || !proof.All(char.IsAsciiDigit)) return false;
        var hash = SHA256.HashData(Encoding.ASCII.GetBytes($"{seed}:{proof}"));
        return BitOperations.LeadingZeroCount(BinaryPrimitives.ReadUInt32BigEndian(hash)) >= Bits;
    }

    static Riddle RiddleOf(Ticket ticket) => Pool[Convert.ToInt32(SeedOf(ticket)[..4], 16) % Pool.Length];

    static string SeedOf(Ticket ticket) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes("challenge:" + ticket.Receipt))[..16]);

    /// <summary>Letters and digits alone, small, Latin, without marks: people do not answer a machine with care.</summary>
    static string Fold(string text)
    {
        var letters = Transliterator.ToLatin(text.Trim()).Normalize(NormalizationForm.FormD).Where(c => CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark && char.IsLetterOrDigit(c));
        return string.Concat(letters).ToLowerInvariant().Replace("đ", "dj", StringComparison.Ordinal);
    }
}
