using Formulas.Analysis;
using Formulas.Expressions;
using Formulas.Text;

namespace Formulas.Tests.Generation;

/// <summary>
/// Shows that two formulas differ, by values to some hundred digits (<see cref="Precise"/>) at points drawn here, with nothing of what
/// decides verdicts. Numbers have all their binary digits, so that chance meets no tie, zero or edge.
/// </summary>
internal static class Proof
{
    private const int Points = 6;

    private static readonly string[] Functions = ["tanh", "sigmoid", "softplus", "sin"];

    /// <summary>Far above the error of these values, far below any difference that a mutation makes.</summary>
    private static readonly Precise Visible = Precise.Exact(1e-30);

    /// <summary>Whether the formula has a value at one point at least.</summary>
    public static bool HasValue(Expression formula, Scope scope, ulong seed, int index)
    {
        for (var point = 0; point < Points; point++)
        {
            if (Value(formula, Draw(formula, formula, scope, new(seed, (index * Points) + point, "proof"))) is not null) return true;
        }

        return false;
    }

    /// <summary>Whether both have a value at one point and the values differ there.</summary>
    public static bool Differ(Expression left, Expression right, Scope scope, ulong seed, int index)
    {
        for (var point = 0; point < Points; point++)
        {
            var inputs = Draw(left, right, scope, new(seed, (index * Points) + point, "proof"));
            if (Value(left, inputs) is { } a && Value(right, inputs) is { } b && Differ(a, b)) return true;
        }

        return false;
    }

    private static bool Differ(Tensor<Precise> left, Tensor<Precise> right)
    {
        for (var k = 0; k < left.Count; k++)
        {
            var scale = Precise.Max(Precise.Of(1), Precise.Max(Precise.Abs(left[k]), Precise.Abs(right[k])));
            if ((Precise.Abs(left[k] - right[k]) - (scale * Visible)).Units.Sign > 0) return true;
        }

        return false;
    }

    private static Tensor<Precise>? Value(Expression formula, Assignment inputs)
    {
        var evaluator = new Evaluator<Precise>(new(inputs), new(EvaluationBudget.Default));
        var value = evaluator.Evaluate(formula);
        if (evaluator.Fault is not null) return null;
        for (var k = 0; k < value.Count; k++)
        {
            if (!value[k].Known) return null;
        }

        return value;
    }

    private static Assignment Draw(Expression left, Expression right, Scope scope, SeededRandom random)
    {
        var n = random.Next(2, 3);
        var values = new Dictionary<string, Value>(StringComparer.Ordinal);
        foreach (var symbol in scope.Symbols) values[symbol.Name] = Draw(symbol, n, random);
        foreach (var name in Subexpressions.Symbols(left).Concat(Subexpressions.Symbols(right)))
        {
            if (!values.ContainsKey(name)) values[name] = new Value.Scalar((4 * random.NextUnit()) - 2);
        }

        return new(values, new Dictionary<string, int> { ["n"] = n });
    }

    private static Value Draw(Symbol symbol, int n, SeededRandom random) => symbol switch
    {
        { Kind: SymbolKind.Index } => new Value.Scalar(random.Next(1, n)),
        { Kind: SymbolKind.ScalarFunction } => new Value.ScalarFunction(Functions[random.Next(0, Functions.Length - 1)]),
        { Kind: SymbolKind.VectorMap } => new Value.VectorMap((Value.Matrix)Array(n, n, symbol.Domain, random), (Value.Vector)Array(n, 1, symbol.Domain, random), Functions[random.Next(0, Functions.Length - 1)]),
        { Shape: Shape.VectorShape } => Array(n, 1, symbol.Domain, random),
        { Shape: Shape.MatrixShape } => Array(n, n, symbol.Domain, random),
        _ => new Value.Scalar(Number(symbol.Domain, random)),
    };

    private static Value Array(int rows, int columns, Domain domain, SeededRandom random)
    {
        var entries = Enumerable.Range(0, rows * columns).Select(_ => Number(domain, random)).ToEquatableList();
        return columns == 1 ? new Value.Vector(entries) : new Value.Matrix(rows, columns, entries);
    }

    private static double Number(Domain domain, SeededRandom random) => domain is Domain.Interval { Low: { } low, High: var high }
        ? low + (((high ?? low + 3) - low) * random.NextUnit())
        : (4 * random.NextUnit()) - 2;
}
