using Formulas.Expressions;
using Formulas.Numbers;

namespace Formulas.Analysis;

/// <summary>
/// Derivatives by central differences, extrapolated to step 0 (C. J. F. Ridders, Accurate computation of F'(x) and F'(x) F''(x),
/// Advances in Engineering Software 4, 1982): slow and coarse, but independent of every rule of differentiation.
/// </summary>
public static class FiniteDifferences
{
    private const int Levels = 14;

    /// <summary>How much a truncation error may exceed what two successive extrapolations differ by.</summary>
    private const double Safety = 10;

    /// <summary>
    /// The gradient of a scalar formula by one input, with the input's shape. The bounds hold the rounding errors of the
    /// formula's values, divided by the steps, and an estimate (not a proof) of the truncation error.
    /// </summary>
    public static BoundedOutcome Gradient(Expression expression, Assignment at, string symbol)
    {
        if (at.Values.GetValueOrDefault(symbol) is not { } value || !Differentiation.TryShape(value, out var shape))
            return Evaluation.ToBoundedOutcome(EvaluationFault.NoValue(symbol));
        var table = new InputTable<Bounded>(at);
        if (!table.TryConvert(value, shape, out var input)) return Evaluation.ToBoundedOutcome(EvaluationFault.WrongShape(symbol));
        var budget = new EvaluationBudget(10 * EvaluationBudget.Default);
        var partials = new Bounded[input.Count];
        for (var k = 0; k < partials.Length; k++)
        {
            var entry = k;
            EvaluationFault? fault = null;
            partials[k] = Extrapolate(input[k].Value, x =>
            {
                table.Replace(symbol, input.WithEntry(entry, Bounded.Exact(x)));
                var evaluator = new Evaluator<Bounded>(table, budget);
                var result = evaluator.Evaluate(expression).Scalar;
                fault = evaluator.Fault ?? fault;
                return evaluator.Fault is null ? result : Bounded.Unknown;
            });
            if (fault is not null && (fault.OverBudget || !double.IsFinite(partials[k].Value))) return Evaluation.ToBoundedOutcome(fault);
        }

        var gradient = input.IsScalar ? new Tensor<Bounded>(partials[0]) : new(input.Rows, input.Columns, partials);
        return Evaluation.WithBounds(gradient, shape, null);
    }

    private static Bounded Extrapolate(double x, Func<double, Bounded> function)
    {
        var step = Math.ScaleB(1, Math.Max(Math.ILogB(Math.Max(Math.Abs(x), 1)), 0) - 3);
        var above = Array.Empty<Bounded>();
        var best = Bounded.Unknown;
        var (steady, lastChange) = (0, double.PositiveInfinity);
        for (var level = 0; level < Levels; level++, step /= 2)
        {
            var row = new Bounded[level + 1];
            row[0] = Difference(x, step, function);
            // Halving the step should quarter the error; where it does not, the steps are still too wide to tell anything.
            var change = level == 0 ? double.PositiveInfinity : Math.Abs(row[0].Value - above[0].Value);
            steady = change <= (lastChange / 2) + row[0].Uncertainty ? steady + 1 : 0;
            lastChange = change;
            var factor = 1.0;
            for (var order = 1; order <= level; order++)
            {
                factor *= 4;
                row[order] = ((Bounded.Exact(factor) * row[order - 1]) - above[order - 1]) / Bounded.Exact(factor - 1);
                var truncation = Math.Max(
                    Math.Abs(row[order].Value - row[order - 1].Value), Math.Abs(row[order].Value - above[order - 1].Value));
                var bound = row[order].Uncertainty + (Safety * truncation);
                if (steady > 2 && bound < best.Uncertainty) best = new(row[order].Value, bound);
            }

            above = row;
        }

        return best;
    }

    private static Bounded Difference(double x, double step, Func<double, Bounded> function)
    {
        var (low, high) = (x - step, x + step);
        return (function(high) - function(low)) / (Bounded.Exact(high) - Bounded.Exact(low));
    }
}
