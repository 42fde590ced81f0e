using Grader.Exercises;

namespace Grader.Authoring;

public enum FindingLevel
{
    /// <summary>Worth a look; the worksheet may well be right.</summary>
    Warning,

    /// <summary>A student would be judged wrongly, or the worksheet cannot be used.</summary>
    Error,
}

/// <summary>A rule that lint holds a worksheet to.</summary>
/// <param name="Name">In docs/author-lint.md.</param>
public sealed record LintRule(string Name, FindingLevel Level);

/// <summary>Something that lint found, with its place and a way out.</summary>
public sealed record Finding(LintRule Rule, WorksheetProblem Problem)
{
    /// <summary>As compilers write it, so that editors jump to it.</summary>
    public override string ToString()
    {
        var (file, position, message, hint) = Problem;
        var place = position is null ? file : $"{file}:{position.Line}:{position.Column}";
        var level = Rule.Level == FindingLevel.Error ? "error" : "warning";
        return $"{place}: {level}: {message}{(hint is null ? string.Empty : $" {hint}")} [{Rule.Name}]";
    }
}
