using Grader.Reporting;

namespace Grader.Batching;

/// <summary>One submission dealt with.</summary>
/// <param name="IsNew">False where an earlier run had done it and nothing changed.</param>
public readonly record struct BatchStep(BatchRow Row, bool IsNew);

/// <summary>How a batch ended.</summary>
public abstract record BatchEnd
{
    private BatchEnd()
    {
    }

    /// <param name="Rows">One for each file, in their order.</param>
    /// <param name="Kept">How many were left as an earlier run had them.</param>
    public sealed record Finished(IReadOnlyList<BatchRow> Rows, int Kept) : BatchEnd;

    /// <summary>It was asked to stop. What was done is kept for the next run.</summary>
    public sealed record Stopped(int Done) : BatchEnd;
}
