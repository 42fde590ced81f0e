using Formulas.Text;
using Grader.Batching;
using Grader.Exercises;
using Grader.Marking;
using Grader.Reporting;

namespace Grader.Commands;

/// <summary>The list of what people mark, in a batch's folder.</summary>
internal static class MarkingListFile
{
    /// <summary>Writes it. A list on which somebody is working is left as it is.</summary>
    /// <param name="lines">All results of the batch; gone through once, to the end.</param>
    /// <returns>Null where there is nothing to mark.</returns>
    public static ToMark? Write(string output, IEnumerable<ResultLine> lines, Library library, Marks marks, ConsoleOutput console)
    {
        var groups = MarkingGroups.Of(lines, library, marks);
        if (groups.Count == 0) return null;
        var path = Path.Combine(output, MarkingList.FileName);
        if (HoldsMarksNotTakenIn(path, groups)) console.WriteLine($"{path} holds marks that were not taken in, and was left as it is. 'grader mark {output} {path}' takes them in.");
        else WholeFile.Write(path, MarkingList.Csv(groups));
        return new(groups.Count, groups.Count(group => group.Mark is null), MarkingList.FileName);
    }

    private static bool HoldsMarksNotTakenIn(string path, EquatableList<MarkingGroup> groups)
    {
        if (!File.Exists(path)) return false;
        try
        {
            var filled = FilledList.Csv(File.ReadAllText(path)).Where(row => row.Points.Length > 0).ToEquatableList();
            var intake = MarkingIntake.Of(filled, groups, default);
            return intake.Marks.Count > 0 || intake.Problems.Count > 0;
        }
        catch (FormatException)
        {
            return true;
        }
    }
}
