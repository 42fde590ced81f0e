using Formulas.Analysis;
using Formulas.Expressions;
using Formulas.Parsing;
using Formulas.Text;
using Grader.Exercises;
using Grader.Submissions;

namespace Grader.Tests.Exercises;

/// <summary>What the worksheets' data must have beyond being readable.</summary>
public sealed class WorksheetDataTests
{
    private static readonly Library Library = Library.Open(RepositoryExercises.Folder);

    /// <summary>A unit is either dead or alive at the given inputs, so that no single point shows both kinds of mistake.</summary>
    private static readonly string[] NotToldApartByOnePoint = ["3.2.db", "3.2.dw"];

    private static IEnumerable<TestCaseData> Functions =>
        from id in RepositoryExercises.Ids
        let worksheet = (Library.Find(id) as Found.Success)?.Worksheet
        where worksheet is not null
        from part in worksheet.Parts
        where part.Kind is PartKind.Function && !NotToldApartByOnePoint.Contains(part.Id)
        select new TestCaseData(((PartKind.Function)part.Kind).Specification).SetArgDisplayNames($"{id}/{part.Id}");

    /// <summary>Otherwise a wrong answer that comes as a value would pass for the right one.</summary>
    [TestCaseSource(nameof(Functions))]
    public void GivenInputs_ForEachKnownMistake_TellItFromTheRightValue(FunctionSpecification specification)
    {
        var right = Numbers(Value(specification.Canonical, specification));
        foreach (var misconception in specification.Misconceptions)
        {
            var wrong = Numbers(Value(misconception.Formula, specification));
            var apart = right.Zip(wrong).Max(pair => Math.Abs(pair.First - pair.Second));
            var size = right.Max(Math.Abs);
            Assert.That(apart, Is.GreaterThan(0.01 * size).And.GreaterThan(2 * (specification.Tolerance.Absolute ?? 0)), misconception.Formula);
        }
    }

    [TestCaseSource(typeof(RepositoryExercises), nameof(RepositoryExercises.Ids))]
    public void Worksheet_EachPart_HasAStatementAndSomethingToLookAtNext(string id)
    {
        foreach (var part in Read(id).Parts)
        {
            Assert.That((part.Title, part.Statement, part.Explanation, part.LookAtNext), Is.Not.EqualTo((string.Empty, string.Empty, string.Empty, string.Empty)), part.Id);
            Assert.That(part.Statement, Is.Not.Empty, part.Id);
            Assert.That(part.Explanation, Is.Not.Empty, part.Id);
            Assert.That(part.LookAtNext, Is.Not.Empty, part.Id);
        }
    }

    [TestCaseSource(typeof(RepositoryExercises), nameof(RepositoryExercises.Ids))]
    public void Worksheet_EachOption_TeachesInItsFeedback(string id)
    {
        foreach (var part in Read(id).Parts)
        {
            var options = part.Kind switch
            {
                PartKind.Choice choice => choice.Options,
                PartKind.Claims claims => claims.Options,
                _ => [],
            };
            if (options.Count == 0) continue;
            Assert.That(options, Has.Count.GreaterThanOrEqualTo(3), part.Id);
            Assert.That(options.Select(option => option.Feedback), Has.None.Empty, part.Id);
        }
    }

    [TestCaseSource(typeof(RepositoryExercises), nameof(RepositoryExercises.Ids))]
    public void Worksheet_EachPartThatAFileCanAnswer_IsAnsweredRightAndWrongBySamples(string id)
    {
        var parts = Read(id).Parts.Where(part => part.Kind is not PartKind.Fit).ToList();

        Assert.That(Answered(id, "right"), Is.SupersetOf(parts.Select(part => part.Id)));
        Assert.That(Answered(id, "wrong"), Is.SupersetOf(parts.Where(part => part.Kind is not PartKind.Prose).Select(part => part.Id)));
    }

    private static IEnumerable<string> Answered(string id, string kind) => Sample.All(kind)
        .Where(sample => sample.Worksheet == id)
        .SelectMany(sample => AnswerFileReader.Read(sample.File, File.ReadAllBytes(sample.File)).Answers)
        .Select(answer => answer.PartId).Distinct();

    private static Worksheet Read(string id) => ((Found.Success)Library.Find(id)).Worksheet;

    private static Value Value(string formula, FunctionSpecification specification)
    {
        var expression = ((Reading<Expression>.Success)FormulaReader.Read(formula, specification.Scope)).Value;
        var outcome = Evaluation.Evaluate(expression, specification.Given);
        Assert.That(outcome, Is.InstanceOf<Outcome.Known>(), formula);
        return ((Outcome.Known)outcome).Value;
    }

    private static IReadOnlyList<double> Numbers(Value value) => value switch
    {
        Formulas.Expressions.Value.Scalar(var number) => [number],
        Formulas.Expressions.Value.Vector(var entries) => entries,
        Formulas.Expressions.Value.Matrix matrix => matrix.Entries,
        _ => throw new ArgumentException($"{value} holds no numbers.", nameof(value)),
    };
}
