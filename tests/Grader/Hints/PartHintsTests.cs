using Formulas.Analysis;
using Formulas.Expressions;
using Formulas.Parsing;
using Formulas.Text;
using Grader.Exercises;
using Grader.Hints;
using Grader.Reporting;

namespace Grader.Tests.Hints;

public sealed class PartHintsTests
{
    private static readonly Library Library = Library.Open(Path.Combine(AppContext.BaseDirectory, "exercises"));

    private static IEnumerable<Worksheet> Worksheets => Library.Ids.Select(Find);

    private static IEnumerable<TestCaseData> Parts => Worksheets
        .SelectMany(worksheet => worksheet.Parts.Select(part => new TestCaseData(part).SetArgDisplayNames($"{worksheet.Id}/{part.Id}")));

    [TestCaseSource(nameof(Parts))]
    public void Of_EveryPart_HasAHintAndNoneHoldsTheAnswer(Part part)
    {
        var hints = PartHints.Of(part);

        Assert.That(hints, Is.Not.Empty);
        foreach (var specification in PartDescription.Specifications(part.Kind))
        {
            var answer = ((Reading<Expression>.Success)FormulaReader.Read(specification.Canonical, specification.Scope)).Value;
            if (Subexpressions.All(answer).Take(4).Count() < 4) continue;
            Assert.That(hints.Select(hint => hint.Text), Has.None.Contains(specification.Canonical));
            Assert.That(hints.Select(hint => hint.Frame?.Tree), Has.None.EqualTo(answer));
        }
    }

    [TestCaseSource(nameof(Parts))]
    public void Of_EveryPart_OutlineNamesNoSymbol(Part part)
    {
        foreach (var hint in PartHints.Of(part))
        {
            if (hint.Frame is not { } frame) continue;
            var named = Subexpressions.All(frame.Tree).OfType<Expression.Reference>().Select(node => node.Name);
            Assert.That(named, Is.All.EqualTo("□"));
            Assert.That(Subexpressions.All(frame.Tree).OfType<Expression.Entry>(), Is.Empty);
        }
    }

    [Test]
    public void Of_Table_TellsWhichCellsNeedWhich()
    {
        var table = Worksheets.SelectMany(worksheet => worksheet.Parts)
            .First(part => part.Kind is PartKind.Table { Cells: var cells } && cells.Any(cell => cell.DependsOn.Count > 0));

        Assert.That(PartHints.Of(table).Select(hint => hint.Text), Has.Some.StartsWith("Each cell needs earlier ones: "));
    }

    [Test]
    public void Of_AuthorsHints_StandBetweenWhereToLookAndTheOutline()
    {
        var part = Find("backprop-practice").Find("1b.value")! with { Hints = ["Take $a$ out of the sum."] };

        Assert.That(PartHints.Of(part).Select(hint => hint.Text), Is.EqualTo(
            new[] { part.LookAtNext, "Take $a$ out of the sum.", "The answer is a number, made of `a`, `x` and `g`.", "Its outline, with empty places for you to fill:" }));
    }

    [Test]
    public void Of_InputThatDoesNotEnter_IsSaid()
    {
        var specification = ((PartKind.Function)Find("backprop-practice").Find("1b.value")!.Kind).Specification;
        var part = Find("backprop-practice").Find("1b.value")! with { Kind = new PartKind.Function(specification with { Canonical = "g(sum(x))" }) };

        Assert.That(PartHints.Of(part)[1].Text, Is.EqualTo("The answer is a number, made of `x` and `g`. It does not depend on `a`."));
    }

    [Test]
    public void Of_GraphOfFunctionsThatTheSheetLeavesOpen_HasNoOutlineOfTheirStandIns() =>
        Assert.That(PartHints.BeyondTheFirst(Find("backprop-practice").Find("2a.graph")!), Is.Empty);

    private static Worksheet Find(string id) => ((Found.Success)Library.Find(id)).Worksheet;
}
