using Formulas.Text;
using Grader.Exercises;
using Grader.SelfTest;

namespace Grader.Tests.SelfTest;

public sealed class PartChecksTests
{
    [TestCase("backprop-practice", "2c.dw", "2", "3", "formula")]
    [TestCase("backprop-practice", "1e.gradient", "delta2_j", "delta2_i", "formula")]
    public void Function_WithWrongCanonical_Disagrees(string worksheet, string part, string from, string to, string check)
    {
        var (sheet, found) = Find(worksheet, part);
        var kind = (PartKind.Function)found.Kind;
        var wrong = kind.Specification with { Canonical = kind.Specification.Canonical.Replace(from, to, StringComparison.Ordinal) };
        var results = new PartChecks(sheet, found with { Kind = new PartKind.Function(wrong) }).All();
        Assert.That(results.Single(result => result.Check == check).Disagreement, Is.Not.Null);
    }

    [Test]
    public void Function_WithWrongLoss_Disagrees()
    {
        var (sheet, found) = Find("backprop-practice", "2c.dw");
        var kind = (PartKind.Function)found.Kind;
        var loss = (Derivation.Gradient)kind.Specification.Derivation!;
        var wrong = kind.Specification with { Derivation = loss with { Loss = $"2 {loss.Loss}" } };
        var results = new PartChecks(sheet, found with { Kind = new PartKind.Function(wrong) }).All();
        Assert.That(results.Single(result => result.Check == "derivative").Disagreement, Is.Not.Null);
        Assert.That(results.Single(result => result.Check == "differences").Disagreement, Is.Null, "Both differentiate the same loss.");
    }

    [Test]
    public void Claims_WithTurnedFlag_DisagreeWithTheExperiment()
    {
        var (sheet, found) = Find("backprop-practice", "1f.claims");
        var kind = (PartKind.Claims)found.Kind;
        var turned = kind with { Options = kind.Options.Select(option => option with { Truth = !option.Truth }).ToEquatableList() };
        var results = new PartChecks(sheet, found with { Kind = turned }).All();
        Assert.That(results.Single(result => result.Check == "experiment").Disagreement, Does.Contain("is stored as"));
    }

    [Test]
    public void Derivative_OfARealPart_ReportsHowFarItIsOff()
    {
        var (sheet, found) = Find("backprop-practice", "2c.dw");
        var results = new PartChecks(sheet, found).All();
        Assert.That(results.Single(result => result.Check == "derivative").Worst, Is.GreaterThan(0).And.LessThanOrEqualTo(1e-10));
        Assert.That(results.Single(result => result.Check == "differences").WorstShare, Is.GreaterThan(0).And.LessThanOrEqualTo(1));
    }

    [Test]
    public void Mistake_ThatIsTheRightFormula_IsFound()
    {
        var (sheet, found) = Find("backprop-practice", "1e.gradient");
        var kind = (PartKind.Function)found.Kind;
        var same = kind.Specification with { Misconceptions = [new("permuted", "delta2_j x1_i", "The factors are exchanged.")] };
        var results = new PartChecks(sheet, found with { Kind = new PartKind.Function(same) }).All();
        Assert.That(results.Single(result => result.Check == "mistakes").Disagreement, Does.Contain("never differs"));
    }

    private static (Worksheet Worksheet, Part Part) Find(string worksheet, string part)
    {
        var found = ((Found.Success)Library.Open(Path.Combine(AppContext.BaseDirectory, "exercises")).Find(worksheet)).Worksheet;
        return (found, found.Find(part)!);
    }
}
