namespace Grader.Checking;

/// <summary>
/// Which wrong numbers are worked on with. One that is 0 where the right one is not, or is far from any size that the right one has,
/// makes what follows from it trivial: everything or nothing comes out, whatever else is in the formula.
/// </summary>
internal static class Admissible
{
    /// <summary>A wrong number larger or smaller than the right one by more than this factor is no slip.</summary>
    private const double MostFactor = 1e6;

    /// <summary>Whether a number is next to nothing beside the right one, 0 among them.</summary>
    public static bool IsNothing(double own, double right) => Math.Abs(own) < Math.Abs(right) / MostFactor;

    /// <summary>Whether a number is out of all proportion to the right one; small right ones are measured as if they were 1.</summary>
    public static bool IsTooLarge(double own, double right) => Math.Abs(own) > MostFactor * Math.Max(1, Math.Abs(right));
}
