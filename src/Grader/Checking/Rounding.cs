using Grader.Exercises;

namespace Grader.Checking;

/// <summary>How a typed number stands to the right one. From best to worst.</summary>
internal enum Closeness
{
    /// <summary>Within the tolerance.</summary>
    Right,

    /// <summary>The right number, correctly rounded to the digits written, which are too few.</summary>
    Rounded,

    /// <summary>Off by less than one unit of the last digit written, as by cutting digits off.</summary>
    WronglyRounded,

    Wrong,
}

/// <summary>Numbers that a person rounded. A number is right when any rule of the tolerance says so.</summary>
internal static class Rounding
{
    /// <summary>Where a part grants no tolerance: what typing all digits of a double may lose.</summary>
    private const double NoTolerance = 1e-9;

    /// <summary>A number rounded so far that it is off by more than this share is not named rounded: 0 rounds much.</summary>
    private const double CoarsestRounding = 0.1;

    /// <summary>Room for the rounding of the comparison itself.</summary>
    private const double Slack = 1 + 1e-9;

    public static Closeness Judge(WrittenNumber written, double right, Tolerance tolerance)
    {
        var distance = Math.Abs(written.Value - right);
        if (distance <= Allowed(right, tolerance) * Slack) return Closeness.Right;
        if (written.Unit is not { } unit || written.Value == 0 || distance > CoarsestRounding * Math.Abs(right)) return Closeness.Wrong;
        return distance <= unit / 2 * Slack ? Closeness.Rounded
            : distance < unit ? Closeness.WronglyRounded
            : Closeness.Wrong;
    }

    /// <summary>The largest distance from the right number that any of the rules allows.</summary>
    public static double Allowed(double right, Tolerance tolerance)
    {
        var allowed = tolerance == new Tolerance(null, null, null, null)
            ? NoTolerance * Math.Max(1, Math.Abs(right))
            // Computed values differ in their last bits whatever the tolerance.
            : 1e-12 * Math.Abs(right);
        if (tolerance.Absolute is { } absolute) allowed = Math.Max(allowed, absolute);
        if (tolerance.Relative is { } relative) allowed = Math.Max(allowed, relative * Math.Abs(right));
        if (tolerance.DecimalPlaces is { } places) allowed = Math.Max(allowed, 0.5 * Math.Pow(10, -places));
        if (tolerance.SignificantFigures is { } figures && right != 0)
        {
            allowed = Math.Max(allowed, 0.5 * Math.Pow(10, Math.Floor(Math.Log10(Math.Abs(right))) - figures + 1));
        }

        return allowed;
    }
}
