using Grader.Batching;
using Grader.Reporting;
using Newtonsoft.Json.Linq;

namespace Grader.Exporting;

/// <summary>What one submission on Gradescope comes to, whatever files lie in it.</summary>
public static class GradescopeSubmission
{
    /// <param name="worksheet">The worksheet that is asked for.</param>
    /// <returns>The content of <c>results.json</c>; null where the grader failed, which must not look like 0 points.</returns>
    public static JObject? Results(IReadOnlyList<ResultLine> lines, string worksheet)
    {
        if (lines.Any(line => line.Status == BatchStatus.Fault)) return null;
        var answers = lines.Where(line => line.Status == BatchStatus.Graded && line.Worksheet == worksheet).ToList();
        return answers switch
        {
            [var only] => GradescopeExport.Results(only),
            [_, ..] => GradescopeExport.Refusal($"{answers.Count} files answer {worksheet}: {Names(answers)}. Hand in one of them."),
            [] when lines.Count == 0 => GradescopeExport.Refusal($"There is no .json file in the submission. Hand in your answer file for {worksheet}."),
            [] => GradescopeExport.Refusal($"No file answers {worksheet}.\n{string.Join('\n', lines.Select(Reason))}"),
        };
    }

    private static string Reason(ResultLine line) => line.Status == BatchStatus.Graded
        ? $"{line.File} answers another worksheet, {line.Worksheet}."
        : $"{line.File}: {line.Reason}";

    private static string Names(List<ResultLine> lines) => string.Join(", ", lines.Select(line => line.File));
}
