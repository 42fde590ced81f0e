using Formulas.Text;
using Newtonsoft.Json.Linq;

namespace Grader.Exercises;

/// <summary>
/// What a worksheet's folder holds, as far as it can be read: the worksheet, and the JSON it came from with its lines and columns.
/// </summary>
/// <param name="Worksheet">
/// Null where the JSON cannot be read at all. Where there are problems it is incomplete: formulas in it may be unreadable.
/// </param>
/// <param name="Json">Its questions, parts and cells stand in the order of the worksheet's.</param>
/// <param name="Statements">The text of <c>statements.md</c>; null where it cannot be read.</param>
internal sealed record WorksheetSource(
    string Folder, Worksheet? Worksheet, JObject? Json, string? Statements, EquatableList<WorksheetProblem> Problems)
{
    public string WorksheetFile => Path.Combine(Folder, WorksheetReader.WorksheetFile);

    public string StatementsFile => Path.Combine(Folder, WorksheetReader.StatementsFile);
}
