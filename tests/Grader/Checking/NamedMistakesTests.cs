using System.Globalization;
using Formulas.Analysis;
using Formulas.Analysis.Equality;
using Formulas.Expressions;
using Formulas.Parsing;
using Formulas.Rendering;
using Formulas.Text;
using Grader.Checking;
using Grader.Exercises;
using Grader.Submissions;
using Newtonsoft.Json.Linq;

namespace Grader.Tests.Checking;

/// <summary>How many mistakes get a name, and that no name is false.</summary>
[TestFixture]
public sealed class NamedMistakesTests
{
    /// <summary>Codes that say only that something is wrong.</summary>
    private static readonly string[] Nameless = ["wrong-value", "not-finite", "shape-mismatch", "undecided", "over-budget"];

    private static readonly Library Worksheets = Library.Open(Path.Combine(AppContext.BaseDirectory, "exercises"));

    private static readonly Checker SampleChecker = new(classSecret: 1);

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

    /// <summary>A formula that takes long to evaluate has no table: its mistakes would go without names.</summary>
    [TestCaseSource(nameof(Functions))]
    public void Mistakes_OfEveryPart_AreMany(FunctionSpecification specification) =>
        Assert.That(new PreparedFunction(specification, 1, reference: null).Mistakes.Count, Is.GreaterThan(5));

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

    /// <summary>The files beside the samples say what each mistake is.</summary>
    [Test]
    public void Check_WrongSamples_NamesNearlyAllAndNoneFalsely()
    {
        var (wrong, unnamed, untrue) = (0, new List<string>(), new List<string>());
        foreach (var file in Directory.EnumerateFiles(Path.Combine(AppContext.BaseDirectory, "exercises"), "*.expected.json", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
        {
            if (Path.GetFileName(Path.GetDirectoryName(file)) != "wrong") continue;
            var submission = AnswerFileReader.ReadFile(file.Replace(".expected.json", ".json", StringComparison.Ordinal));
            var worksheet = ((Found.Success)Worksheets.Find(submission.Worksheet)).Worksheet;
            foreach (var (id, expected) in (JObject)JObject.Parse(File.ReadAllText(file))["parts"]!)
            {
                if (worksheet.Find(id) is not { Kind: PartKind.Function or PartKind.Graph } part || (string?)expected!["verdict"] != "incorrect") continue;
                var result = SampleChecker.Check(worksheet, submission with { Answers = submission.Answers.Where(answer => answer.PartId == part.Id).ToEquatableList() }).Parts.Single(found => found.PartId == id);
                var names = result.Feedback.Select(feedback => feedback.Code).Except(Nameless).ToList();
                var truth = expected["codes"]!.Values<string>().ToList();
                wrong++;
                if (names.Count == 0) unnamed.Add($"{Path.GetFileName(file)} {id}");
                else if (truth.Count > 0 && !names.Exists(truth.Contains)) untrue.Add($"{Path.GetFileName(file)} {id}: {string.Join(", ", names)}");
            }
        }

        TestContext.Out.WriteLine($"{wrong - unnamed.Count} of {wrong} wrong answers are named; not: {string.Join("; ", unnamed)}");
        Assert.That(untrue, Is.Empty);
        Assert.That(wrong, Is.GreaterThan(80));
        Assert.That(unnamed, Has.Count.LessThanOrEqualTo(wrong / 10));
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
