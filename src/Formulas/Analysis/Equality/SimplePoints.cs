using Formulas.Expressions;
using Formulas.Text;

namespace Formulas.Analysis.Equality;

/// <summary>Looks for a simpler point at which two formulas still differ, so that a person can follow it by hand.</summary>
internal static class SimplePoints
{
    /// <summary>Whole numbers, halves, tenths, hundredths.</summary>
    private static readonly double[] Parts = [1, 2, 10, 100];

    /// <summary>The simplest point near a differing one that differs in the same way; that one itself where there is none.</summary>
    public static Assignment Near(Assignment point, Scope scope, Probe probe)
    {
        var wanted = Kind(point, probe);
        foreach (var parts in Parts)
        {
            if (Rounded(point, scope, parts) is { } simple && Kind(simple, probe) == wanted) return simple;
        }

        return point;
    }

    private static Type Kind(Assignment point, Probe probe)
    {
        var result = probe.At(point);
        return (result is PointResult.Agree ? probe.InBalls(point) : result).GetType();
    }

    /// <summary>Null where rounding leaves a domain.</summary>
    private static Assignment? Rounded(Assignment point, Scope scope, double parts)
    {
        if (point.Definitions.Count > 0) return null;
        var values = new Dictionary<string, Value>(point.Values.Count, StringComparer.Ordinal);
        foreach (var (name, value) in point.Values)
        {
            var domain = scope.Find(name)?.Domain ?? Domain.Reals;
            if (Rounded(value, domain, parts) is not { } rounded) return null;
            values[name] = rounded;
        }

        return point with { Values = values };
    }

    private static Value? Rounded(Value value, Domain domain, double parts)
    {
        if (domain is not Domain.Interval interval) return value;
        return value switch
        {
            Value.Scalar(var number) => Rounded(number, interval, parts) is { } rounded ? new Value.Scalar(rounded) : null,
            Value.Vector(var entries) => Rounded(entries, interval, parts) is { } rounded ? new Value.Vector(rounded) : null,
            Value.Matrix matrix => Rounded(matrix.Entries, interval, parts) is { } rounded ? matrix with { Entries = rounded } : null,
            _ => value,
        };
    }

    private static EquatableList<double>? Rounded(EquatableList<double> entries, Domain.Interval interval, double parts)
    {
        var result = new double[entries.Count];
        for (var k = 0; k < result.Length; k++)
        {
            if (Rounded(entries[k], interval, parts) is not { } rounded) return null;
            result[k] = rounded;
        }

        return EquatableList.Create<double>(result);
    }

    private static double? Rounded(double number, Domain.Interval interval, double parts)
    {
        // Away from 0, where too many different formulas agree.
        var rounded = number == 0 ? 0 : Math.CopySign(Math.Max(1, Math.Round(Math.Abs(number) * parts)), number) / parts;
        var isInside = (interval.Low is not { } low || rounded > low || (rounded == low && !interval.LowOpen))
            && (interval.High is not { } high || rounded < high || (rounded == high && !interval.HighOpen));
        return isInside ? rounded : null;
    }
}
