using Formulas.Expressions;
using Formulas.Numbers;

namespace Formulas.Analysis;

/// <summary>Derivatives of formulas by dual numbers: exact but for rounding.</summary>
public static class Differentiation
{
    /// <summary>The gradient of a scalar formula by one input; the value has the input's shape.</summary>
    /// <param name="symbol">A scalar, vector or matrix among the inputs.</param>
    public static Outcome Gradient(Expression expression, Assignment at, string symbol)
    {
        if (at.Values.GetValueOrDefault(symbol) is not { } value || !TryShape(value, out var shape))
            return Evaluation.ToOutcome(EvaluationFault.NoValue(symbol));
        var budget = new EvaluationBudget(EvaluationBudget.Default);
        var table = new InputTable<Dual<PlainReal>>(at);
        if (!table.TryConvert(value, shape, out var input)) return Evaluation.ToOutcome(EvaluationFault.WrongShape(symbol));
        var partials = new PlainReal[input.Count];
        for (var k = 0; k < partials.Length; k++)
        {
            table.Replace(symbol, input.WithEntry(k, Dual<PlainReal>.Variable(input[k].Primal)));
            var evaluator = new Evaluator<Dual<PlainReal>>(table, budget);
            var result = evaluator.Evaluate(expression).Scalar;
            if (evaluator.Fault is { } fault) return Evaluation.ToOutcome(fault);
            if (!double.IsFinite(result.Value) || !double.IsFinite(result.Tangent.Value))
                return new Outcome.Undefined(evaluator.Overflow ?? "a derivative that is not finite");
            partials[k] = result.Tangent;
        }

        var gradient = input.IsScalar ? new Tensor<PlainReal>(partials[0]) : new(input.Rows, input.Columns, partials);
        return new Outcome.Known(gradient.ToValue(shape));
    }

    /// <summary>The gradient with a bound on the rounding error of every entry; ill-conditioned losses have wide ones.</summary>
    /// <inheritdoc cref="Gradient" path="/param"/>
    public static BoundedOutcome GradientWithBound(Expression expression, Assignment at, string symbol)
    {
        if (at.Values.GetValueOrDefault(symbol) is not { } value || !TryShape(value, out var shape))
            return Evaluation.ToBoundedOutcome(EvaluationFault.NoValue(symbol));
        var budget = new EvaluationBudget(EvaluationBudget.Default);
        var table = new InputTable<Dual<Bounded>>(at);
        if (!table.TryConvert(value, shape, out var input)) return Evaluation.ToBoundedOutcome(EvaluationFault.WrongShape(symbol));
        var partials = new Bounded[input.Count];
        for (var k = 0; k < partials.Length; k++)
        {
            table.Replace(symbol, input.WithEntry(k, Dual<Bounded>.Variable(input[k].Primal)));
            var evaluator = new Evaluator<Dual<Bounded>>(table, budget);
            var result = evaluator.Evaluate(expression).Scalar;
            if (evaluator.Fault is { } fault) return Evaluation.ToBoundedOutcome(fault);
            partials[k] = result.Tangent;
        }

        var gradient = input.IsScalar ? new Tensor<Bounded>(partials[0]) : new(input.Rows, input.Columns, partials);
        return Evaluation.WithBounds(gradient, shape, null);
    }

    /// <summary>The concrete shape of a value that can be differentiated by; false for functions, maps and truths.</summary>
    internal static bool TryShape(Value value, out Shape shape)
    {
        (var known, shape) = value switch
        {
            Value.Scalar => (true, Shape.Scalar),
            Value.Vector vector => (true, new Shape.VectorShape(Size.Literal(vector.Entries.Count))),
            Value.Matrix matrix => (true, new Shape.MatrixShape(Size.Literal(matrix.Rows), Size.Literal(matrix.Columns))),
            Value.Truth or Value.ScalarFunction or Value.Named or Value.VectorMap => (false, Shape.Scalar),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
        return known;
    }
}
