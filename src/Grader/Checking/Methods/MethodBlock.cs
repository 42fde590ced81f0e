using Formulas.Analysis;
using Formulas.Analysis.Equality;
using Formulas.Text;

namespace Grader.Checking.Methods;

/// <summary>
/// One function that a method is held against: a part's own, or that of one cell of a table. Its points are a stretch of the
/// question's: first the function's samples in their order, then the places where its cases change, then some beside them.
/// </summary>
/// <param name="Cell">The table's cell; null where the part is no table.</param>
internal sealed record MethodBlock(PreparedFunction Function, string? Cell, EquatableList<MethodPoint> Points, EquatableList<BoundedOutcome.Known> Expected)
{
    /// <summary>Places at which cases change are many where a formula has many cases; so many are enough to prove a mistake.</summary>
    private const int MostTurns = 12;

    private const int MostBeside = 24;

    public static MethodBlock Of(PreparedFunction function, string? cell, bool isPublic)
    {
        // Simple samples fall on such places by themselves now and then.
        var turns = TurningPoints.Of(function.Canonical).Distinct().ToList();
        var points = function.Samples.Select(point => (point, turns.Exists(turn => IsZero(turn, point)) ? PointPurpose.Turn : PointPurpose.Sample))
            .Concat(function.Turns.Take(MostTurns).Select(point => (point, PointPurpose.Turn)))
            .Concat(function.BesideTurns.Take(MostBeside).Select(point => (point, PointPurpose.BesideTurn))).ToList();
        return new(
            function, cell,
            points.Select(pair => new MethodPoint(pair.point.Inputs, pair.Item2, isPublic)).ToEquatableList(),
            points.Select(pair => pair.point.Expected).ToEquatableList());
    }

    private static bool IsZero(Formulas.Expressions.Expression turn, SamplePoint point) =>
        Evaluation.Evaluate(turn, point.Inputs) is Outcome.Known { Value: Formulas.Expressions.Value.Scalar { Number: 0 } };
}
