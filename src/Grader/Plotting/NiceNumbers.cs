namespace Grader.Plotting;

/// <summary>Round numbers for ticks: multiples of 1, 2 or 5 times a power of ten.</summary>
public static class NiceNumbers
{
    /// <summary>Ticks on one axis stay few enough to be read on a phone.</summary>
    private const int MostSteps = 6;

    private static readonly double[] Digits = [1, 2, 5, 10];

    /// <summary>The smallest round step that divides the width into at most 6.</summary>
    /// <param name="width">Above 0.</param>
    public static double Step(double width)
    {
        var power = (int)Math.Floor(Math.Log10(width / MostSteps));
        return Digits.Select(digit => Multiple(digit, Math.Pow(10, power))).First(step => width <= step * MostSteps * (1 + 1e-12));
    }

    /// <summary>The round numbers from <paramref name="low"/> to <paramref name="high"/>, both included.</summary>
    public static IEnumerable<double> Between(double low, double high)
    {
        var step = Step(high - low);
        var slack = step * 1e-9;
        for (var count = Math.Ceiling((low - slack) / step); count * step <= high + slack; count++) yield return Multiple(count, step);
    }

    /// <summary>count times step, without the rounding that makes 3 times 0.1 differ from 0.3.</summary>
    public static double Multiple(double count, double step)
    {
        var product = count * step;
        if (product == 0) return 0;
        var digits = 1 - (int)Math.Floor(Math.Log10(step));
        return digits is >= 0 and <= 15 ? Math.Round(product, digits) : product;
    }
}
