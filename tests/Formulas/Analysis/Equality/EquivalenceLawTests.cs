using Formulas.Analysis;
using Formulas.Analysis.Equality;
using Formulas.Expressions;
using Formulas.Parsing;
using Formulas.Tests.Generation;
using Formulas.Text;

namespace Formulas.Tests.Analysis.Equality;

/// <summary>No false verdict over generated pairs. A pair may be left undecided, but few are.</summary>
public sealed class EquivalenceLawTests
{
    private const int Pairs = 3000;

    private static readonly Scope Open = Scope.Empty with { Open = true };

    [TestCase(1)]
    public void Decide_RewrittenFormula_IsNeverDifferent(int seed)
    {
        var (wrong, undecided) = (new List<string>(), 0);
        for (var index = 0; index < Pairs; index++)
        {
            var rewriting = new Rewriting((ulong)seed, index);
            var formula = rewriting.Formula(1 + (index % 4));
            var (answer, reference) = (rewriting.Rewrite(formula).ToString()!, formula.ToString()!);
            switch (Decide(answer, reference))
            {
                case Decision.Different(var point):
                    wrong.Add($"{answer}  against  {reference}: {point}");
                    break;
                case Decision.Undecided:
                    undecided++;
                    break;
                default:
                    break;
            }
        }

        Assert.That(wrong, Is.Empty);
        Assert.That(undecided, Is.LessThan(Pairs / 10));
    }

    /// <summary>What differs visibly in plain doubles at some point, computed here without any bounds, is never called equal.</summary>
    [TestCase(2)]
    public void Decide_MutatedFormula_IsNeverEqualWhereValuesDiffer(int seed)
    {
        var (wrong, undecided, different) = (new List<string>(), 0, 0);
        for (var index = 0; index < Pairs; index++)
        {
            var rewriting = new Rewriting((ulong)seed, index);
            var formula = rewriting.Formula(1 + (index % 4));
            var (answer, reference) = (rewriting.Mutate(formula).ToString()!, formula.ToString()!);
            if (!DifferVisibly(Read(answer), Read(reference))) continue;
            different++;
            var decision = Decide(answer, reference);
            if (decision is Decision.Equal) wrong.Add($"{answer}  against  {reference}");
            if (decision is Decision.Undecided) undecided++;
        }

        Assert.That(wrong, Is.Empty);
        Assert.That(different, Is.GreaterThan(Pairs / 2));
        Assert.That(undecided, Is.LessThan(different / 10));
    }

    private static bool DifferVisibly(Expression answer, Expression reference)
    {
        double[] numbers = [0.3, -0.7, 1.1, 2.3, -1.9, 0.9];
        for (var k = 0; k < numbers.Length; k++)
        {
            var values = new Dictionary<string, Value>(StringComparer.Ordinal)
            {
                ["x"] = new Value.Scalar(numbers[k]),
                ["y"] = new Value.Scalar(numbers[(k + 1) % numbers.Length]),
                ["z"] = new Value.Scalar(numbers[(k + 3) % numbers.Length]),
            };
            var inputs = new Assignment(values, new Dictionary<string, int>());
            if (Evaluation.Evaluate(answer, inputs) is not Outcome.Known { Value: Value.Scalar(var a) }) continue;
            if (Evaluation.Evaluate(reference, inputs) is not Outcome.Known { Value: Value.Scalar(var b) }) continue;
            if (Math.Abs(a) < 1e6 && Math.Abs(b) < 1e6 && Math.Abs(a - b) > 1e-3) return true;
        }

        return false;
    }

    private static Decision Decide(string answer, string reference) => Equivalence.Decide(Read(answer), Read(reference), Open, [], 1);

    private static Expression Read(string text) => ((Reading<Expression>.Success)FormulaReader.Read(text, Open)).Value;
}
