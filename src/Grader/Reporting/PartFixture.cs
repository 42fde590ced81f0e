using Grader.Exercises;
using Grader.Hints;

namespace Grader.Reporting;

/// <summary>What pages say of a part whatever was answered, each made when first asked for.</summary>
internal sealed class PartFixture(Part part)
{
    private readonly Lazy<string> statement = new(() => Statements.ToHtml(part.Statement));
    private readonly Lazy<string?> lookAtNext = new(() => part.LookAtNext.Length > 0 ? Statements.ToHtml(part.LookAtNext) : null);
    private readonly Lazy<HintView?> hint = new(() => HintViews.Of(PartHints.BeyondTheFirst(part)));
    private readonly Lazy<SolutionView> solution = new(() => SolutionViews.Of(part));
    private readonly Lazy<IReadOnlyList<string>> options = new(() => [.. PartDescription.Options(part.Kind).Select(option => Statements.ToHtml(option.Text))]);

    public string StatementHtml => statement.Value;

    /// <summary>Null where nothing is named.</summary>
    public string? LookAtNextHtml => lookAtNext.Value;

    /// <summary>Null where there is none.</summary>
    public HintView? Hint => hint.Value;

    public SolutionView Solution => solution.Value;

    /// <summary>The options' texts, in their order.</summary>
    public IReadOnlyList<string> OptionsHtml => options.Value;
}
