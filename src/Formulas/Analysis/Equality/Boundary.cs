using Formulas.Expressions;
using Formulas.Text;

namespace Formulas.Analysis.Equality;

/// <summary>
/// Inputs exactly on a boundary or hardly off it. One number among the inputs is moved until the boundary's formula is 0, by secant
/// steps: along one number most boundaries are lines, so that a single step arrives, and small whole numbers keep the arithmetic exact.
/// </summary>
/// <param name="formula">A scalar formula that is 0 on the boundary.</param>
/// <param name="scope">What the symbols are; an undeclared one is a real number.</param>
/// <param name="complete">Puts in what is derived from the moved inputs; null where that has no value.</param>
public sealed class Boundary(Expression formula, Scope scope, Func<Assignment, Assignment?> complete)
{
    private const int MostSteps = 60;

    /// <summary>So close to the boundary, relative to the moved number, no further step is worth its while.</summary>
    private const double Nearly = 1e-12;

    /// <summary>How far beside a boundary is looked. Powers of 2, so that sums with small numbers stay exact.</summary>
    private static readonly double[] Offsets = [1, Math.ScaleB(1, -10), Math.ScaleB(1, -24), Math.ScaleB(1, -40)];

    /// <summary>Inputs exactly on the boundary; null where none is met along any one number.</summary>
    public Assignment? On(Assignment inputs) => At(inputs) is { Value: 0, IsExact: true } ? inputs : Moves(inputs).FirstOrDefault(move => move.IsOn)?.Inputs;

    /// <summary>Inputs on both sides of the boundary, at last at half and double its number; none where the boundary is not met.</summary>
    public IEnumerable<Assignment> Beside(Assignment inputs)
    {
        if (Moves(inputs).FirstOrDefault() is not { } move) yield break;
        foreach (var offset in Offsets)
        {
            if (With(inputs, move.Place, move.Number + offset) is { } above) yield return above;
            if (With(inputs, move.Place, move.Number - offset) is { } below) yield return below;
        }

        if (move.Number == 0) yield break;
        if (With(inputs, move.Place, 2 * move.Number) is { } twice) yield return twice;
        if (With(inputs, move.Place, move.Number / 2) is { } half) yield return half;
    }

    private IEnumerable<Move> Moves(Assignment inputs)
    {
        foreach (var name in inputs.Values.Keys)
        {
            if (scope.Find(name) is { } symbol && symbol is not { Kind: SymbolKind.Variable, Domain: Domain.Interval or Domain.Integers }) continue;
            if (inputs.Values[name] is not (Value.Scalar or Value.Vector or Value.Matrix)) continue;
            var count = ValueShape.Entries(inputs.Values[name]).Length;
            for (var entry = 0; entry < count; entry++)
            {
                if (Along(inputs, new(name, entry)) is { } move) yield return move;
            }
        }
    }

    private Move? Along(Assignment inputs, Place place)
    {
        var (from, to) = (ValueShape.Entries(inputs.Values[place.Name])[place.Entry], 0.0);
        if (At(inputs) is not { } atFrom) return null;
        to = With(inputs, place, from + 1) is null ? from - 1 : from + 1;
        if (atFrom.Value == 0)
        {
            // Along a number that does not matter, what is beside the boundary would be on it still.
            var matters = With(inputs, place, to) is { } aside && At(aside) is { Value: not 0 };
            return matters ? new(inputs, place, from, atFrom.IsExact) : null;
        }

        for (var step = 0; step < MostSteps; step++)
        {
            if (With(inputs, place, to) is not { } moved) return null;
            if (At(moved) is not { } atTo)
            {
                to = from + ((to - from) / 2);
                continue;
            }

            if (atTo.Value == 0) return new(moved, place, to, atTo.IsExact);
            var next = to - (atTo.Value * (to - from) / (atTo.Value - atFrom.Value));
            if (!double.IsFinite(next)) return null;
            if (Math.Abs(next - to) <= Nearly * Math.Abs(to)) return new(moved, place, to, IsOn: false);
            (from, atFrom, to) = (to, atTo, next);
        }

        return null;
    }

    private Standing? At(Assignment inputs) =>
        Evaluation.EvaluateWithBound(formula, inputs) is BoundedOutcome.Known { IsCertain: true, Value: Value.Scalar { Number: var number } } known
            ? new(number, known.Bounds[0] == 0)
            : null;

    /// <summary>The inputs with one number replaced; null where it would leave its domain.</summary>
    private Assignment? With(Assignment inputs, Place place, double number)
    {
        var isAllowed = scope.Find(place.Name)?.Domain switch
        {
            Domain.Interval interval => interval.Contains(number),
            Domain.Integers(var low, var high) => Math.Round(number) == number && low <= number && number <= high,
            _ => true,
        };
        if (!isAllowed) return null;
        var values = new Dictionary<string, Value>(inputs.Values.Count, StringComparer.Ordinal);
        foreach (var (name, value) in inputs.Values)
        {
            if (scope.Find(name)?.Kind != SymbolKind.Derived) values[name] = name == place.Name ? Replaced(value, place.Entry, number) : value;
        }

        return complete(new(values, inputs.Sizes));
    }

    private static Value Replaced(Value value, int place, double number) => value switch
    {
        Value.Scalar => new Value.Scalar(number),
        Value.Vector vector => new Value.Vector(Replaced(vector.Entries, place, number)),
        Value.Matrix matrix => matrix with { Entries = Replaced(matrix.Entries, place, number) },
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    private static EquatableList<double> Replaced(EquatableList<double> entries, int place, double number) =>
        entries.Select((entry, k) => k == place ? number : entry).ToEquatableList();

    /// <summary>The value of the boundary's formula, and whether nothing was rounded on the way.</summary>
    private readonly record struct Standing(double Value, bool IsExact);

    /// <summary>One number among the inputs.</summary>
    private sealed record Place(string Name, int Entry);

    /// <summary>Inputs on a boundary, or as near as doubles come, and the number that was moved to get there.</summary>
    private sealed record Move(Assignment Inputs, Place Place, double Number, bool IsOn);
}
