using System.Diagnostics;
using Formulas.Expressions;
using Formulas.Parsing;
using Formulas.Rendering;
using Formulas.Text;
using Grader.Exercises;

namespace Grader.Reporting;

/// <summary>The reference answer of a part, as it is shown with the solution.</summary>
internal static class SolutionViews
{
    public static SolutionView Of(Part part)
    {
        var explanation = part.Explanation.Length > 0 ? Statements.ToHtml(part.Explanation) : null;
        return part.Kind switch
        {
            PartKind.Function function => Formulas([Formula(null, function.Specification)], explanation),
            PartKind.Predicate predicate => Formulas([Formula(null, predicate.Specification)], explanation),
            PartKind.Graph graph => Formulas([Formula(null, graph.Specification)], explanation),
            PartKind.Table table => Formulas([.. table.Cells.Select(cell => Formula(cell.Name, cell.Specification))], explanation),
            PartKind.Prose prose => new SolutionView([], [.. prose.Rubric.Select(Rubric)], null, explanation),
            PartKind.Fit fit => new SolutionView([], [], fit.Property, explanation),
            PartKind.Choice or PartKind.Claims => new SolutionView([], [], null, explanation),
            _ => throw new UnreachableException(),
        };
    }

    private static SolutionView Formulas(IReadOnlyList<FormulaView> formulas, string? explanation) => new(formulas, [], null, explanation);

    private static string Rubric(RubricItem item) => $"{item.Text} ({SubmissionPage.Points(item.Points)})";

    private static FormulaView Formula(string? name, FunctionSpecification specification) => Formula(name, specification.Canonical, specification.Scope);

    /// <summary>A formula of the worksheet's own, set where it can be read.</summary>
    public static FormulaView Formula(string? name, string text, Scope scope) =>
        FormulaReader.Read(text, scope) is Reading<Expression>.Success read
            ? new FormulaView(name, text, Scrolling.Block(MathMl.Render(read.Value, scope)))
            : new FormulaView(name, text, null);
}
