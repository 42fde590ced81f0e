using Formulas.Expressions;
using Formulas.Numbers;
using Formulas.Text;

namespace Formulas.Analysis;

/// <summary>Computes the value of a formula at given inputs.</summary>
public static class Evaluation
{
    /// <summary>In plain doubles. Comparisons are taken as the doubles have them.</summary>
    /// <param name="inputs">A value for every symbol the formula names, derived ones included, and a number for every size.</param>
    public static Outcome Evaluate(Expression expression, Assignment inputs) => Evaluate(expression, inputs, new(EvaluationBudget.Default));

    /// <param name="budget">What several evaluations may cost together.</param>
    public static Outcome Evaluate(Expression expression, Assignment inputs, EvaluationBudget budget) => Evaluate<PlainReal>(expression, inputs, budget);

    /// <summary>With every step rounded to single precision, as a program that calculates in 32 bits would have it.</summary>
    /// <inheritdoc cref="Evaluate(Expression, Assignment, EvaluationBudget)" path="/param"/>
    public static Outcome EvaluateInSinglePrecision(Expression expression, Assignment inputs, EvaluationBudget budget) =>
        Evaluate<SingleReal>(expression, inputs, budget);

    private static Outcome Evaluate<T>(Expression expression, Assignment inputs, EvaluationBudget budget)
        where T : struct, IReal<T>
    {
        var evaluator = new Evaluator<T>(new(inputs), budget);
        var tensor = evaluator.Evaluate(expression);
        if (evaluator.Fault is { } fault) return ToOutcome(fault);
        for (var k = 0; k < tensor.Count; k++)
        {
            if (!double.IsFinite(tensor[k].Value)) return new Outcome.Undefined(evaluator.Overflow ?? "overflow");
        }

        return new Outcome.Known(tensor.ToValue(expression.Shape));
    }

    /// <summary>With a bound on the rounding error of every entry; see <see cref="Bounded"/>.</summary>
    /// <inheritdoc cref="Evaluate(Expression, Assignment)" path="/param"/>
    public static BoundedOutcome EvaluateWithBound(Expression expression, Assignment inputs) =>
        EvaluateWithBound(expression, inputs, new(EvaluationBudget.Default));

    /// <summary>The same with more digits than doubles have (see <see cref="Ball"/>), which settles what rounding leaves open; far slower.</summary>
    /// <inheritdoc cref="Evaluate(Expression, Assignment)" path="/param"/>
    public static BoundedOutcome EvaluateWithMoreDigits(Expression expression, Assignment inputs)
    {
        var evaluator = new Evaluator<Ball>(new(inputs), new(EvaluationBudget.Precise));
        var tensor = evaluator.Evaluate(expression);
        return evaluator.Fault is { } fault ? ToBoundedOutcome(fault) : WithBounds(tensor, expression.Shape, evaluator.Overflow);
    }

    /// <param name="budget">What several evaluations may cost together.</param>
    internal static BoundedOutcome EvaluateWithBound(Expression expression, Assignment inputs, EvaluationBudget budget)
    {
        var evaluator = new Evaluator<Bounded>(new(inputs), budget);
        var tensor = evaluator.Evaluate(expression);
        return evaluator.Fault is { } fault ? ToBoundedOutcome(fault) : WithBounds(tensor, expression.Shape, evaluator.Overflow);
    }

    internal static Outcome ToOutcome(EvaluationFault fault) =>
        fault.OverBudget ? new Outcome.OverBudget(fault.Reason) : new Outcome.Undefined(fault.Reason);

    internal static BoundedOutcome ToBoundedOutcome(EvaluationFault fault) =>
        fault.OverBudget ? new BoundedOutcome.OverBudget(fault.Reason) : new BoundedOutcome.Undefined(fault.Reason);

    internal static BoundedOutcome WithBounds<T>(Tensor<T> tensor, Shape shape, string? overflow)
        where T : struct, IReal<T>
    {
        var bounds = new double[tensor.Count];
        var numbers = new T[tensor.Count];
        for (var k = 0; k < bounds.Length; k++)
        {
            var entry = tensor[k];
            if (double.IsInfinity(entry.Value) && entry.Uncertainty == 0) return new BoundedOutcome.Undefined(overflow ?? "overflow");
            var open = !double.IsFinite(entry.Value) || !double.IsFinite(entry.Uncertainty)
                || (shape is Shape.TruthShape && entry.Uncertainty != 0);
            bounds[k] = open ? double.PositiveInfinity : entry.Uncertainty;
            numbers[k] = double.IsFinite(entry.Value) ? entry : T.Exact(0);
        }

        var values = tensor.IsScalar ? new Tensor<T>(numbers[0]) : new(tensor.Rows, tensor.Columns, numbers);
        return new BoundedOutcome.Known(values.ToValue(shape), EquatableList.Create<double>(bounds));
    }
}
