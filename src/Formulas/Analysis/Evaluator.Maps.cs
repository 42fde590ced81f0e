using Formulas.Expressions;
using Formulas.Functions;
using Formulas.Numbers;

namespace Formulas.Analysis;

/// <summary>Generic vector maps Phi(z) = g(A z + c) and their Jacobians diag(g'(A z + c)) A.</summary>
internal sealed partial class Evaluator<T>
{
    private Tensor<T> MapCall(Expression.MapCall node)
    {
        var argument = Evaluate(node.Argument);
        if (MapOf(node.Map, argument) is not { } map) return default;
        return Entrywise(map.G, 0, map.Inner(argument));
    }

    private Tensor<T> Jacobian(Expression.Jacobian node)
    {
        var argument = Evaluate(node.Argument);
        if (MapOf(node.Map, argument) is not { } map) return default;
        var slopes = Entrywise(map.G, 1, map.Inner(argument));
        if (Fault is not null || !Spend((long)slopes.Count * argument.Count)) return default;
        var entries = new T[slopes.Count * argument.Count];
        for (var row = 0; row < slopes.Count; row++)
        {
            for (var column = 0; column < argument.Count; column++)
            {
                var factor = map.A is { } matrix ? matrix[row, column] : T.Exact(row == column ? 1 : 0);
                entries[(row * argument.Count) + column] = slopes[row] * factor;
            }
        }

        return new(slopes.Count, argument.Count, entries);
    }

    private ConcreteMap? MapOf(string name, Tensor<T> argument)
    {
        if (Fault is not null) return null;
        var (function, a, c) = inputs.ValueOf(name) switch
        {
            Value.ScalarFunction scalar => (scalar.Name, null, null),
            Value.VectorMap map => (map.G, map.A, map.C),
            _ => (null, null, null),
        };
        if (function is null || ScalarFunctions<T>.Find(function) is not { } row)
        {
            Fail(EvaluationFault.NoValue(name));
            return null;
        }

        if ((a is not null && a.Columns != argument.Count) || (c is not null && c.Entries.Count != (a?.Rows ?? argument.Count)))
        {
            Fail(EvaluationFault.WrongShape(name));
            return null;
        }

        return Spend((a?.Entries.Count ?? 0) + (c?.Entries.Count ?? 0))
            ? new(
                row,
                a is null ? null : new(a.Rows, a.Columns, InputTable<T>.Exact(a.Entries.AsSpan())),
                c is null ? null : Tensor<T>.Vector(InputTable<T>.Exact(c.Entries.AsSpan())))
            : null;
    }

    private sealed record ConcreteMap(ScalarFunction<T> G, Tensor<T>? A, Tensor<T>? C)
    {
        /// <summary>A z + c.</summary>
        public Tensor<T> Inner(Tensor<T> z)
        {
            var product = A is { } matrix ? TensorArithmetic<T>.Matrix(matrix, z) : z;
            return C is { } offset ? TensorArithmetic<T>.Add(AdditiveOperator.Add, product, offset) : product;
        }
    }
}
