namespace Grader.Authoring;

/// <summary>All rules. Each is explained in docs/author-lint.md.</summary>
public static class LintRules
{
    public static LintRule Unreadable { get; } = new("unreadable", FindingLevel.Error);

    public static IReadOnlyList<LintRule> All { get; } =
    [
        Unreadable,
    ];
}
