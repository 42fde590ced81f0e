namespace Formulas.Analysis;

/// <summary>
/// How many elementary operations one evaluation may still take. Every entry that is made costs one, so the budget also
/// bounds the memory in use.
/// </summary>
public sealed class EvaluationBudget(long operations)
{
    /// <summary>A tenth of a second or so, far beyond any honest answer.</summary>
    public const long Default = 2_000_000;

    /// <summary>As long with more digits than doubles have, where an operation takes up to a few microseconds.</summary>
    public const long Precise = 30_000;

    private long left = operations;

    /// <summary>Below 0 where an evaluation was given up.</summary>
    public long Left => left;

    internal bool Holds(double operations) => operations <= left;

    internal bool Spend(long operations)
    {
        left -= operations;
        return left >= 0;
    }
}
