using System.Diagnostics;
using System.Runtime.CompilerServices;
using Formulas.Expressions;
using Formulas.Functions;
using Formulas.Numbers;

namespace Formulas.Analysis;

/// <summary>Built-in functions, generic functions and generic maps.</summary>
internal sealed partial class Evaluator<T>
{
    /// <summary>Every order doubles the work, and no worksheet asks for more than the second.</summary>
    private const int HighestOrder = 6;

    private Tensor<T> Call(Expression.Call node)
    {
        if (ScalarFunctions<T>.Find(node.Function) is { } scalar)
            return Entrywise(scalar, node.DerivativeOrder, Evaluate(node.Arguments[0]));
        return node.Function switch
        {
            "max" or "min" => Extremum(node),
            "sum" => Reduced(node, T.Exact(0), static (total, entry) => total + entry),
            "prod" => Reduced(node, T.Exact(1), static (total, entry) => total * entry),
            "norm" => Norm(node),
            "softmax" => Softmax(node),
            "tr" => Trace(node),
            "det" => Determinant(node),
            "inv" => Inverse(node),
            "diag" => Diagonal(node),
            "eye" => Identity(node),
            "ones" => Filled(Count(node.Arguments[0]), node.Arguments.Count == 1 ? 1 : Count(node.Arguments[1]), T.Exact(1)),
            "onehot" => OneHot(node),
            _ => throw new UnreachableException($"The function table has no row named {node.Function}."),
        };
    }

    private Tensor<T> GenericCall(Expression.GenericCall node)
    {
        if (inputs.ValueOf(node.Function) is not Value.ScalarFunction { Name: var name } || ScalarFunctions<T>.Find(name) is not { } row)
            return Fail(EvaluationFault.NoValue(node.Function));
        return Entrywise(row, node.DerivativeOrder, Evaluate(node.Argument));
    }

    private Tensor<T> Entrywise(ScalarFunction<T> function, int order, Tensor<T> argument)
    {
        if (Fault is not null || !Spend((long)argument.Count << Math.Min(order, HighestOrder))) return default;
        if (order > HighestOrder) return Fail(EvaluationFault.TooManyOperations);
        if (argument.IsScalar) return Apply(function, order, argument.Scalar);
        var entries = new T[argument.Count];
        for (var k = 0; k < entries.Length; k++) entries[k] = Apply(function, order, argument[k]);
        return new(argument.Rows, argument.Columns, entries);
    }

    private T Apply(ScalarFunction<T> function, int order, T argument)
    {
        if (IsOutside(function.Domain, order, argument))
        {
            var name = order == 0 ? function.Name : $"{function.Name}{new string('\'', order)}";
            return Fail(EvaluationFault.OutOfDomain(name, argument.Value)).Scalar;
        }

        var result = order switch
        {
            0 => function.Value(argument),
            1 => function.Derivative(argument),
            _ => HigherDerivative<T>(function.Name, order, argument),
        };
        return Watch(result, function.Name, argument.Value);
    }

    /// <summary>The derivative of the derivative, by dual numbers over the same numbers.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static TNumber HigherDerivative<TNumber>(string function, int order, TNumber argument)
        where TNumber : struct, IReal<TNumber>
    {
        if (order == 1) return ScalarFunctions<TNumber>.Find(function)!.Derivative(argument);
        return HigherDerivative(function, order - 1, Dual<TNumber>.Variable(argument)).Tangent;
    }

    /// <summary>True where the whole uncertainty interval lies outside the domain. Derivatives have no value at its edges.</summary>
    private static bool IsOutside(FunctionDomain domain, int order, T argument)
    {
        if (double.IsNaN(argument.Value)) return false;
        var (low, high) = (argument.Value - argument.Uncertainty, argument.Value + argument.Uncertainty);
        return domain switch
        {
            FunctionDomain.Everywhere => false,
            FunctionDomain.Positive => high <= 0,
            FunctionDomain.NotNegative => order == 0 ? high < 0 : high <= 0,
            FunctionDomain.UnitInterval => order == 0 ? low > 1 || high < -1 : low >= 1 || high <= -1,
            FunctionDomain.OpenUnitInterval => low >= 1 || high <= -1,
            FunctionDomain.AtLeastOne => order == 0 ? high < 1 : high <= 1,
            FunctionDomain.NotZero => low == 0 && high == 0,
            _ => throw new UnreachableException(),
        };
    }

    private Tensor<T> Extremum(Expression.Call node)
    {
        var max = node.Function == "max";
        var first = Evaluate(node.Arguments[0]);
        if (!Spend(first.Count) || first.Count == 0) return Fault is null ? Fail(EvaluationFault.Undefined($"{node.Function} of nothing")) : default;
        if (node.Arguments.Count > 1) return ExtremumOfSeveral(node, max, first);
        var result = first[0];
        for (var k = 1; k < first.Count; k++) result = Extreme(max, result, first[k]);
        return result;
    }

    /// <summary>Entry by entry; a scalar counts for every entry.</summary>
    private Tensor<T> ExtremumOfSeveral(Expression.Call node, bool max, Tensor<T> result)
    {
        for (var at = 1; at < node.Arguments.Count; at++)
        {
            var next = Evaluate(node.Arguments[at]);
            if (Fault is not null || !Spend(Math.Max(result.Count, next.Count))) return default;
            if (result.IsScalar && next.IsScalar)
            {
                result = Extreme(max, result.Scalar, next.Scalar);
                continue;
            }

            var larger = result.Count >= next.Count ? result : next;
            var entries = new T[larger.Count];
            for (var k = 0; k < entries.Length; k++) entries[k] = Extreme(max, result.IsScalar ? result.Scalar : result[k], next.IsScalar ? next.Scalar : next[k]);
            result = new(larger.Rows, larger.Columns, entries);
        }

        return result;
    }

    private static T Extreme(bool max, T left, T right) => max ? T.Max(left, right) : T.Min(left, right);

    private Tensor<T> Reduced(Expression.Call node, T start, Func<T, T, T> step)
    {
        var argument = Evaluate(node.Arguments[0]);
        if (!Spend(argument.Count)) return default;
        var result = start;
        for (var k = 0; k < argument.Count; k++) result = step(result, argument[k]);
        return result;
    }

    private Tensor<T> Norm(Expression.Call node)
    {
        var argument = Evaluate(node.Arguments[0]);
        if (!Spend(2L * argument.Count)) return default;
        var sum = T.Exact(0);
        for (var k = 0; k < argument.Count; k++) sum += argument[k] * argument[k];
        return Watch(T.Sqrt(sum), "norm", sum.Value);
    }

    private Tensor<T> Softmax(Expression.Call node)
    {
        var argument = Evaluate(node.Arguments[0]);
        if (Fault is not null || !Spend(3L * argument.Count)) return default;
        // Any shift leaves the value as it is; the largest entry keeps exp within range.
        var largest = double.NegativeInfinity;
        for (var k = 0; k < argument.Count; k++) largest = Math.Max(largest, argument[k].Value);
        var shift = T.Exact(largest);
        var sum = T.Exact(0);
        var entries = new T[argument.Count];
        for (var k = 0; k < entries.Length; k++)
        {
            entries[k] = T.Exp(argument[k] - shift);
            sum += entries[k];
        }

        for (var k = 0; k < entries.Length; k++) entries[k] /= sum;
        return new(argument.Rows, argument.Columns, entries);
    }

    private Tensor<T> Trace(Expression.Call node)
    {
        var argument = Evaluate(node.Arguments[0]);
        var sum = T.Exact(0);
        for (var k = 0; k < argument.Rows; k++) sum += argument[k, k];
        return sum;
    }

    private Tensor<T> Determinant(Expression.Call node)
    {
        var argument = Evaluate(node.Arguments[0]);
        var squared = (long)argument.Count * argument.Count;
        return Fault is null && Spend(squared) ? MatrixFunctions<T>.Determinant(argument) : default(Tensor<T>);
    }

    private Tensor<T> Inverse(Expression.Call node)
    {
        var argument = Evaluate(node.Arguments[0]);
        if (Fault is not null || !Spend(2L * argument.Count * argument.Rows)) return default;
        return MatrixFunctions<T>.Inverse(argument) ?? Fail(EvaluationFault.SingularInverse);
    }

    private Tensor<T> Diagonal(Expression.Call node)
    {
        var argument = Evaluate(node.Arguments[0]);
        if (Fault is not null) return default;
        if (node.Arguments[0].Shape is Shape.MatrixShape)
        {
            var diagonal = new T[Math.Min(argument.Rows, argument.Columns)];
            for (var k = 0; k < diagonal.Length; k++) diagonal[k] = argument[k, k];
            return Tensor<T>.Vector(diagonal);
        }

        var count = argument.Count;
        if (!Spend((long)count * count)) return default;
        var entries = new T[count * count];
        Array.Fill(entries, T.Exact(0));
        for (var k = 0; k < count; k++) entries[k * (count + 1)] = argument[k];
        return new(count, count, entries);
    }

    private Tensor<T> Identity(Expression.Call node)
    {
        var count = Count(node.Arguments[0]);
        return Fault is null && Spend((long)count * count) ? MatrixFunctions<T>.Identity(count) : default;
    }

    private Tensor<T> OneHot(Expression.Call node)
    {
        var count = Count(node.Arguments[1]);
        var place = Place(node.Arguments[0], 1, count, "a vector with {0} entries");
        var zeros = Filled(count, 1, T.Exact(0));
        return Fault is null ? zeros.WithEntry(place, T.Exact(1)) : default;
    }

    /// <summary>A size given as an argument; 0, and a fault, where it is no usable one.</summary>
    private int Count(Expression size)
    {
        var count = Evaluate(size).Scalar.Value;
        if (Fault is not null) return 0;
        if (Elementary.IsWhole(count) && count is >= 0 and <= 100_000) return (int)count;
        Fail(count > 100_000
            ? EvaluationFault.TooManyOperations
            : EvaluationFault.Undefined($"a size of {EvaluationFault.Show(count)}"));
        return 0;
    }
}
