using Grader.Exercises;

namespace Grader.Authoring;

/// <summary>
/// Looks a worksheet over as its author would have to: what cannot be read, what is wrong, and what would judge students wrongly.
/// Every problem of every file is found in one go; what cannot be read hides nothing that can.
/// </summary>
public static class Lint
{
    /// <param name="folder">Holds <c>worksheet.json</c> and <c>statements.md</c>.</param>
    /// <returns>By file, in the order of their lines.</returns>
    public static IReadOnlyList<Finding> Run(string folder)
    {
        var source = WorksheetReader.ReadSource(folder);
        return [.. source.Problems.Select(problem => new Finding(LintRules.Unreadable, problem))];
    }
}
