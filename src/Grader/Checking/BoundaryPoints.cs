using Formulas.Analysis;
using Formulas.Analysis.Equality;
using Formulas.Expressions;
using Formulas.Text;

namespace Grader.Checking;

/// <summary>
/// Inputs exactly on a boundary. One number among the inputs is moved until the boundary's formula is 0; along one number most
/// boundaries are lines, so that a single secant step arrives, and small whole numbers keep the arithmetic exact.
/// </summary>
internal static class BoundaryPoints
{
    private const int Wanted = 6;

    /// <summary>For points beside a boundary it does no harm to start this far off it.</summary>
    private const double Nearly = 1e-12;

    /// <summary>How far beside a boundary is looked. Powers of 2, so that sums with small numbers stay exact.</summary>
    private static readonly double[] Offsets = [Math.ScaleB(1, -10), Math.ScaleB(1, -24), Math.ScaleB(1, -40)];

    /// <param name="boundary">A scalar formula over the function's inputs that is 0 on the boundary.</param>
    public static EquatableList<SamplePoint> On(Expression boundary, PreparedFunction function)
    {
        var points = new List<SamplePoint>();
        foreach (var sample in function.Samples)
        {
            if (points.Count == Wanted) break;
            if (MovedOnto(boundary, function, sample.Inputs, within: 0) is { } moved && Point(function, moved.Inputs) is { } point) points.Add(point);
        }

        return points.ToEquatableList();
    }

    /// <summary>Inputs so close to the boundary, on both sides, that a condition with a slightly different one is found out.</summary>
    /// <param name="boundary">A scalar formula over the function's inputs that is 0 on the boundary.</param>
    public static EquatableList<SamplePoint> Beside(Expression boundary, PreparedFunction function) =>
    [
        .. from sample in function.Samples
           let moved = MovedOnto(boundary, function, sample.Inputs, Nearly)
           where moved is not null
           from offset in Offsets
           from side in new[] { -offset, offset }
           let beside = Shifted(function.Derived, moved.Inputs, moved.Name, moved.Entry, side)
           where beside is not null
           let point = Point(function, beside)
           where point is not null
           select point,
    ];

    private static SamplePoint? Point(PreparedFunction function, Assignment inputs) =>
        Evaluation.EvaluateWithBound(function.Canonical, inputs) is BoundedOutcome.Known { IsCertain: true } known ? new(inputs, known) : null;

    private static Moved? MovedOnto(Expression boundary, PreparedFunction function, Assignment inputs, double within)
    {
        var scope = function.Specification.Scope;
        foreach (var name in function.Specification.Inputs)
        {
            if (scope.Find(name) is not { Kind: SymbolKind.Variable, Domain: Domain.Interval { Low: null, High: null } }) continue;
            for (var entry = 0; entry < ValueShape.Entries(inputs.Values[name]).Length; entry++)
            {
                if (Move(boundary, function.Derived, inputs, name, entry, within) is { } moved) return new(moved, name, entry);
            }
        }

        return null;
    }

    private static Assignment? Move(Expression boundary, DerivedSymbols symbols, Assignment inputs, string name, int entry, double within)
    {
        if (At(boundary, inputs) is not { } here || Shifted(symbols, inputs, name, entry, 1) is not { } aside) return null;
        if (At(boundary, aside) is not { } there || there == here) return null;
        return Shifted(symbols, inputs, name, entry, -here / (there - here)) is { } moved && Math.Abs(At(boundary, moved) ?? double.PositiveInfinity) <= within ? moved : null;
    }

    /// <summary>The boundary's value where it is certain, and exactly 0 only where it is known to be.</summary>
    private static double? At(Expression boundary, Assignment inputs) =>
        Evaluation.EvaluateWithBound(boundary, inputs) is BoundedOutcome.Known { Value: Value.Scalar value } known
            && (value.Number != 0 || known.Bounds[0] == 0)
            ? value.Number
            : null;

    private static Assignment? Shifted(DerivedSymbols symbols, Assignment inputs, string name, int entry, double by)
    {
        var values = inputs.Values.Where(pair => symbols.Scope.Find(pair.Key)?.Kind != SymbolKind.Derived).ToDictionary(pair => pair.Key, pair => pair.Value);
        values[name] = Shift(values[name], entry, by);
        return SimpleInputs.Completed(symbols, new(values, inputs.Sizes));
    }

    /// <summary>Inputs on a boundary, and the entry that was moved to get there.</summary>
    private sealed record Moved(Assignment Inputs, string Name, int Entry);

    private static Value Shift(Value value, int entry, double by) => value switch
    {
        Value.Scalar scalar => new Value.Scalar(scalar.Number + by),
        Value.Vector vector => new Value.Vector(vector.Entries.Select((number, i) => i == entry ? number + by : number).ToEquatableList()),
        Value.Matrix matrix => matrix with { Entries = matrix.Entries.Select((number, i) => i == entry ? number + by : number).ToEquatableList() },
        _ => throw new System.Diagnostics.UnreachableException(),
    };
}
