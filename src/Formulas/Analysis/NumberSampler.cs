using System.Diagnostics;
using Formulas.Expressions;
using Formulas.Text;

namespace Formulas.Analysis;

/// <summary>Draws the numbers of one input from its domain.</summary>
internal sealed class NumberSampler(Domain domain, SeededRandom random, int index)
{
    /// <summary>Random numbers keep four decimals, so that a counterexample can be copied.</summary>
    private const double Grain = 1e4;

    private enum Flavour
    {
        Whole,
        Halves,
        WholeWithZeros,
        HalvesWithTies,
        Real,
        EdgesAndZeros,
        Large,
        Ties,
    }

    private Flavour Kind => index switch
    {
        0 => Flavour.Whole,
        1 => Flavour.Halves,
        2 => Flavour.WholeWithZeros,
        3 => Flavour.HalvesWithTies,
        _ => (index % 8) switch
        {
            5 => Flavour.EdgesAndZeros,
            6 => Flavour.Large,
            7 => Flavour.Ties,
            _ => Flavour.Real,
        },
    };

    public double[] Entries(int count) => domain switch
    {
        Domain.Interval interval => FromInterval(interval, count),
        Domain.Integers(var low, var high) => FromIntegers(low, high, count),
        Domain.Binary => Bits(count),
        Domain.OneHot => OneHot(count),
        Domain.PositiveDefinite => PositiveDefinite((int)Math.Sqrt(count)),
        _ => throw new UnreachableException(),
    };

    public double[] Vector(int count) =>
        domain is Domain.PositiveDefinite ? FromInterval(new(0, null, LowOpen: true), count) : Entries(count);

    public Value.Matrix Matrix(int rows, int columns)
    {
        var entries = domain switch
        {
            Domain.OneHot => Enumerable.Range(0, rows).SelectMany(_ => OneHot(columns)).ToArray(),
            Domain.PositiveDefinite => PositiveDefinite(rows),
            _ => Entries(rows * columns),
        };
        return new(rows, columns, entries.ToEquatableList());
    }

    private double[] FromInterval(Domain.Interval interval, int count)
    {
        var large = Kind == Flavour.Large ? 5 : 1;
        var (low, high) = (interval.Low, interval.High) switch
        {
            (null, null) => (-2.0 * large, 2.0 * large),
            ({ } from, null) => (from, from + (3.0 * large)),
            (null, { } to) => (to - (3.0 * large), to),
            ({ } from, { } to) => (from, to),
        };
        var entries = new double[count];
        var ties = (Inside(interval, low, high), Inside(interval, low, high));
        for (var k = 0; k < count; k++)
        {
            entries[k] = Kind switch
            {
                Flavour.Whole => OnGrid(interval, low, high, 1, withZero: false),
                Flavour.Halves => OnGrid(interval, low, high, 2, withZero: false),
                Flavour.WholeWithZeros => OnGrid(interval, low, high, 1, withZero: true),
                Flavour.HalvesWithTies => k > 0 && random.OneIn(3) ? entries[k - 1] : OnGrid(interval, low, high, 2, withZero: true),
                Flavour.EdgesAndZeros => AtEdge(interval) ?? Inside(interval, low, high),
                Flavour.Ties => random.OneIn(2) ? ties.Item1 : ties.Item2,
                Flavour.Real or Flavour.Large => Inside(interval, low, high),
                _ => throw new UnreachableException(),
            };
        }

        return entries;
    }

    /// <summary>A multiple of 1/<paramref name="parts"/>, or of a finer unit fraction where the interval holds fewer than three.</summary>
    private double OnGrid(Domain.Interval interval, double low, double high, int parts, bool withZero)
    {
        if (low == high) return low;
        // A closed end is kept for the samples that ask for edges: at an end such as probability 0 many formulas have no value.
        for (; parts <= 1024; parts *= 2)
        {
            var (first, last) = (Math.Ceiling(low * parts), Math.Floor(high * parts));
            if (first == low * parts && (interval.LowOpen || (interval.Low is not null && !withZero))) first++;
            if (last == high * parts && (interval.HighOpen || (interval.High is not null && !withZero))) last--;
            var holdsZero = !withZero && first <= 0 && last >= 0;
            if (last - first + 1 - (holdsZero ? 1 : 0) < 3 || last - first > int.MaxValue / 2) continue;
            var step = first + random.Next(0, (int)(last - first) - (holdsZero ? 1 : 0));
            if (holdsZero && step >= 0) step++;
            return step / parts;
        }

        return Inside(interval, low, high);
    }

    private double Inside(Domain.Interval interval, double low, double high)
    {
        if (low == high) return low;
        for (var attempt = 0; attempt < 100; attempt++)
        {
            var number = low + ((high - low) * random.NextUnit());
            var rounded = Math.Round(number * Grain) / Grain;
            if (high - low > 100 / Grain) number = rounded;
            if (number > low || (number == low && !interval.LowOpen))
            {
                if (number < high || (number == high && !interval.HighOpen)) return number;
            }
        }

        return low + ((high - low) / 2);
    }

    private double? AtEdge(Domain.Interval interval)
    {
        var (low, high) = (interval.Low ?? double.NegativeInfinity, interval.High ?? double.PositiveInfinity);
        return random.Next(0, 7) switch
        {
            0 when interval is { Low: { } edge, LowOpen: false } => edge,
            1 when interval is { High: { } edge, HighOpen: false } => edge,
            2 or 3 when (low < 0 || (low == 0 && !interval.LowOpen)) && (high > 0 || (high == 0 && !interval.HighOpen)) => 0,
            _ => null,
        };
    }

    private double[] FromIntegers(int low, int high, int count)
    {
        var last = index < 4 ? (int)Math.Min(high, low + 5L) : high;
        var entries = new double[count];
        for (var k = 0; k < count; k++) entries[k] = random.Next(low, last);
        return entries;
    }

    /// <summary>Several bits are not all equal, but for every fourth sample.</summary>
    private double[] Bits(int count)
    {
        var entries = new double[count];
        for (var k = 0; k < count; k++) entries[k] = random.Next(0, 1);
        if (count > 1 && index % 4 != 3 && entries.All(bit => bit == entries[0]))
        {
            var place = random.Next(0, count - 1);
            entries[place] = 1 - entries[place];
        }

        return entries;
    }

    private double[] OneHot(int count)
    {
        var entries = new double[count];
        if (count > 0) entries[random.Next(0, count - 1)] = 1;
        return entries;
    }

    /// <summary>M M^T + I / 2 with M of halves: symmetric to the last bit.</summary>
    private double[] PositiveDefinite(int count)
    {
        var factor = new double[count * count];
        for (var k = 0; k < factor.Length; k++) factor[k] = random.Next(-3, 3) * 0.5;
        var entries = new double[count * count];
        for (var k = 0; k < entries.Length; k++)
        {
            var (row, column) = (k / count, k % count);
            entries[k] = row == column ? 0.5 : 0;
            for (var inner = 0; inner < count; inner++) entries[k] += factor[(row * count) + inner] * factor[(column * count) + inner];
        }

        return entries;
    }
}
