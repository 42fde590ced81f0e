using Grader.Exercises;
using Grader.Submissions;
using Newtonsoft.Json.Linq;

namespace Grader.Authoring;

/// <summary>Collects what the rules find.</summary>
internal sealed class FindingLog(string worksheetFile)
{
    private readonly List<Finding> findings = [];

    /// <param name="at">The JSON of the worksheet that the finding is about.</param>
    public void Add(LintRule rule, JToken at, string message, string? hint = null) =>
        Add(rule, worksheetFile, ProblemLog.PositionOf(at), message, hint);

    public void Add(LintRule rule, string file, FilePosition? position, string message, string? hint = null) =>
        findings.Add(new(rule, new(file, position, message, hint)));

    public bool Has(LintRule rule) => findings.Exists(finding => finding.Rule == rule);

    /// <summary>File by file in the order in which they were first named, then by line.</summary>
    public IReadOnlyList<Finding> InFileOrder()
    {
        var files = findings.Select(finding => finding.Problem.File).Distinct().ToList();
        return
        [
            .. findings.Distinct()
                .OrderBy(finding => files.IndexOf(finding.Problem.File))
                .ThenBy(finding => finding.Problem.Position?.Line ?? 0)
                .ThenBy(finding => finding.Problem.Position?.Column ?? 0),
        ];
    }
}
