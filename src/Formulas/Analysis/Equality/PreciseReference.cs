using Formulas.Expressions;
using Formulas.Numbers;

namespace Formulas.Analysis.Equality;

/// <summary>
/// A reference's values at a few points in more digits than doubles have, each worked out when first asked for and kept: against them an
/// answer costs its own evaluation only. May be shared between threads.
/// </summary>
/// <param name="points">Inputs at which the reference has a value.</param>
public sealed class PreciseReference(Expression reference, IReadOnlyList<Assignment> points)
{
    private readonly Tensor<Ball>?[]?[] known = new Tensor<Ball>?[]?[points.Count];

    /// <summary>Whether an answer differs at a point for certain, where doubles may have shown no difference.</summary>
    /// <param name="point">The point's number, from 0.</param>
    public bool Differs(Expression answer, int point)
    {
        var probe = new Probe(answer, reference);
        var right = LazyInitializer.EnsureInitialized(ref known[point], () => [probe.PreciseReference(points[point])])[0];
        return right is { } value && probe.InBalls(points[point], value) is PointResult.Differ;
    }
}
