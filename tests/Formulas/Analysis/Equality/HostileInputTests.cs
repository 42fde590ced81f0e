using Formulas.Analysis.Equality;
using Formulas.Expressions;
using Formulas.Parsing;
using Formulas.Tests.Generation;
using Formulas.Text;

namespace Formulas.Tests.Analysis.Equality;

public sealed class HostileInputTests
{
    /// <summary>What reading and deciding one text may allocate, in bytes.</summary>
    private const long Memory = 8 << 20;

    /// <summary>Far beyond what any text takes, so that a hang ends as a failure.</summary>
    private static readonly TimeSpan Guard = TimeSpan.FromSeconds(60);

    private static readonly Scope Open = Scope.Empty with { Open = true };

    private static IEnumerable<TestCaseData> Texts => Hostile.Texts.Select(hostile => new TestCaseData(hostile.Text).SetArgDisplayNames(hostile.Name));

    [TestCaseSource(nameof(Texts))]
    public void ReadAndDecide_HostileText_EndsAtSmallCost(string text)
    {
        var work = Task.Run(() =>
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            _ = Answer(text);
            return GC.GetAllocatedBytesForCurrentThread() - before;
        });

        Assert.That(work.Wait(Guard), "The text hangs.");
        Assert.That(work.Result, Is.LessThan(Memory));
    }

    [TestCase("9^9^9^9", "9^(9^9) is too large a number to reckon with.")]
    [TestCase("9^9^9^9 x", "9^(9^9) is too large a number to reckon with.")]
    [TestCase("sum(i,1,10^9,i)", "The comparison was given up: the formula takes too many operations to evaluate.")]
    [TestCase("sum(i,1,10^9,i x)", "The comparison was given up: the formula takes too many operations to evaluate.")]
    [TestCase("sum(i,1,1000, sum(j,1,1000, sum(k,1,1000, x)))", "The comparison was given up: the formula takes too many operations to evaluate.")]
    public void Decide_TooLargeATask_NamesTheLimit(string answer, string reason)
    {
        foreach (var (a, b) in new[] { (answer, "x"), (answer, "7"), ("x", answer), ("7", answer) })
        {
            var decision = Equivalence.Decide(Read(a), Read(b), Open, [], 1);

            Assert.That(decision, Is.InstanceOf<Decision.Undecided>(), $"{a} against {b}");
            Assert.That(((Decision.Undecided)decision).Reason, Is.EqualTo(reason), $"{a} against {b}");
            Assert.That(((Decision.Undecided)decision).MetLimit);
        }
    }

    private static object Answer(string text) => FormulaReader.Read(text, Open) switch
    {
        Reading<Expression>.Success(var formula, _) => Equivalence.Decide(formula, Read("x"), Open, [], 1),
        var failure => failure,
    };

    private static Expression Read(string text) => ((Reading<Expression>.Success)FormulaReader.Read(text, Open)).Value;
}
