namespace Formulas.Analysis.Equality;

/// <summary>How two values at one sample stand to each other.</summary>
public enum Agreement
{
    Equal,

    /// <summary>Further apart than rounding explains, by clearly more.</summary>
    Different,

    /// <summary>Apart by so little more than the bounds that nobody should be judged by it.</summary>
    Undecided,

    /// <summary>The bounds are so wide here that agreement means nothing.</summary>
    Uninformative,
}

/// <summary>Numbers with error bounds, held against each other.</summary>
public static class Comparing
{
    /// <summary>A difference counts from this many times the bounds on.</summary>
    private const double Clearly = 8;

    /// <summary>What is left to library functions beyond the bounds before a difference counts, relative to the value.</summary>
    private const double Margin = 1e-13;

    /// <summary>Bounds wider than this, relative to the value, say nothing.</summary>
    private const double Wide = 1e-7;

    /// <summary>Values below this are held against it rather than against themselves.</summary>
    private const double SmallestScale = 1e-3;

    /// <summary>Two values of the same sizes.</summary>
    public static Agreement Of(BoundedOutcome.Known left, BoundedOutcome.Known right)
    {
        var (a, b) = (ValueShape.Entries(left.Value), ValueShape.Entries(right.Value));
        var worst = Agreement.Equal;
        for (var i = 0; i < a.Length; i++)
        {
            var agreement = Of(a[i], left.Bounds[i], b[i], right.Bounds[i]);
            if (agreement == Agreement.Different) return agreement;
            if (agreement == Agreement.Undecided || worst == Agreement.Equal) worst = agreement;
        }

        return worst;
    }

    public static Agreement Of(double a, double boundA, double b, double boundB)
    {
        var bound = boundA + boundB;
        if (!double.IsFinite(bound)) return Agreement.Uninformative;
        var distance = Math.Abs(a - b);
        var size = Math.Max(Math.Abs(a), Math.Abs(b));
        if (distance > bound) return distance > Math.Max(Clearly * bound, Margin * size) ? Agreement.Different : Agreement.Undecided;
        return bound <= Wide * Math.Max(size, SmallestScale) ? Agreement.Equal : Agreement.Uninformative;
    }
}
