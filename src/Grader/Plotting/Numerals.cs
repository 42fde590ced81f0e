using System.Globalization;

namespace Grader.Plotting;

/// <summary>How plots and their tables write numbers: short, the same everywhere, in the notation of formulas.</summary>
public static class Numerals
{
    private const double Large = 1e6, Small = 1e-4;

    /// <summary>Four significant digits, and whole numbers below a million whole: <c>0.3333</c>, <c>1.2e−10</c>; <c>0</c> for zero alone.</summary>
    public static string Short(double value)
    {
        if (double.IsNaN(value)) return "no number";
        if (double.IsInfinity(value)) return value > 0 ? "∞" : "−∞";
        if (value == 0) return "0";
        var size = Math.Abs(value);
        var format = size is >= Large or < Small ? "0.###e+0" : $"0.{new string('#', Math.Max(0, 3 - (int)Math.Floor(Math.Log10(size))))}";
        return value.ToString(format, CultureInfo.InvariantCulture).Replace("e+", "e", StringComparison.Ordinal).Replace('-', '−');
    }
}
