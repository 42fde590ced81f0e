using Formulas.Text;
using Grader.Submissions;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Grader.Exercises;

/// <summary>Collects the problems of one file while it is read, so that an author sees all of them at once.</summary>
internal sealed class ProblemLog(string file)
{
    private readonly List<WorksheetProblem> problems = [];

    public bool IsEmpty => problems.Count == 0;

    public IEnumerable<WorksheetProblem> Problems => problems;

    /// <param name="at">The JSON that the problem is about; its line and column are taken.</param>
    public void Add(JToken at, string message, string? hint = null) => Add(PositionOf(at), message, hint);

    public void Add(FilePosition? position, string message, string? hint = null) =>
        problems.Add(new(file, position, message, hint));

    public void Add(int line, string message, string? hint = null) => Add(new FilePosition(line, 1), message, hint);

    public EquatableList<WorksheetProblem> InFileOrder() =>
        problems.OrderBy(problem => problem.Position?.Line ?? 0).ThenBy(problem => problem.Position?.Column ?? 0).ToEquatableList();

    public static FilePosition? PositionOf(JToken token)
    {
        IJsonLineInfo info = token;
        return info.HasLineInfo() ? new(info.LineNumber, Math.Max(1, info.LinePosition)) : null;
    }
}
