using Formulas.Expressions;
using Formulas.Parsing;
using Formulas.Rendering;
using Formulas.Tests.Generation;
using Formulas.Text;

namespace Formulas.Tests.Rendering;

public sealed class CalculatorRoundTripTests
{
    [TestCase("a - (b - a)")]
    [TestCase("a / b / (a / b)")]
    [TestCase("-a^2 + (-a)^2")]
    [TestCase("2^-a^b")]
    [TestCase("v . w + v^T w")]
    [TestCase("(v w^T) A'")]
    [TestCase("A[i,:] . v")]
    [TestCase("sum(k, 1, n, v_k w_k) a")]
    [TestCase("z = a + b; z^2 / z")]
    [TestCase("z = v . w; sum(k, 1, n, z v_k)")]
    [TestCase("z_k = v_k^2 + a; sum(k, 1, n, z_k + z_k^2)")]
    [TestCase("cases(a > 0: 1, else: 0.3)")]
    [TestCase("1[a > 0] g'(b)")]
    [TestCase("norm(v) + |a|")]
    public void Print_WrittenFormula_ReadsBackEqual(string written)
    {
        var read = Read(written);

        Assert.That(Read(Calculator.Print(read)), Is.EqualTo(read), Calculator.Print(read));
    }

    [TestCase("0 < a <= 1 and not (b = a or b != 2)")]
    [TestCase("a = 1 or a = b and b < 2")]
    public void Print_Condition_ReadsBackEqual(string written)
    {
        var read = Read(written);

        Assert.That(Read(Calculator.Print(read)), Is.EqualTo(read), Calculator.Print(read));
    }

    [Test]
    public void Print_AnyFormula_ReadsBackEqual()
    {
        var formulas = WellShaped.Scalars(3, 1, 400).Concat(WellShaped.Vectors(3, 2, 400)).Concat(WellShaped.Truths(2, 3, 200));
        foreach (var formula in formulas.Where(formula => !Calculator.Print(formula).Contains(';', StringComparison.Ordinal)))
        {
            var printed = Calculator.Print(formula);
            Assert.That(FormulaReader.Read(printed, WellShaped.Scope), Is.InstanceOf<Reading<Expression>.Success>(), printed);
            Assert.That(Calculator.Print(Read(printed)), Is.EqualTo(printed));
            Assert.That(Read(printed), Is.EqualTo(formula), printed);
        }
    }

    private static Expression Read(string text) => FormulaReader.Read(text, WellShaped.Scope) switch
    {
        Reading<Expression>.Success success => success.Value,
        Reading<Expression>.Failure failure => throw new AssertionException($"{text}: {failure.Diagnostic.Message}"),
        _ => throw new System.Diagnostics.UnreachableException(),
    };
}
