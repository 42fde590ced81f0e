using Formulas.Analysis;
using Formulas.Analysis.Equality;
using Formulas.Expressions;
using Formulas.Parsing;
using Formulas.Tests.Vectors;
using Formulas.Text;

namespace Formulas.Tests.Analysis.Equality;

[TestFixture]
internal sealed class EquivalenceTests
{
    private static readonly Scope Open = Scope.Empty with { Open = true };

    /// <summary>Pairs of formulas whose relation is known: every one is decided, and rightly, whatever the seed.</summary>
    [TestCaseSource(typeof(VectorFile), nameof(VectorFile.Cases))]
    public void Decide_PairOfVectorFile_SaysWhatTheFileSays(VectorPair pair)
    {
        for (var seed = 0UL; seed < 20; seed++)
        {
            var decision = Equivalence.Decide(pair.ReadAnswer(), pair.ReadReference(), pair.Scope, [], seed);
            Assert.That(decision, pair.AreEqual ? Is.TypeOf<Decision.Equal>() : Is.TypeOf<Decision.Different>());
        }
    }

    [TestCase("asinh(x)", "ln(x + sqrt(x^2 + 1))")]
    [TestCase("arcosh(x)", "ln(x + sqrt(x^2 - 1))")]
    [TestCase("atanh(x)", "(ln(1 + x) - ln(1 - x))/2")]
    [TestCase("2 artanh(2y - 1)", "ln(y/(1 - y))")]
    [TestCase("log2(x)", "ln(x)/ln(2)")]
    [TestCase(@"\log_{10} x^2", "2 log10(abs(x))")]
    public void Decide_FunctionAndWhatItIsMadeOf_AreEqual(string answer, string reference)
    {
        for (var seed = 0UL; seed < 10; seed++)
            Assert.That(Equivalence.Decide(Read(answer), Read(reference), Open, [], seed), Is.TypeOf<Decision.Equal>());
    }

    /// <summary>Nobody's variable: taken for one, floor(x) would be a product, and ln 2x too.</summary>
    [TestCase("floor(x)", "unknown-name")]
    [TestCase("mod(x)", "unknown-name")]
    [TestCase("ln 2x", "ambiguous-argument")]
    [TestCase("x + sin", "function-without-argument")]
    public void Read_NameOfAFunctionThatNobodyDeclared_IsNoVariable(string formula, string code) =>
        Assert.That((FormulaReader.Read(formula, Open) as Reading<Expression>.Failure)?.Diagnostic.Code, Is.EqualTo(code));

    [TestCase("x - 1", "x")]
    [TestCase("sqrt(x)^2", "x")]
    [TestCase("a b + 1e-14", "a b")]
    [TestCase("(x-a)^6000", "(x-a)^5999")]
    [TestCase("x + 0 sqrt(x)", "x")]
    public void Decide_DifferentPair_ShowsItAtSmallNumbers(string answer, string reference)
    {
        var decision = Decide(answer, reference);
        Assert.That(decision, Is.TypeOf<Decision.Different>());
        var values = ((Decision.Different)decision).At.Inputs.Values.Values;
        Assert.That(values.Cast<Value.Scalar>().Select(value => value.Number), Is.All.InRange(-100, 100).And.All.Matches<double>(number => number * 100 == Math.Round(number * 100)));
    }

    /// <summary>Beyond the 77 digits that are looked at first.</summary>
    [TestCase("ln(1 + exp(800))", "800")]
    [TestCase("1 - 10^-300", "1")]
    [TestCase("tanh(500)", "1")]
    [TestCase("x (1 - 10^-300)", "x")]
    [TestCase("ln(1 + exp(1000 + x^2))", "1000 + x^2")]
    public void Decide_DifferenceFarDown_IsDifferent(string answer, string reference) =>
        Assert.That(Decide(answer, reference), Is.TypeOf<Decision.Different>());

    /// <summary>Beyond all digits that are looked at: that the difference is above 0 or below is proven without them.</summary>
    [TestCase("1 + exp(-10^6)", "1")]
    [TestCase("1 - exp(-exp(9))", "1")]
    [TestCase("tanh(5000)", "1")]
    [TestCase("x + exp(-10^6)", "x")]
    [TestCase("x + softplus(-10^5)", "x")]
    [TestCase("sigmoid(10^4 + x^2)", "1")]
    public void Decide_DifferenceBeyondAllDigits_IsDifferent(string answer, string reference) =>
        Assert.That(Decide(answer, reference), Is.TypeOf<Decision.Different>());

    [TestCase("sin(1) + exp(-10^5) sin(2)", "sin(1)")]
    [TestCase("ln(1 + exp(-5000))", "0")]
    public void Decide_TermThatNoDigitsShow_IsUndecided(string answer, string reference) =>
        Assert.That(Decide(answer, reference), Is.TypeOf<Decision.Undecided>());

    [TestCase("1[pi >= 1 * pi]", "1")]
    [TestCase("ln(1 + exp(800))", "ln(exp(800) + 1)")]
    [TestCase("(x + 10^-300) (x - 10^-300)", "x^2 - 10^-600")]
    [TestCase("sin(100)^2 + cos(100)^2", "1")]
    [TestCase("atan(100) + atan(1/100)", "pi/2")]
    [TestCase("ln(1 + exp(x + 100))", "x + 100 + ln(1 + exp(-x - 100))")]
    public void Decide_EqualPairThatDoublesDoNotSettle_IsEqual(string answer, string reference) =>
        Assert.That(Decide(answer, reference), Is.TypeOf<Decision.Equal>());

    [TestCase("(x-a)^6000", "(x-a)^5999")]
    [TestCase("tanh(100 x)", "sign(x)")]
    [TestCase("exp(800 x)", "exp(801 x)")]
    [TestCase("sigmoid(x)", "1")]
    [TestCase("exp(-x^2)", "0")]
    [TestCase("min(x, 10^6)", "relu(x)")]
    [TestCase("w * x + b", "x")]
    public void Decide_DifferentPair_ShowsValuesThatAreSeenToDiffer(string answer, string reference)
    {
        var at = ((Decision.Different)Decide(answer, reference)).At;
        var (a, b) = (((Value.Scalar)at.Answer!).Number, ((Value.Scalar)at.Reference).Number);
        Assert.Multiple(() =>
        {
            Assert.That(Math.Abs(a), Is.LessThanOrEqualTo(1e5));
            Assert.That(Math.Abs(b), Is.LessThanOrEqualTo(1e5));
            Assert.That(Math.Abs(a - b), Is.GreaterThan(0.005 * Math.Max(Math.Abs(a), Math.Abs(b))));
        });
    }

    [Test]
    public void Decide_MatricesOfNamedSizes_ShowsSmallOnes()
    {
        Size n = Size.Named("n"), d = Size.Named("d");
        Symbol Matrix(string name, Size rows, Size columns) => new(name, SymbolKind.Variable, new Shape.MatrixShape(rows, columns), Domain.Reals, [], []);
        var scope = new Scope([Matrix("A", n, d), Matrix("B", d, n)], ["n", "d"], [], Open: true);
        Expression Read(string text) => ((Reading<Expression>.Success)FormulaReader.Read(text, scope)).Value;
        var decision = Equivalence.Decide(Read("det(A B)"), Read("2 det(A B) + 1"), scope, [new("n", 2, 7), new("d", 2, 9)], 1);
        Assert.That(((Decision.Different)decision).At.Inputs.Sizes.Values, Is.All.LessThanOrEqualTo(3));
    }

    [TestCase("max(norm(v), b)", "max(sqrt(v . v), max(b, 1/2))")]
    [TestCase("norm(v)", "max(norm(v), 1/4)")]
    public void Decide_VectorsThatDifferNearZeroOnly_ShowsIt(string answer, string reference)
    {
        Symbol Variable(string name, Shape shape) => new(name, SymbolKind.Variable, shape, Domain.Reals, [], []);
        var scope = new Scope([Variable("v", new Shape.VectorShape(Size.Named("n"))), Variable("b", Shape.Scalar)], ["n"], []);
        Expression Read(string text) => ((Reading<Expression>.Success)FormulaReader.Read(text, scope)).Value;
        Assert.That(Equivalence.Decide(Read(answer), Read(reference), scope, [], 1), Is.TypeOf<Decision.Different>());
    }

    [TestCase("(x^2 - 1)/(x - 1)", "x + 1", "division by 0")]
    [TestCase("abs(x)/x", "sign(x)", "division by 0")]
    public void Decide_AnswerWithAGap_IsEqualAndSaysWhereTheGapIs(string answer, string reference, string reason)
    {
        var decision = Decide(answer, reference);
        Assert.That(decision, Is.TypeOf<Decision.Equal>());
        Assert.That(((Decision.Equal)decision).Gap?.Undefined, Is.EqualTo(reason));
    }

    [Test]
    public void Decide_AnswerWithoutValueOnPartOfTheDomain_SaysWhy()
    {
        var decision = (Decision.Different)Decide("ln(x)^2/ln(x)", "ln(abs(x))");
        Assert.That(decision.At.Undefined, Does.StartWith("ln of -"));
        Assert.That(decision.At.Answer, Is.Null);
    }

    [Test]
    public void Decide_ReferenceWithoutAnyValue_IsUndecided() =>
        Assert.That(Decide("x", "ln(-1 - x^2)"), Is.TypeOf<Decision.Undecided>());

    /// <summary>What cannot be compared on a part of the domain may differ there: numbers known to lie between 0 and 1 overlap, which does not make them equal.</summary>
    [TestCase("sigmoid(1[pi != 2 pi / 2]) + 0 x", "1[pi != 2 pi / 2]")]
    [TestCase("relu(y^3)", "y^(3 exp(x)/exp(x))")]
    [TestCase("sqrt(-cases(x >= x: x, else: 1))", "-cases(x >= ln(exp(x)): x, else: 1)")]
    public void Decide_ValuesKnownToFewDigitsOnAPart_IsUndecided(string answer, string reference) =>
        Assert.That(Decide(answer, reference), Is.TypeOf<Decision.Undecided>());

    /// <summary>A formula is never above itself, to however few digits its value is known.</summary>
    [TestCase("cases(x < 0: cases(pi > pi: 3, else: 2), else: 1)", "cases(x < 0: cases(pi > pi: 3, else: 1), else: 1)", false)]
    [TestCase("1[not (x pi < x pi)]", "1", true)]
    [TestCase("cases(exp(x) = exp(x): x, else: 0)", "x", true)]
    public void Decide_ConditionOfAFormulaAndItself_IsSettled(string answer, string reference, bool areEqual) =>
        Assert.That(Decide(answer, reference), areEqual ? Is.TypeOf<Decision.Equal>() : Is.TypeOf<Decision.Different>());

    [TestCase("sum(i, 1, 1000000000, x)", "x")]
    [TestCase("9^9^9^9", "x")]
    [TestCase("exp(exp(exp(exp(x))))", "exp(exp(exp(exp(x)))) + 0")]
    [TestCase("sum(i,1,1000,sum(j,1,1000,sin(i j x)))", "x")]
    public void Decide_CostlyFormula_EndsSoon(string answer, string reference)
    {
        var watch = System.Diagnostics.Stopwatch.StartNew();
        Decide(answer, reference);
        Assert.That(watch.ElapsedMilliseconds, Is.LessThan(3000));
    }

    private static Decision Decide(string answer, string reference) => Equivalence.Decide(Read(answer), Read(reference), Open, [], 1);

    private static Expression Read(string text) => ((Reading<Expression>.Success)FormulaReader.Read(text, Open)).Value;
}
