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

    /// <param name="boundary">A scalar formula over the function's inputs that is 0 on the boundary.</param>
    public static EquatableList<SamplePoint> On(Expression boundary, PreparedFunction function)
    {
        var points = new List<SamplePoint>();
        foreach (var sample in function.Samples)
        {
            if (points.Count == Wanted) break;
            if (MovedOnto(boundary, function, sample.Inputs) is not { } inputs) continue;
            if (Evaluation.EvaluateWithBound(function.Canonical, inputs) is BoundedOutcome.Known { IsCertain: true } known) points.Add(new(inputs, known));
        }

        return points.ToEquatableList();
    }

    private static Assignment? MovedOnto(Expression boundary, PreparedFunction function, Assignment inputs)
    {
        var scope = function.Specification.Scope;
        foreach (var name in function.Specification.Inputs)
        {
            if (scope.Find(name) is not { Kind: SymbolKind.Variable, Domain: Domain.Interval { Low: null, High: null } }) continue;
            for (var entry = 0; entry < ValueShape.Entries(inputs.Values[name]).Length; entry++)
            {
                if (Move(boundary, function.Derived, inputs, name, entry) is { } moved) return moved;
            }
        }

        return null;
    }

    private static Assignment? Move(Expression boundary, DerivedSymbols symbols, Assignment inputs, string name, int entry)
    {
        if (At(boundary, inputs) is not { } here || Shifted(symbols, inputs, name, entry, 1) is not { } aside) return null;
        if (At(boundary, aside) is not { } there || there == here) return null;
        return Shifted(symbols, inputs, name, entry, -here / (there - here)) is { } moved && At(boundary, moved) == 0 ? moved : null;
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

    private static Value Shift(Value value, int entry, double by) => value switch
    {
        Value.Scalar scalar => new Value.Scalar(scalar.Number + by),
        Value.Vector vector => new Value.Vector(vector.Entries.Select((number, i) => i == entry ? number + by : number).ToEquatableList()),
        Value.Matrix matrix => matrix with { Entries = matrix.Entries.Select((number, i) => i == entry ? number + by : number).ToEquatableList() },
        _ => throw new System.Diagnostics.UnreachableException(),
    };
}
