using Formulas.Analysis;
using Formulas.Analysis.Mutation;
using Formulas.Expressions;
using Formulas.Parsing;
using Formulas.Rendering;
using Formulas.Text;
using Grader.Checking;
using Grader.Exercises;

namespace Grader.Tests.Checking;

/// <summary>A sentence that names a mistake does not write the right formula down for the student.</summary>
[TestFixture]
public sealed class GivenAwayTests
{
    private static readonly Library Worksheets = Library.Open(Path.Combine(AppContext.BaseDirectory, "exercises"));

    private static IEnumerable<TestCaseData> Functions() =>
        from id in Worksheets.Ids
        from part in ((Found.Success)Worksheets.Find(id)).Worksheet.Questions.SelectMany(question => question.Parts)
        where part.Kind is PartKind.Function or PartKind.Graph
        select new TestCaseData(id, part.Id, null).SetArgDisplayNames($"{id}/{part.Id}");

    private static IEnumerable<TestCaseData> Cells() =>
        from id in Worksheets.Ids
        from part in ((Found.Success)Worksheets.Find(id)).Worksheet.Questions.SelectMany(question => question.Parts)
        where part.Kind is PartKind.Table
        from cell in ((PartKind.Table)part.Kind).Cells
        select new TestCaseData(id, part.Id, cell.Name).SetArgDisplayNames($"{id}/{part.Id}, {cell.Name}");

    private static PreparedFunction Prepared(string worksheet, string part, string? cell = null) =>
        new(((Found.Success)Worksheets.Find(worksheet)).Worksheet.Find(part)!.Kind switch
        {
            PartKind.Function function => function.Specification,
            PartKind.Graph graph => graph.Specification,
            PartKind.Table table => table.Cells.Single(candidate => candidate.Name == cell).Specification,
            _ => throw new ArgumentOutOfRangeException(nameof(part), part, "It has no formula."),
        }, 1, reference: null);

    private static string Feedback(PreparedFunction function, Expression answer) =>
        string.Join(" ", FormulaJudge.Judge(function, answer).Feedback.Select(feedback => feedback.Message));

    /// <summary>Pieces of more than four leaves, or of more than a third of the formula, that are not in what the student wrote or a like formula. A student's own terms in other
    /// brackets are no secret: where brackets are missing, that is all there is to say.</summary>
    private static IEnumerable<string> Secrets(Expression right, string answer)
    {
        var size = Subexpressions.All(right).Count();
        return from piece in Subexpressions.All(right).Distinct()
               let nodes = Subexpressions.All(piece).ToList()
               where nodes.Count > 3 && (nodes.Count * 3 > size || nodes.Count(node => Subexpressions.Of(node).Count == 0) > 4)
               let text = Calculator.Print(piece)
               let shown = text.Length <= 80 ? text : text[..80]
               where !Unbracketed(answer).Contains(Unbracketed(shown), StringComparison.Ordinal)
               select shown;
    }

    private static string Unbracketed(string formula) => formula.Replace("(", "", StringComparison.Ordinal).Replace(")", "", StringComparison.Ordinal);

    [TestCaseSource(nameof(Functions))]
    [TestCaseSource(nameof(Cells))]
    public void Judge_SingleMistakes_ShowsNoLargePieceThatIsNotInTheAnswer(string worksheet, string part, string? cell)
    {
        var function = Prepared(worksheet, part, cell);
        foreach (var planted in PlantedMistakes.Of(function.Canonical, function.Specification.Scope).Take(150))
        {
            var values = function.Samples.Select(sample => Evaluation.EvaluateWithBound(planted.Formula, sample.Inputs)).ToList();
            if (function.Mistakes.Find(planted.Formula.Shape, values, planted.Formula) is not { } found) continue;
            var (answer, said) = ($"{Calculator.Print(planted.Formula)}, {(found.Formula is { } alike ? Calculator.Print(alike) : "")}", string.Join(" ", found.Mistakes.Select(mistake => mistake.Message)));
            Assert.That(Secrets(function.Canonical, answer).Where(secret => said.Contains(secret, StringComparison.Ordinal)), Is.Empty, $"{answer}: {said}");
        }
    }

    [TestCase("logistic-initialization", "1.update", "w", "A whole term is missing.")]
    [TestCase("backprop-practice", "2f.W1", "W1", "A whole term is missing.")]
    [TestCase("initialization-skip-layer", "1c.update", "w", "A whole term is missing.")]
    [TestCase("sgd-backprop-tables", "1b.update", "w_j", "A whole term is missing.")]
    public void Judge_TheOldWeights_DoesNotSayTheUpdate(string worksheet, string part, string answer, string said)
    {
        var function = Prepared(worksheet, part);
        var read = (Reading<Expression>.Success)FormulaReader.Read(answer, function.Specification.Scope);
        Assert.That(Feedback(function, read.Value), Is.EqualTo(said));
    }
}
