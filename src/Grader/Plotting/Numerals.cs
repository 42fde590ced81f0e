using System.Globalization;

namespace Grader.Plotting;

/// <summary>How plots and their tables write numbers: short, the same everywhere, in the notation of formulas.</summary>
public static class Numerals
{
    private const double Large = 1e6, Small = 1e-4;

    /// <summary>As many significant digits as are written where nobody asks for others.</summary>
    public const int Digits = 4;

    /// <summary>Four significant digits, and whole numbers below a million whole: <c>0.3333</c>, <c>1.2e−10</c>; <c>0</c> for zero alone.</summary>
    /// <param name="digits">Significant ones, at least 1.</param>
    public static string Short(double value, int digits = Digits)
    {
        if (double.IsNaN(value)) return "no number";
        if (double.IsInfinity(value)) return value > 0 ? "∞" : "−∞";
        if (value == 0) return "0";
        var size = Math.Abs(value);
        var format = size is >= Large or < Small ? $"0.{new string('#', digits - 1)}e+0" : $"0.{new string('#', Math.Max(0, digits - 1 - (int)Math.Floor(Math.Log10(size))))}";
        return value.ToString(format, CultureInfo.InvariantCulture).Replace("e+", "e", StringComparison.Ordinal).Replace('-', '−');
    }
}
