using Formulas.Text;
using Grader.Batching;
using Grader.Reporting;

namespace Grader.Exporting;

/// <summary>What stands between the results and a gradebook, each with whose fault it is.</summary>
internal static class GradebookProblems
{
    public static IEnumerable<string> Of(
        EquatableList<ResultLine> lines, EquatableList<GradebookRow> rows, EquatableList<GradebookRow> strangers, Roster? roster)
    {
        foreach (var problem in roster?.Problems ?? []) yield return problem;
        foreach (var stranger in strangers)
        {
            yield return $"\"{stranger.Student}\" ({Files(stranger)}) is not in the roster, or stands there twice: no mark was placed.";
        }

        foreach (var mark in rows.SelectMany(row => row.Marks.OfType<StudentMark>().Select(mark => (row.Student, Mark: mark))))
        {
            if (mark.Mark.Standing is Standing.Fault or Standing.Doubled or Standing.Unreadable)
            {
                yield return $"\"{mark.Student}\", {mark.Mark.Worksheet}: left empty. {mark.Mark.Remark}";
            }
        }

        var held = new HashSet<ResultLine>(rows.Concat(strangers).SelectMany(Lines), ReferenceEqualityComparer.Instance);
        foreach (var line in lines.Where(line => line.Status != BatchStatus.Graded && !held.Contains(line)))
        {
            yield return line.Status == BatchStatus.Fault
                ? $"{line.File}: not marked. A fault of the grader, not of the student."
                : $"{line.File}: not marked. {line.Reason}";
        }

        foreach (var row in rows.Where(row => SpreadsheetText.IsRisky(row.Student)))
        {
            yield return $"\"{row.Student}\": a spreadsheet would run this id as a formula. It got an apostrophe in front, which the receiving system may not match.";
        }
    }

    private static string Files(GradebookRow row) => string.Join(", ", Lines(row).Select(line => line.File));

    private static IEnumerable<ResultLine> Lines(GradebookRow row) => row.Marks.OfType<StudentMark>().SelectMany(mark => mark.Lines);
}
