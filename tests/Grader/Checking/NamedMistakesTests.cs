using System.Globalization;
using Formulas.Analysis;
using Formulas.Analysis.Equality;
using Formulas.Expressions;
using Formulas.Parsing;
using Formulas.Rendering;
using Formulas.Text;
using Grader.Checking;
using Grader.Exercises;

namespace Grader.Tests.Checking;

/// <summary>How many mistakes get a name, and that no name is false.</summary>
[TestFixture]
public sealed class NamedMistakesTests
{
    /// <summary>Codes that say only that something is wrong.</summary>
    private static readonly string[] Nameless = ["wrong-value", "not-finite", "shape-mismatch", "undecided", "over-budget"];

    private static readonly Library Worksheets = Library.Open(Path.Combine(AppContext.BaseDirectory, "exercises"));

    private static IEnumerable<TestCaseData> Functions() =>
        from id in Worksheets.Ids
        let worksheet = ((Found.Success)Worksheets.Find(id)).Worksheet
        from part in worksheet.Questions.SelectMany(question => question.Parts)
        from function in FunctionsOf(part)
        select new TestCaseData(function.Specification).SetArgDisplayNames($"{id}/{function.Name}");

    private static IEnumerable<(string Name, FunctionSpecification Specification)> FunctionsOf(Part part) => part.Kind switch
    {
        PartKind.Function(var specification) => [(part.Id, specification)],
        PartKind.Graph graph => [(part.Id, graph.Specification)],
        PartKind.Table table => table.Cells.Select(cell => ($"{part.Id}:{cell.Name}", cell.Specification)),
        _ => [],
    };

    private static IEnumerable<Expression> Slips(PreparedFunction function)
    {
        var scope = function.Specification.Scope;
        var kinds = scope.Symbols.GroupBy(symbol => symbol.Kind, symbol => symbol.Name).Select(kind => kind.ToList()).ToList();
        return TextSlips.Of(Calculator.Print(function.Canonical), kinds)
            .Select(slip => FormulaReader.Read(slip, scope)).OfType<Reading<Expression>.Success>().Select(read => read.Value).Distinct();
    }

    [TestCase(3ul)]
    [TestCase(4ul)]
    public void Judge_SlipsOfThePen_NamesNearlyAll(ulong seed)
    {
        var (wrong, named) = (0, 0);
        foreach (var test in Functions())
        {
            var function = new PreparedFunction((FunctionSpecification)test.Arguments[0]!, seed, reference: null);
            foreach (var slip in Slips(function))
            {
                var judged = FormulaJudge.Judge(function, slip);
                if (judged.Verdict is not (Verdict.Incorrect or Verdict.Unreadable) || judged.Feedback.Any(feedback => feedback.Code == "not-finite")) continue;
                wrong++;
                if (judged.Feedback.Any(feedback => !Nameless.Contains(feedback.Code))) named++;
            }
        }

        TestContext.Out.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{named} of {wrong} slips are named, {100.0 * named / wrong:0.0} %."));
        Assert.That(named, Is.GreaterThanOrEqualTo(0.9 * wrong));
    }

    /// <summary>What a name makes of the right formula is the answer, also at points that the search has not seen.</summary>
    [TestCaseSource(nameof(Functions))]
    public void Find_SlipsOfThePen_NamesNoneFalsely(FunctionSpecification specification)
    {
        foreach (var seed in (ulong[])[5, 6, 7])
        {
            var function = new PreparedFunction(specification, seed, reference: null);
            var elsewhere = new PreparedFunction(specification, seed + 1000, reference: null).Samples;
            foreach (var slip in Slips(function))
            {
                if (function.Mistakes.Find(slip.Shape, Values(slip, function.Samples), slip)?.Formula is not { } explained) continue;
                var values = Values(explained, elsewhere);
                Assert.That(Trial.Of(slip.Shape, Values(slip, elsewhere), explained.Shape, values).Agreement, Is.Not.EqualTo(Agreement.Different),
                    $"{Calculator.Print(slip)} is not {Calculator.Print(explained)}");
                Assert.That(Trial.Of(explained.Shape, values, specification.Shape, [.. elsewhere.Select(sample => sample.Expected)]).Agreement, Is.EqualTo(Agreement.Different),
                    $"{Calculator.Print(explained)} is the right formula");
            }
        }
    }

    private static List<BoundedOutcome> Values(Expression formula, EquatableList<SamplePoint> samples) =>
        samples.Select(sample => Evaluation.EvaluateWithBound(formula, sample.Inputs)).ToList();
}
