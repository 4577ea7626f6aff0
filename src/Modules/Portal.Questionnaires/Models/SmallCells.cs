namespace Portal.Questionnaires.Models;

/// <summary>Hides figures that would single out a small group: every cell below the smallest size, and as many others as it takes that no hidden one can be worked out from a sum (complementary suppression, as in the handbooks of official statistics).</summary>
public static class SmallCells
{
    /// <summary>Figures of fewer people are not shown.</summary>
    public const int Smallest = 5;

    /// <param name="counts">Cells whose sum is known to the reader.</param>
    /// <returns>The cells that may be shown; null = hidden. Nothing was counted in a cell of 0, and it is shown.</returns>
    public static IReadOnlyList<int?> Hide(IReadOnlyList<int> counts, int smallest = Smallest) => Hide(new[] { counts }, smallest)[0];

    /// <param name="rows">Rows of equal length; the sums of rows and of columns are known to the reader.</param>
    public static IReadOnlyList<IReadOnlyList<int?>> Hide(IReadOnlyList<IReadOnlyList<int>> rows, int smallest = Smallest)
    {
        var hidden = rows.Select(r => r.Select(c => c > 0 && c < smallest).ToArray()).ToArray();
        var columns = rows.Count == 0 ? 0 : rows[0].Count;
        // Hiding one more cell in a row may leave a column with a single hidden one: until nothing more has to go.
        bool changed;
        do
        {
            changed = false;
            for (var r = 0; r < rows.Count; r++) changed |= Complete([.. Enumerable.Range(0, columns).Select(c => (r, c))]);
            if (rows.Count > 1) for (var c = 0; c < columns; c++) changed |= Complete([.. Enumerable.Range(0, rows.Count).Select(r => (r, c))]);
        }
        while (changed);
        return [.. rows.Select((r, i) => (IReadOnlyList<int?>)[.. r.Select((c, j) => hidden[i][j] ? (int?)null : c)])];

        // Hides the smallest shown cell of a line while what is hidden in it could be told from the line's sum.
        bool Complete(IReadOnlyList<(int Row, int Column)> line)
        {
            var gone = line.Where(at => hidden[at.Row][at.Column]).ToList();
            if (gone.Count == 0 || (gone.Count > 1 && gone.Sum(at => rows[at.Row][at.Column]) >= smallest)) return false;
            var next = line.Where(at => !hidden[at.Row][at.Column] && rows[at.Row][at.Column] > 0).OrderBy(at => rows[at.Row][at.Column]).Take(1).ToList();
            foreach (var (row, column) in next) hidden[row][column] = true;
            return next.Count > 0;
        }
    }
}
