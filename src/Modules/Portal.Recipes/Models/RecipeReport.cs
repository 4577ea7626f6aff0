using Outcome = Portal.Cms.Content.Actions.ImportContentItem.Outcome;

namespace Portal.Recipes.Models;

/// <summary>What running a recipe, with the recipes inside it, did and did not understand.</summary>
public sealed class RecipeReport
{
    public List<RecipeStepReport> Steps { get; } = [];

    /// <summary>The stored features differ from those that run; the portal has to be started again.</summary>
    public bool NeedsRestart { get; set; }

    public IEnumerable<RecipeNote> Notes => Steps.SelectMany(s => s.Notes);
}

/// <summary>What one step did.</summary>
/// <param name="file">The recipe's file name.</param>
/// <param name="index">Place of the step in its recipe, from 0.</param>
/// <param name="name">The step's name as written.</param>
public sealed class RecipeStepReport(string file, int index, string name)
{
    readonly List<RecipeNote> notes = [];

    public string File => file;
    public int Index => index;
    public string Name => name;
    public int Created { get; private set; }
    public int Updated { get; private set; }
    public int Unchanged { get; private set; }
    public IReadOnlyList<RecipeNote> Notes => notes;

    /// <summary>Counts one thing that the step wrote, or found as it wanted it.</summary>
    public void Count(Outcome outcome) =>
        _ = outcome switch { Outcome.Created => Created++, Outcome.Updated => Updated++, _ => Unchanged++ };

    /// <summary>Reports something that was not understood, was kept without being understood, or was left out.</summary>
    /// <param name="path">JSON path within the recipe.</param>
    /// <param name="message">English message id with the placeholders of <paramref name="args"/>.</param>
    public void Note(string path, string message, params object[] args) => notes.Add(new(file, index, path, message, args));
}

/// <summary>One remark about one place in a recipe.</summary>
/// <param name="Step">Place of the step in its recipe, from 0.</param>
/// <param name="Path">JSON path within the recipe.</param>
/// <param name="Message">English message id; translated when shown.</param>
public sealed record RecipeNote(string File, int Step, string Path, string Message, params object[] Args);
