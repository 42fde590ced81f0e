using Formulas.Analysis;
using Formulas.Expressions;
using Formulas.Tests.Generation;
using Formulas.Text;

namespace Formulas.Tests.Analysis;

public sealed class SamplingTests
{
    private static readonly Size N = Size.Named("n");
    private static readonly Size D = Size.Named("d");

    private static Symbol Variable(string name, Shape shape, Domain domain) => new(name, SymbolKind.Variable, shape, domain, [], []);

    private static Scope Of(params Symbol[] symbols) => new(symbols.ToEquatableList(), [], []);

    private static Assignment Draw(Scope scope, int index, ulong seed = 1) =>
        Sampling.Draw(scope, [new("n", 2, 4), new("d", 2, 4)], seed, index);

    private static IEnumerable<double> Numbers(Domain domain, int samples) => Enumerable.Range(0, samples)
        .SelectMany(index => ((Value.Vector)Draw(Of(Variable("x", new Shape.VectorShape(N), domain)), index).Values["x"]).Entries);

    private static string Show(Assignment assignment) =>
        string.Join("; ", assignment.Values.OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => pair.ToString()));

    [Test]
    public void Draw_SameKey_GivesTheSameSample()
    {
        for (var index = 0; index < 20; index++)
        {
            var (first, second) = (Draw(WellShaped.Scope, index), Draw(WellShaped.Scope, index));
            Assert.That(Show(second), Is.EqualTo(Show(first)));
        }
    }

    [Test]
    public void Draw_OtherSeedIndexOrName_GivesAnotherSample()
    {
        var reference = Show(Draw(WellShaped.Scope, 8));
        Assert.That(Show(Draw(WellShaped.Scope, 9)), Is.Not.EqualTo(reference));
        Assert.That(Show(Draw(WellShaped.Scope, 8, seed: 2)), Is.Not.EqualTo(reference));
        var values = Draw(WellShaped.Scope, 8).Values;
        Assert.That(values["a"], Is.Not.EqualTo(values["b"]));
        Assert.That(values["v"], Is.Not.EqualTo(values["w"]));
    }

    [Test]
    public void Draw_KnownKey_GivesTheNumbersThatItAlwaysGave()
    {
        // A change here changes every seed that a verdict has named.
        var random = new SeededRandom(42, 3, "x");
        Assert.That((random.Next(), random.Next()), Is.EqualTo((13826680279190307963, 1353768407633219607)));
    }

    [Test]
    public void Draw_OneSymbol_DoesNotDependOnTheOthers()
    {
        var alone = Of(Variable("v", new Shape.VectorShape(N), Domain.Reals));
        Assert.That(Draw(alone, 5).Values["v"], Is.EqualTo(Draw(WellShaped.Scope, 5).Values["v"]));
    }

    [Test]
    public void Draw_FirstSamples_AreSmallAndRound()
    {
        Assert.That(Numbers(Domain.Reals, 4), Is.All.Matches<double>(x => x * 2 == Math.Floor(x * 2) && Math.Abs(x) <= 3));
        Assert.That(Numbers(Domain.Reals, 2), Has.None.EqualTo(0));
        Assert.That(Numbers(new Domain.Interval(0, 1), 4), Is.All.Matches<double>(x => x * 16 == Math.Floor(x * 16)));
    }

    [Test]
    public void Draw_Interval_StaysWithinItsEnds()
    {
        Assert.That(Numbers(new Domain.Interval(0, 1, LowOpen: true, HighOpen: true), 200), Is.All.GreaterThan(0).And.All.LessThan(1));
        Assert.That(Numbers(new Domain.Interval(3, 5), 200), Is.All.InRange(3, 5));
        Assert.That(Numbers(new Domain.Interval(0, null, LowOpen: true), 200), Is.All.GreaterThan(0));
        Assert.That(Numbers(new Domain.Interval(null, -1), 200), Is.All.LessThanOrEqualTo(-1));
        Assert.That(Numbers(new Domain.Interval(2, 2), 20), Is.All.EqualTo(2));
        Assert.That(Numbers(new Domain.Interval(0.1, 0.1000001), 50), Is.All.InRange(0.1, 0.1000001));
    }

    [Test]
    public void Draw_ClosedEndsAndZero_AreMetNowAndThen()
    {
        var numbers = Numbers(new Domain.Interval(-1, 1), 200).ToList();
        Assert.That(numbers, Does.Contain(-1.0).And.Contain(0.0).And.Contain(1.0));
        Assert.That(Numbers(Domain.Reals, 200).Max(), Is.GreaterThan(5));
    }

    [Test]
    public void Draw_WholeNumbersAndBits_CoverTheirDomain()
    {
        Assert.That(Numbers(new Domain.Integers(2, 9), 300).Distinct().Order(), Is.EqualTo(Enumerable.Range(2, 8)));
        Assert.That(Numbers(new Domain.Binary(), 30).Distinct().Order(), Is.EqualTo(new[] { 0.0, 1.0 }));
    }

    [Test]
    public void Draw_OneHot_HasASingleOne()
    {
        for (var index = 0; index < 30; index++)
        {
            var scope = Of(Variable("t", new Shape.VectorShape(N), new Domain.OneHot()), Variable("T", new Shape.MatrixShape(N, D), new Domain.OneHot()));
            var values = Draw(scope, index).Values;
            Assert.That(((Value.Vector)values["t"]).Entries.Order().Reverse().Take(2), Is.EqualTo(new[] { 1.0, 0.0 }));
            Assert.That(((Value.Matrix)values["T"]).Entries.Sum(), Is.EqualTo(((Value.Matrix)values["T"]).Rows));
        }
    }

    [Test]
    public void Draw_PositiveDefinite_IsSymmetricWithPositiveDeterminant()
    {
        for (var index = 0; index < 30; index++)
        {
            var shape = new Shape.MatrixShape(N, N);
            var assignment = Draw(Of(Variable("S", shape, new Domain.PositiveDefinite())), index);
            var matrix = (Value.Matrix)assignment.Values["S"];
            for (var k = 0; k < matrix.Entries.Count; k++)
                Assert.That(matrix[k / matrix.Rows, k % matrix.Rows], Is.EqualTo(matrix[k % matrix.Rows, k / matrix.Rows]));
            var determinant = Evaluation.Evaluate(
                new Expression.Call("det", 0, [new Expression.Reference("S", shape)], Shape.Scalar), assignment);
            Assert.That(((Value.Scalar)((Outcome.Known)determinant).Value).Number, Is.GreaterThan(0));
        }
    }

    [Test]
    public void Draw_Sizes_DifferButForSomeSamples()
    {
        var scope = Of(Variable("W", new Shape.MatrixShape(N, D), Domain.Reals), Variable("q", new Shape.VectorShape(new("L", 1)), Domain.Reals));
        var draws = Enumerable.Range(0, 80).Select(index => Draw(scope, index)).ToList();
        Assert.That(draws.Count(draw => draw.Sizes["n"] == draw.Sizes["d"]), Is.InRange(1, 10));
        Assert.That(draws.Select(draw => draw.Sizes["n"]).Distinct().Order(), Is.EqualTo(new[] { 2, 3, 4 }));
        Assert.That(draws.Select(draw => ((Value.Vector)draw.Values["q"]).Entries.Count - draw.Sizes["L"]), Is.All.EqualTo(1));
    }

    [Test]
    public void Draw_Index_RunsOverItsRangeFromItsFirst()
    {
        var scope = Of(
            new("i", SymbolKind.Index, Shape.Scalar, Domain.Reals, [], [], Size.Literal(3)),
            new("v", SymbolKind.Index, Shape.Scalar, Domain.Reals, [], [0], Size.Literal(2)));
        double[] Met(string name) => [.. Enumerable.Range(0, 60).Select(index => ((Value.Scalar)Draw(scope, index).Values[name]).Number).Distinct().Order()];
        Assert.That(Met("i"), Is.EqualTo(new[] { 1.0, 2, 3 }));
        Assert.That(Met("v"), Is.EqualTo(new[] { 0.0, 1 }));
    }

    [Test]
    public void Draw_GenericFunctionAndMap_TakeEverySmoothFunctionInTurn()
    {
        var functions = Enumerable.Range(0, 4).Select(index => ((Value.ScalarFunction)Draw(WellShaped.Scope, index).Values["g"]).Name);
        Assert.That(functions, Is.EquivalentTo(new[] { "tanh", "sigmoid", "softplus", "sin" }));
        var map = (Value.VectorMap)Draw(WellShaped.Scope, 0).Values["Phi"];
        Assert.That(map.A!.Entries, Has.None.EqualTo(0));
    }

    [Test]
    public void Draw_DerivedSymbols_AreComputed()
    {
        var scope = Of(
            Variable("w", new Shape.VectorShape(N), Domain.Reals),
            Variable("x", new Shape.VectorShape(N), Domain.Reals),
            new("h", SymbolKind.Derived, Shape.Scalar, Domain.Reals, [], [], null, "s(w . x)"));
        var draw = Draw(scope, 9);
        var inner = ((Value.Vector)draw.Values["w"]).Entries.Zip(((Value.Vector)draw.Values["x"]).Entries, (a, b) => a * b).Sum();
        Assert.That(((Value.Scalar)draw.Values["h"]).Number, Is.EqualTo(1 / (1 + Math.Exp(-inner))).Within(1e-15));
    }

    [Test]
    public void Draw_UnreadableDefinition_IsAFaultOfTheExercise()
    {
        var scope = Of(new Symbol("h", SymbolKind.Derived, Shape.Scalar, Domain.Reals, [], [], null, "1 +"));
        Assert.That(() => Draw(scope, 0), Throws.ArgumentException.With.Message.StartsWith("The definition of h cannot be read."));
    }
}
