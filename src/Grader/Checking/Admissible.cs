namespace Grader.Checking;

/// <summary>
/// Which wrong numbers are worked on with. One that is far from any size that the right one has makes what follows from it trivial:
/// everything or nothing comes out, whatever else is in the formula. A 0 is no such number: a lost sign before a ReLU gives one, and much
/// may be left to work out with it.
/// </summary>
internal static class Admissible
{
    /// <summary>A wrong number larger or smaller than the right one by more than this factor is no slip.</summary>
    private const double MostFactor = 1e6;

    /// <summary>Whether a number is next to nothing beside the right one, and not 0.</summary>
    public static bool IsNextToNothing(double own, double right) => own != 0 && Math.Abs(own) < Math.Abs(right) / MostFactor;

    /// <summary>Whether a number is out of all proportion to the right one; small right ones are measured as if they were 1.</summary>
    public static bool IsTooLarge(double own, double right) => Math.Abs(own) > MostFactor * Math.Max(1, Math.Abs(right));
}
