using Grader.Reporting;
using Newtonsoft.Json.Linq;

namespace Grader.Batching;

/// <summary>A submission as a line of <c>results.jsonl</c>: the form of <c>check --format json</c>, with <c>file</c> and <c>status</c>.</summary>
public static class SubmissionLine
{
    public static JObject From(GradedFile graded, Revealing revealing)
    {
        var (status, json) = graded switch
        {
            GradedFile.Graded { Result: var result, Worksheet: var worksheet } => ("graded", ResultJson.From(result, revealing.For(worksheet))),
            GradedFile.Unreadable unreadable => ("unreadable", Nothing(unreadable.Worksheet, unreadable.Student, unreadable.Problems.Select(ResultJson.FromProblem))),
            GradedFile.Fault fault => ("fault", Nothing(fault.Worksheet, fault.Student, [FaultProblem(fault.Details)])),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
        var line = new JObject { ["file"] = graded.File, ["status"] = status };
        if (graded.Name is { } name) line["name"] = name;
        if (graded.Origin is { } origin)
        {
            if (origin.IsLate) line["late"] = true;
            if (origin.Attempt is { } attempt) line["attempt"] = attempt;
        }

        line.Merge(json);
        return line;
    }

    private static JObject Nothing(string worksheet, string student, IEnumerable<JObject> problems) => new()
    {
        ["worksheet"] = worksheet.Length == 0 ? null : worksheet,
        ["student"] = student.Length == 0 ? null : student,
        ["score"] = 0,
        ["maxScore"] = 0,
        ["parts"] = new JArray(),
        ["problems"] = new JArray(problems),
    };

    private static JObject FaultProblem(string details) => new()
    {
        ["code"] = "grader-fault",
        ["message"] = "Not marked: a fault of the grader.",
        ["details"] = details,
    };
}
