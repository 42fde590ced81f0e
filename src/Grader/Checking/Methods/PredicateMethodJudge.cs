using Formulas.Analysis;
using Formulas.Expressions;
using Formulas.Text;

namespace Grader.Checking.Methods;

/// <summary>Truth values that a method returned, on both sides of the boundary, hardly off it, and on it.</summary>
internal static class PredicateMethodJudge
{
    public static MethodBlock Block(PreparedFunction function, PredicateCheck check, bool isPublic)
    {
        var points = check.BesideBoundary.Select(point => (point, PointPurpose.Sample))
            .Concat(check.HardlyOff.Select(point => (point, check.IsOnBoundary(point) ? PointPurpose.Turn : PointPurpose.BesideTurn)))
            .Concat(check.OnBoundary.Select(point => (point, PointPurpose.Turn))).ToList();
        return new(
            function, null,
            points.Select(pair => new MethodPoint(pair.point.Inputs, pair.Item2, isPublic)).ToEquatableList(),
            points.Select(pair => pair.point.Expected).ToEquatableList());
    }

    /// <param name="values">A truth value at each point of the block.</param>
    public static Judgement Judge(MethodBlock block, IReadOnlyList<Value> values)
    {
        var samples = With(block, PointPurpose.Sample);
        var wrong = samples.Where(i => Differs(block, values, i)).ToList();
        if (wrong.Count > 0)
        {
            var named = Misconception(block, values) ?? (wrong.Count == samples.Count ? Messages.TurnedInequality() : Messages.WrongCondition());
            return At(block, values, wrong[0], Judgement.Incorrect(named));
        }

        if (With(block, PointPurpose.BesideTurn).Where(i => Differs(block, values, i)).Select(i => (int?)i).FirstOrDefault() is { } beside)
        {
            return At(block, values, beside, Judgement.Incorrect(Messages.WrongCondition()));
        }

        var on = With(block, PointPurpose.Turn);
        var differing = on.Where(i => Differs(block, values, i)).ToList();
        // A program's own rounding can push it off the boundary at some points, but not where nothing is rounded, and hardly at all of them.
        return differing.Exists(i => block.Points[i].IsExact) || (differing.Count > 0 && differing.Count == on.Count)
            ? At(block, values, differing[0], Judgement.Incorrect(Messages.Boundary(Holds(values[differing[0]]))))
            : Judgement.Correct();
    }

    private static Feedback? Misconception(MethodBlock block, IReadOnlyList<Value> values) => block.Function.Misconceptions
        .Where(mistake => Enumerable.Range(0, values.Count).All(i =>
            Evaluation.Evaluate(mistake.Formula, block.Points[i].Inputs) is Outcome.Known known && Holds(known.Value) == Holds(values[i])))
        .Select(mistake => new Feedback(mistake.Source.Code, mistake.Source.Message)).FirstOrDefault();

    private static List<int> With(MethodBlock block, PointPurpose purpose) =>
        [.. Enumerable.Range(0, block.Points.Count).Where(i => block.Points[i].Purpose == purpose)];

    private static bool Differs(MethodBlock block, IReadOnlyList<Value> values, int i) => Holds(values[i]) != Holds(block.Expected[i].Value);

    private static bool Holds(Value value) => value is Value.Truth { Holds: true } or Value.Scalar { Number: 1 };

    private static Judgement At(MethodBlock block, IReadOnlyList<Value> values, int place, Judgement judged) => block.Points[place].IsPublic
        ? judged with { Counterexample = new(block.Function.Inputs(block.Points[place].Inputs), values[place], new Value.Truth(Holds(block.Expected[place].Value))) }
        : judged;
}
