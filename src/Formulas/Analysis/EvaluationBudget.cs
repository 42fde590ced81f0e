namespace Formulas.Analysis;

/// <summary>
/// How many elementary operations one evaluation may still take. Every entry that is made costs one, so the budget also
/// bounds the memory in use.
/// </summary>
internal sealed class EvaluationBudget(long operations)
{
    /// <summary>A tenth of a second or so, far beyond any honest answer.</summary>
    public const long Default = 2_000_000;

    private long left = operations;

    public bool Holds(double operations) => operations <= left;

    public bool Spend(long operations)
    {
        left -= operations;
        return left >= 0;
    }
}
