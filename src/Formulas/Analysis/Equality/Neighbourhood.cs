using Formulas.Expressions;
using Formulas.Text;

namespace Formulas.Analysis.Equality;

/// <summary>Inputs made from others by changing their real numbers within their domains.</summary>
public static class Neighbourhood
{
    /// <summary>Steps are multiples of one in this, so that sums with small numbers stay exact.</summary>
    private const double Grain = 4096;

    private const double Tiny = 1e-9;

    private const double Leap = 1e-3;

    /// <summary>
    /// Inputs close by, every real number moved a little: off whatever isolated place, such as the hole of (x^2 - 1)/(x + 1),
    /// the inputs may lie on.
    /// </summary>
    /// <param name="scope">What the symbols are; an undeclared one is a real number.</param>
    /// <param name="complete">Puts in what is derived from the moved inputs; null where that has no value.</param>
    /// <param name="seed">With <paramref name="index"/>, where they are moved.</param>
    /// <returns>Null where there is no number to move.</returns>
    public static Assignment? Near(Assignment point, Scope scope, Func<Assignment, Assignment?> complete, ulong seed, int index)
    {
        var (random, isMoved) = (new SeededRandom(seed, index, "near"), false);
        var moved = Changed(point, scope, complete, (number, _, interval) =>
        {
            var step = random.Next(1, 61) / Grain * (random.OneIn(2) ? 1 : -1);
            var near = interval.Contains(number + step) ? number + step : interval.Contains(number - step) ? number - step : number;
            isMoved |= near != number;
            return near;
        });
        return isMoved ? moved : null;
    }

    /// <summary>Inputs so close by that a continuous function has hardly another value there.</summary>
    /// <inheritdoc cref="Near" path="/param"/>
    /// <inheritdoc cref="Near" path="/returns"/>
    public static Assignment? Hardly(Assignment point, Scope scope, Func<Assignment, Assignment?> complete, ulong seed, int index)
    {
        var (random, isMoved) = (new SeededRandom(seed, index, "hardly"), false);
        var moved = Changed(point, scope, complete, (number, _, interval) =>
        {
            var isUp = index < 2 ? index == 0 : random.OneIn(2);
            var step = Tiny * (1 + Math.Abs(number)) * (isUp ? 1 : -1);
            var near = interval.Contains(number + step) ? number + step : interval.Contains(number - step) ? number - step : number;
            isMoved |= near != number;
            return near;
        });
        return isMoved ? moved : null;
    }

    /// <summary>Whether values at two such points differ by more than a continuous function's would.</summary>
    public static bool IsLeap(Value beside, Value here)
    {
        if (beside is not (Value.Scalar or Value.Vector or Value.Matrix) || here is not (Value.Scalar or Value.Vector or Value.Matrix)) return false;
        var (first, second) = (ValueShape.Entries(beside), ValueShape.Entries(here));
        return first.Length == second.Length && Enumerable.Range(0, first.Length).Any(k => Math.Abs(first[k] - second[k]) > Leap * (1 + Math.Abs(second[k])));
    }

    /// <summary>Inputs with other real numbers.</summary>
    /// <inheritdoc cref="Near" path="/param"/>
    /// <param name="change">The new number for an old one at its place among all of them; null where its domain has none.</param>
    /// <returns>Null where a number could not be changed.</returns>
    public static Assignment? Changed(
        Assignment point, Scope scope, Func<Assignment, Assignment?> complete, Func<double, int, Domain.Interval, double?> change)
    {
        var (values, place, isMissing) = (new Dictionary<string, Value>(point.Values.Count, StringComparer.Ordinal), 0, false);
        foreach (var (name, value) in point.Values)
        {
            var symbol = scope.Find(name);
            if (symbol?.Kind == SymbolKind.Derived) continue;
            values[name] = (value, symbol is null ? Domain.Reals : symbol.Domain) switch
            {
                (Value.Scalar(var number), Domain.Interval interval) when symbol?.Kind != SymbolKind.Index => new Value.Scalar(New(number, interval)),
                (Value.Vector(var entries), Domain.Interval interval) => new Value.Vector(entries.Select(entry => New(entry, interval)).ToEquatableList()),
                (Value.Matrix matrix, Domain.Interval interval) => matrix with { Entries = matrix.Entries.Select(entry => New(entry, interval)).ToEquatableList() },
                _ => value,
            };
        }

        return isMissing ? null : complete(point with { Values = values });

        double New(double number, Domain.Interval interval)
        {
            if (change(number, place++, interval) is { } changed) return changed;
            isMissing = true;
            return number;
        }
    }
}
