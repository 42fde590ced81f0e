using Grader.Reporting;
using Newtonsoft.Json.Linq;

namespace Grader.Batching;

/// <summary>A submission as a line of <c>results.jsonl</c>: the form of <c>check --format json</c>, with <c>file</c> and <c>status</c>.</summary>
public static class SubmissionLine
{
    public static JObject From(GradedFile graded, Revealing revealing) =>
        From(graded, graded is GradedFile.Graded { Result: var result, Worksheet: var worksheet } ? result.Parts.Select(part => ResultJson.FromPart(part, revealing.For(worksheet))) : []);

    /// <param name="parts">Of a graded one, as <see cref="ResultJson.FromPart"/> has them.</param>
    internal static JObject From(GradedFile graded, IEnumerable<JToken> parts)
    {
        var line = new JObject { ["file"] = graded.File, ["status"] = Status(graded) };
        if (graded.Name is { } name) line["name"] = name;
        if (graded.Origin is { } origin)
        {
            if (origin.IsLate) line["late"] = true;
            if (origin.Attempt is { } attempt) line["attempt"] = attempt;
        }

        switch (graded)
        {
            case GradedFile.Graded { Result: var result }:
                ResultJson.AddTo(line, result, parts);
                break;
            case GradedFile.Unreadable unreadable:
                AddNothing(line, unreadable.Worksheet, unreadable.Student, unreadable.Problems.Select(ResultJson.FromProblem));
                break;
            case GradedFile.Fault fault:
                AddNothing(line, fault.Worksheet, fault.Student, [FaultProblem(fault.Details)]);
                break;
        }

        return line;
    }

    private static string Status(GradedFile graded) => graded switch
    {
        GradedFile.Graded => "graded",
        GradedFile.Unreadable => "unreadable",
        GradedFile.Fault => "fault",
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    private static void AddNothing(JObject line, string worksheet, string student, IEnumerable<JObject> problems)
    {
        line["worksheet"] = worksheet.Length == 0 ? null : worksheet;
        line["student"] = student.Length == 0 ? null : student;
        line["score"] = 0;
        line["maxScore"] = 0;
        line["parts"] = new JArray();
        line["problems"] = new JArray(problems);
    }

    private static JObject FaultProblem(string details) => new()
    {
        ["code"] = "grader-fault",
        ["message"] = "Not marked: a fault of the grader.",
        ["details"] = details,
    };
}
