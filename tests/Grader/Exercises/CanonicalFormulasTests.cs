using Formulas.Expressions;
using Formulas.Parsing;
using Formulas.Rendering;
using Formulas.Text;
using Grader.Exercises;

namespace Grader.Tests.Exercises;

/// <summary>Every formula of the worksheets' own, written in any notation, reads back as it was.</summary>
public sealed class CanonicalFormulasTests
{
    private static readonly Library Worksheets = Library.Open(RepositoryExercises.Folder);

    private static IEnumerable<FunctionSpecification> Specifications() =>
        from id in Worksheets.Ids
        from part in ((Found.Success)Worksheets.Find(id)).Worksheet.Parts
        from specification in Of(part.Kind)
        select specification;

    private static IEnumerable<FunctionSpecification> Of(PartKind kind) => kind switch
    {
        PartKind.Function(var specification) => [specification],
        PartKind.Predicate predicate => [predicate.Specification],
        PartKind.Graph graph => [graph.Specification],
        PartKind.Table table => table.Cells.Select(cell => cell.Specification),
        _ => [],
    };

    [TestCase(Notation.Ascii)]
    [TestCase(Notation.Unicode)]
    [TestCase(Notation.Latex)]
    public void Print_CanonicalFormula_ReadsBackEqual(Notation notation)
    {
        var (failures, count) = (new List<string>(), 0);
        foreach (var specification in Specifications())
        {
            var texts = specification.Misconceptions.Select(mistake => mistake.Formula).Concat(specification.Readings.Select(reading => reading.Formula)).Prepend(specification.Canonical);
            foreach (var formula in texts.Select(text => Read(text, specification.Scope)!))
            {
                var printed = new NotationStyle(notation, specification.Scope).Print(formula);
                if (!formula.Equals(Read(printed, specification.Scope))) failures.Add($"{printed}  for  {Calculator.Print(formula)}");
                count++;
            }
        }

        Assert.That(failures, Is.Empty);
        Assert.That(count, Is.GreaterThan(60));
    }

    private static Expression? Read(string text, Scope scope) => (FormulaReader.Read(text, scope) as Reading<Expression>.Success)?.Value;
}
