using Formulas.Analysis;
using Formulas.Expressions;
using Formulas.Text;
using static Formulas.Tests.Generation.Build;

namespace Formulas.Tests.Analysis;

public sealed class DerivedSymbolsTests
{
    private static readonly Size M = Size.Named("m");
    private static readonly Size N = Size.Named("n");

    /// <summary>Counts as in naive Bayes: X is m x n, y has m entries, v counts from 0.</summary>
    private static readonly Scope Counts = new(
        [
            Variable("X", new Shape.MatrixShape(M, N)),
            Variable("y", new Shape.VectorShape(M)),
            new("i", SymbolKind.Index, Shape.Scalar, Domain.Reals, [], [], N),
            new("v", SymbolKind.Index, Shape.Scalar, Domain.Reals, [], [0], Size.Literal(2)),
            Derived("c1", Shape.Scalar, "sum(y)"),
            Derived("prior", Shape.Scalar, "c1 / m"),
            new("k", SymbolKind.Derived, new Shape.MatrixShape(N, Size.Literal(2)), Domain.Reals, [], [1, 0], null, "sum(r,1,m, X[r,i] 1[y_r = v])", ["i", "v"]),
        ],
        ["m", "n"],
        []);

    private static readonly Value X = Of(3, 2, 1, 0, 1, 1, 0, 1);
    private static readonly Value Y = Of(1.0, 0.0, 1.0);

    private static Symbol Variable(string name, Shape shape) => new(name, SymbolKind.Variable, shape, Domain.Reals, [], []);

    private static Symbol Derived(string name, Shape shape, string definition) =>
        new(name, SymbolKind.Derived, shape, Domain.Reals, [], [], null, definition);

    private static Assignment Given(params (string Name, Value Value)[] values) =>
        new(values.ToDictionary(pair => pair.Name, pair => pair.Value), new Dictionary<string, int>());

    private static Assignment Complete(Scope scope, Assignment inputs) => DerivedSymbols.Complete(scope, inputs) switch
    {
        Reading<Assignment>.Success success => success.Value,
        Reading<Assignment>.Failure failure => throw new AssertionException(failure.Diagnostic.ToString()),
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    private static Diagnostic Fault(Scope scope, params (string Name, Value Value)[] values) =>
        ((Reading<Assignment>.Failure)DerivedSymbols.Complete(scope, Given(values))).Diagnostic;

    [Test]
    public void Complete_Inputs_LearnsSizesAndComputesWhatIsDerived()
    {
        var full = Complete(Counts, Given(("X", X), ("y", Y), ("i", Of(1)), ("v", Of(0))));
        Assert.That((full.Sizes["m"], full.Sizes["n"]), Is.EqualTo((3, 2)));
        Assert.That(full.Values["prior"], Is.EqualTo(Of(2.0 / 3)));
        Assert.That(full.Values["k"], Is.EqualTo(Of(2, 2, 1, 1, 1, 1)));
        Assert.That(full.Values["i"], Is.EqualTo(Of(1)));
    }

    [Test]
    public void Complete_DerivedSymbolGiven_IsUsedAsGivenAndExcusesItsInputs()
    {
        var full = Complete(Counts, Given(("c1", Of(5)), ("k", Of(2, 2, 1, 2, 3, 4)), ("i", Of(1)), ("v", Of(0))));
        Assert.That(full.Values["c1"], Is.EqualTo(Of(5)));
        Assert.That(full.Sizes["n"], Is.EqualTo(2));
        Assert.That(full.Definitions.ContainsKey("k"), Is.False);
        Assert.That(Complete(Counts, Given(("X", X), ("y", Y), ("c1", Of(6)), ("i", Of(1)), ("v", Of(0)))).Values["prior"], Is.EqualTo(Of(2)));
    }

    [Test]
    public void Complete_DerivedSymbolWithoutAValue_IsLeftOut()
    {
        var scope = new Scope([Variable("a", Shape.Scalar), Derived("r", Shape.Scalar, "1 / a")], [], []);
        var full = Complete(scope, Given(("a", Of(0))));
        Assert.That(full.Values.ContainsKey("r"), Is.False);
        Assert.That(Evaluation.Evaluate(Scalar("r"), full), Is.EqualTo(new Outcome.Undefined("division by 0")));
    }

    [Test]
    public void Complete_DerivedSymbol_CarriesItsRoundingError()
    {
        var scope = new Scope([Variable("a", Shape.Scalar), Derived("r", Shape.Scalar, "1 / a")], [], []);
        var outcome = Evaluation.EvaluateWithBound(Subtract(Scalar("r"), Over(Number(1), Number(3))), Complete(scope, Given(("a", Of(3)))));
        Assert.That(((BoundedOutcome.Known)outcome).Bounds[0], Is.GreaterThan(0));
    }

    /// <summary>Both definitions call their index i: the inner one is done with it before the outer one goes on.</summary>
    [Test]
    public void Complete_EntriesDerivedFromEntries_KeepTheirOwnIndex()
    {
        var vector = new Shape.VectorShape(M);
        var scope = new Scope([Variable("y", vector), ByEntry("r", "2 y_i"), ByEntry("q", "r_i + i")], ["m"], []);
        Assert.That(Complete(scope, Given(("y", Of(1.0, 2.0, 3.0)))).Values["q"], Is.EqualTo(Of(3.0, 6.0, 9.0)));

        Symbol ByEntry(string name, string definition) => new(name, SymbolKind.Derived, vector, Domain.Reals, [], [], null, definition, ["i"]);
    }

    [Test]
    public void Complete_InputMissing_NamesIt()
    {
        var fault = Fault(Counts, ("X", X), ("i", Of(1)), ("v", Of(0)));
        Assert.That(fault, Is.EqualTo(new Diagnostic("missing-input", "The input y is missing.", default, "It is a vector of m entries.")));
    }

    [Test]
    public void Complete_InputUnknown_NamesItAndTheInputs()
    {
        var fault = Fault(Counts, ("q", X));
        Assert.That((fault.Code, fault.Message, fault.Hint), Is.EqualTo(("unknown-input", "There is no input q.", "The inputs are X, y, i, v.")));
    }

    [Test]
    public void Complete_WrongShape_NamesWhatWasDeclaredAndGiven()
    {
        Assert.That(Fault(Counts, ("X", Y)).Message, Is.EqualTo("X is an m x n matrix, but the value given is a vector of 3 entries."));
        var sizes = Fault(Counts, ("X", X), ("y", Of(1.0, 0.0)));
        Assert.That((sizes.Code, sizes.Message), Is.EqualTo((
            "shape-mismatch", "y is a vector of m entries and the value given is a vector of 2 entries: m is 2 there, but 3 elsewhere.")));
        Assert.That(Fault(Counts, ("k", Of(1, 3, 1, 2, 3))).Code, Is.EqualTo("shape-mismatch"));
    }

    [Test]
    public void Complete_IndexOutsideItsRange_NamesTheRange()
    {
        Assert.That(
            Fault(Counts, ("X", X), ("y", Y), ("i", Of(3)), ("v", Of(0))).Message,
            Is.EqualTo("The index i must be a whole number from 1 to 2, but it is 3."));
        Assert.That(Fault(Counts, ("X", X), ("y", Y), ("i", Of(1)), ("v", Of(2))).Code, Is.EqualTo("index-outside"));
        Assert.That(Fault(Counts, ("X", X), ("y", Y), ("i", Of(1.5)), ("v", Of(0))).Code, Is.EqualTo("index-outside"));
    }

    [Test]
    public void Complete_NumberNotFinite_IsRefused() =>
        Assert.That(Fault(Counts, ("y", Of(1.0, double.NaN))).Code, Is.EqualTo("not-finite"));

    [Test]
    public void Complete_GenericFunctionAndMap_AreChecked()
    {
        var scope = new Scope(
            [
                new("g", SymbolKind.ScalarFunction, Shape.Scalar, Domain.Reals, [], []),
                new("Phi", SymbolKind.VectorMap, new Shape.MatrixShape(N, N), Domain.Reals, [], []),
            ],
            [],
            []);
        var g = ("g", (Value)new Value.ScalarFunction("tanh"));
        Assert.That(Fault(scope, ("g", new Value.ScalarFunction("gamma"))).Code, Is.EqualTo("unknown-function"));
        Assert.That(Fault(scope, ("g", Of(1))).Code, Is.EqualTo("shape-mismatch"));
        Assert.That(Fault(scope, g, ("Phi", new Value.VectorMap((Value.Matrix)X, null, "sin"))).Code, Is.EqualTo("shape-mismatch"));
        Assert.That(Complete(scope, Given(g, ("Phi", new Value.VectorMap(null, null, "sin")))).Values, Has.Count.EqualTo(2));
    }

    [Test]
    public void Read_DefinitionsThatRestOnEachOther_AreRefused()
    {
        var scope = new Scope([Derived("p", Shape.Scalar, "q + 1"), Derived("q", Shape.Scalar, "p - 1")], [], []);
        var fault = ((Reading<DerivedSymbols>.Failure)DerivedSymbols.Read(scope)).Diagnostic;
        Assert.That((fault.Code, fault.Message), Is.EqualTo(("circular-definition", "The definitions of p, q rest on each other.")));
    }

    [Test]
    public void Read_DefinitionOfAnotherShape_IsRefused()
    {
        var scope = new Scope([Variable("a", Shape.Scalar), Derived("p", new Shape.VectorShape(N), "a + 1")], [], []);
        Assert.That(((Reading<DerivedSymbols>.Failure)DerivedSymbols.Read(scope)).Diagnostic.Code, Is.EqualTo("shape-mismatch"));
    }
}
