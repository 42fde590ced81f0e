namespace Formulas.Numbers;

/// <summary>Which written numbers are doubles exactly, and which were rounded on the way in.</summary>
internal static class Literals
{
    /// <summary>
    /// True for short whole numbers, and for short decimals that are multiples of 1/1024. Two decimals of up to 15 digits
    /// never share a double, so a short text whose double is such a number is that number.
    /// </summary>
    public static bool IsExact(double value, string text) =>
        text.Length <= 15 && Math.Abs(value) < 1e15 && Elementary.IsWhole(Math.Abs(value) < 1e5 ? value * 1024 : value);
}
