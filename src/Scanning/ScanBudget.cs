namespace Scanning;

/// <summary>
/// How much a scan may still look at. A hostile file lets thousands of rows share one huge name or body, so that little data means
/// endless work.
/// </summary>
/// <param name="steps">Bytes of names, signatures and bodies, taken together.</param>
internal sealed class ScanBudget(long steps)
{
    /// <summary>Far beyond what compilers nest.</summary>
    public const int Depth = 64;

    private const int LongestName = 2_000;

    private long _steps = steps;

    /// <exception cref="BadImageFormatException">The budget is used up.</exception>
    public void Spend(int amount)
    {
        _steps -= amount + 1;
        if (_steps < 0) throw new BadImageFormatException("its tables say the same things over and over");
    }

    /// <exception cref="BadImageFormatException">The name is longer than any program's.</exception>
    public void SpendName(int length)
    {
        Spend(length);
        if (length > LongestName) throw new BadImageFormatException("a name in it has thousands of letters");
    }

    /// <exception cref="BadImageFormatException">The nesting is deeper than any program's.</exception>
    public static void CheckDepth(int depth)
    {
        if (depth > Depth) throw new BadImageFormatException("its types are nested without end");
    }
}
