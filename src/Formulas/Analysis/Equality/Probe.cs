using Formulas.Analysis.Mutation;
using Formulas.Expressions;
using Formulas.Numbers;

namespace Formulas.Analysis.Equality;

/// <summary>
/// Holds two formulas against each other at one point: in doubles with error bounds, which settles nearly every point, and where
/// these leave it open in balls of 256 binary digits and any exponent.
/// </summary>
internal sealed class Probe(Expression answer, Expression reference)
{
    /// <summary>A difference in doubles counts from this many times the bounds on ...</summary>
    private const double Clearly = 8;

    /// <summary>... and from this size on, relative to the values: the accuracy of library functions is not promised.</summary>
    private const double Visible = 1e-9;

    /// <summary>Agreement in doubles counts where the bounds are below this, relative to the values.</summary>
    private const double Narrow = 1e-9;

    /// <summary>Agreement in balls counts from so many binary digits on.</summary>
    private const long EnoughDigits = 60;

    /// <summary>What both formulas may cost in doubles at all points together.</summary>
    private const long Operations = 1_000_000;

    private const double Far = 60;

    private const double Near = 1e-15;

    private const int ManyDigits = 60;

    /// <summary>An operation in thousands of digits takes up to a few milliseconds.</summary>
    private const long FarOperations = 60;

    private readonly EvaluationBudget budget = new(Operations);
    private readonly EvaluationBudget preciseBudget = new(EvaluationBudget.Precise);
    private readonly bool areOfOneKind = answer.Shape is Shape.TruthShape == reference.Shape is Shape.TruthShape;

    /// <summary>Whether both were written alike, but for the order of terms and the like, which makes them equal wherever they have a value.</summary>
    public bool IsSameFormula => answer.Equals(reference)
        || (answer.Shape.Equals(reference.Shape) && Normalizing.Of(answer) is { } form && form.Equals(Normalizing.Of(reference)));

    /// <summary>A number in either formula that no arithmetic here reaches; null where there is none.</summary>
    public string? TooLargePart => TooLarge.PartOf(answer) ?? TooLarge.PartOf(reference);

    /// <summary>Where either formula may change from one case to another.</summary>
    public IReadOnlyList<Expression> Turns => TurnPoints.Of(answer, reference);

    public PointResult At(Assignment inputs)
    {
        var table = new InputTable<Bounded>(inputs);
        var forReference = new Evaluator<Bounded>(table, budget);
        var right = forReference.Evaluate(reference);
        if (forReference.Fault is { } fault) return fault.OverBudget ? new PointResult.OverBudget(fault.Reason) : new PointResult.Silent();
        var forAnswer = new Evaluator<Bounded>(table, budget);
        var left = forAnswer.Evaluate(answer);
        if (forAnswer.Fault is { } none)
        {
            if (none.OverBudget) return new PointResult.OverBudget(none.Reason);
            return IsCertain(right) ? new PointResult.WithoutAnswer(none.Reason, right.ToValue(reference.Shape)) : InBalls(inputs);
        }

        if (!areOfOneKind || left.Rows != right.Rows || left.Columns != right.Columns)
            return IsCertain(left) && IsCertain(right) ? Differ(left, right) : InBalls(inputs);
        var isSettled = true;
        for (var k = 0; k < right.Count; k++)
        {
            var (a, b) = (left[k], right[k]);
            var bound = a.Uncertainty + b.Uncertainty;
            if (!double.IsFinite(bound) || !double.IsFinite(a.Value) || !double.IsFinite(b.Value))
            {
                isSettled = false;
                continue;
            }

            var distance = Math.Abs(a.Value - b.Value);
            var size = Math.Max(Math.Abs(a.Value), Math.Abs(b.Value));
            if (distance > Clearly * bound && distance > Visible * size) return Differ(left, right);
            if (distance > bound || bound > Narrow * size) isSettled = false;
        }

        return isSettled ? new PointResult.Agree(IsStrong: true) : InBalls(inputs);
    }

    /// <summary>At a point where doubles may agree and more digits may not.</summary>
    public PointResult Closely(Assignment inputs) => At(inputs) is var result and not PointResult.Agree ? result : InBalls(inputs);

    /// <summary>Whether the reference has a value at a point.</summary>
    public bool HasReference(Assignment inputs)
    {
        var evaluator = new Evaluator<Bounded>(new(inputs), budget);
        var right = evaluator.Evaluate(reference);
        return evaluator.Fault is null && (IsCertain(right) || InBalls(inputs) is not (PointResult.Silent or PointResult.Blurred));
    }

    /// <summary>The same with more digits from the start.</summary>
    public PointResult InBalls(Assignment inputs)
    {
        var table = new InputTable<Ball>(inputs);
        var forReference = new Evaluator<Ball>(table, preciseBudget);
        var right = forReference.Evaluate(reference);
        if (forReference.Fault is not null) return new PointResult.Silent();
        if (!IsKnown(right)) return new PointResult.Blurred();
        var result = InBalls(table, right);
        return result is PointResult.Agree agree && forReference.HasLostTerm ? agree with { HasLostTerm = true } : result;
    }

    /// <summary>Whether a number stands in either formula beside which others vanish, as 1 does beside exp(800): then values that agree in all usual digits may differ further down.</summary>
    public bool HasFarNumbers => Subexpressions.All(answer).Concat(Subexpressions.All(reference)).Any(node =>
        node is Expression.Number { Value: >= Far or (> 0 and < Near) } or Expression.Number { Text.Length: > ManyDigits });

    /// <summary>The values at a point where they may differ in far more digits than usual; open where they could not be worked out in reasonable time.</summary>
    public PointResult FarDown(Assignment inputs)
    {
        var (table, budget) = (new InputTable<Ball<FarDigits>>(inputs), new EvaluationBudget(FarOperations));
        var (forReference, forAnswer) = (new Evaluator<Ball<FarDigits>>(table, budget), new Evaluator<Ball<FarDigits>>(table, budget));
        var (right, left) = (forReference.Evaluate(reference), forAnswer.Evaluate(answer));
        if (forReference.Fault is not null || forAnswer.Fault is not null || left.Rows != right.Rows || left.Columns != right.Columns) return new PointResult.Open();
        return Enumerable.Range(0, right.Count).Any(k => Ball<FarDigits>.AreApart(left[k], right[k]))
            ? Differ(left, right)
            : new PointResult.Agree(IsStrong: true, forReference.HasLostTerm || forAnswer.HasLostTerm);
    }

    /// <summary>Both values at a point where they are known to differ beyond all digits.</summary>
    public PointResult.Differ Beyond(Assignment inputs)
    {
        var table = new InputTable<Ball>(inputs);
        return Differ(new Evaluator<Ball>(table, preciseBudget).Evaluate(answer), new Evaluator<Ball>(table, preciseBudget).Evaluate(reference));
    }

    /// <summary>The reference's value with more digits; null where it has none that is known.</summary>
    public Tensor<Ball>? PreciseReference(Assignment inputs)
    {
        var evaluator = new Evaluator<Ball>(new(inputs), preciseBudget);
        var right = evaluator.Evaluate(reference);
        return evaluator.Fault is null && IsKnown(right) ? right : null;
    }

    /// <param name="right">The reference's value.</param>
    public PointResult InBalls(Assignment inputs, Tensor<Ball> right) => InBalls(new InputTable<Ball>(inputs), right);

    private PointResult InBalls(InputTable<Ball> table, Tensor<Ball> right)
    {
        var forAnswer = new Evaluator<Ball>(table, preciseBudget);
        var left = forAnswer.Evaluate(answer);
        if (forAnswer.Fault is { } none)
            return none.OverBudget ? new PointResult.Open() : new PointResult.WithoutAnswer(none.Reason, right.ToValue(reference.Shape));
        if (!IsKnown(left)) return new PointResult.Open();
        if (!areOfOneKind || left.Rows != right.Rows || left.Columns != right.Columns) return Differ(left, right);
        var isStrong = true;
        for (var k = 0; k < right.Count; k++)
        {
            if (Ball.AreApart(left[k], right[k])) return Differ(left, right);
            if (Ball.SharedDigits(left[k], right[k]) < EnoughDigits && !Ball.IsTiny(left[k] - right[k])) isStrong = false;
        }

        return new PointResult.Agree(isStrong, forAnswer.HasLostTerm);
    }

    private PointResult.Differ Differ<T>(Tensor<T> left, Tensor<T> right)
        where T : struct, IReal<T> => new(WithoutNoise(left).ToValue(answer.Shape), WithoutNoise(right).ToValue(reference.Shape));

    /// <summary>0 for what may be 0: nobody learns from 3e-16.</summary>
    private static Tensor<T> WithoutNoise<T>(Tensor<T> tensor)
        where T : struct, IReal<T> => tensor.Map(entry => Math.Abs(entry.Value) <= entry.Uncertainty ? T.Exact(0) : entry);

    private static bool IsCertain(Tensor<Bounded> tensor)
    {
        for (var k = 0; k < tensor.Count; k++)
        {
            if (!double.IsFinite(tensor[k].Value) || !double.IsFinite(tensor[k].Uncertainty)) return false;
        }

        return true;
    }

    private static bool IsKnown(Tensor<Ball> tensor)
    {
        for (var k = 0; k < tensor.Count; k++)
        {
            if (!tensor[k].IsKnown) return false;
        }

        return true;
    }
}
