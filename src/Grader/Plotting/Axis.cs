using Formulas.Text;

namespace Grader.Plotting;

/// <summary>A place on an axis and what is written there.</summary>
public readonly record struct Tick(double At, string Text);

/// <summary>How numbers lie along an axis.</summary>
public enum Scale
{
    Linear,

    /// <summary>To base 10; numbers that are not positive have no place on it.</summary>
    Logarithmic,

    /// <summary>Names beside each other.</summary>
    Named,
}

/// <summary>One axis of a plot: what it measures, from where to where, and the ticks between.</summary>
public sealed record Axis(string Label, double Low, double High, Scale Scale, EquatableList<Tick> Ticks)
{
    private const double Narrowest = 1e-300;

    /// <summary>Numbers that differ by less, as a share of their size, are one number: an axis between them would show rounding.</summary>
    private const double Rounding = 1e-12;

    /// <summary>What rounding may put a number beyond the tick that it lies on, as a share of the way between ticks.</summary>
    private const double Slack = 1e-9;

    /// <summary>An axis on which all the numbers have a place, with both ends at ticks.</summary>
    /// <param name="values">Numbers that are not finite are passed over.</param>
    public static Axis Over(string label, IEnumerable<double> values)
    {
        var (low, high) = Bounds(values.Where(double.IsFinite));
        var step = NiceNumbers.Step(high - low);
        var first = Math.Floor((low / step) + Slack);
        var last = Math.Ceiling((high / step) - Slack);
        var ticks = Enumerable.Range(0, (int)(last - first) + 1).Select(k => NiceNumbers.Multiple(first + k, step)).ToList();
        return new(label, ticks[0], ticks[^1], Scale.Linear, [.. ticks.Select(at => new Tick(at, Numerals.Short(at)))]);
    }

    /// <summary>An axis from one number to another, which need not be ticks.</summary>
    /// <exception cref="ArgumentException"><paramref name="low"/> is not below <paramref name="high"/>.</exception>
    public static Axis Linear(string label, double low, double high)
    {
        if (!(low < high)) throw new ArgumentException($"An axis leads from a smaller to a larger number, not from {low} to {high}.", nameof(high));
        return new(label, low, high, Scale.Linear, [.. NiceNumbers.Between(low, high).Select(at => new Tick(at, Numerals.Short(at)))]);
    }

    /// <summary>An axis of whole powers of ten around all the positive numbers.</summary>
    /// <param name="values">Numbers that are not finite and positive are passed over; without any other, the axis is 0.1 to 10.</param>
    public static Axis LogarithmicOver(string label, IEnumerable<double> values)
    {
        var (low, high) = Bounds(values.Where(value => double.IsFinite(value) && value >= Narrowest).Select(Math.Log10));
        var first = (int)Math.Floor(low);
        var last = Math.Max((int)Math.Ceiling(high), first + 1);
        var stride = Math.Max(1, (int)Math.Ceiling((last - first) / 6.0));
        var powers = Enumerable.Range(first, last - first + 1).Where(power => (power - first) % stride == 0);
        return new(
            label, Math.Pow(10, first), Math.Pow(10, last), Scale.Logarithmic,
            [.. powers.Select(power => new Tick(Math.Pow(10, power), PowerOfTen(power)))]);
    }

    /// <summary>An axis of names: name k, from 0, stands over k to k + 1.</summary>
    public static Axis Named(string label, params IReadOnlyList<string> names) => new(
        label, 0, Math.Max(1, names.Count), Scale.Named, [.. names.Select((name, index) => new Tick(index + 0.5, name))]);

    /// <summary>Whether the number has a place on this axis.</summary>
    public bool Holds(double value) => double.IsFinite(value) && (Scale != Scale.Logarithmic || value > 0) && Share(value) is >= -Slack and <= 1 + Slack;

    /// <summary>Where the number lies: 0 at the low end, 1 at the high end.</summary>
    public double Share(double value) => Scale == Scale.Logarithmic
        ? (Math.Log10(value) - Math.Log10(Low)) / (Math.Log10(High) - Math.Log10(Low))
        : (value - Low) / (High - Low);

    private static (double Low, double High) Bounds(IEnumerable<double> values)
    {
        double low = double.PositiveInfinity, high = double.NegativeInfinity;
        foreach (var value in values) (low, high) = (Math.Min(low, value), Math.Max(high, value));
        if (low > high) return (-1, 1);
        var size = Math.Max(Math.Abs(low), Math.Abs(high));
        if (high - low > size * Rounding) return (low, high);
        var margin = size == 0 ? 1 : size / 10;
        return (low - margin, high + margin);
    }

    private static string PowerOfTen(int power) => power switch
    {
        0 => "1",
        1 => "10",
        2 => "100",
        -1 => "0.1",
        -2 => "0.01",
        _ => $"1e{power}".Replace('-', '−'),
    };
}
