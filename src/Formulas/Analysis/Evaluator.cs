using System.Diagnostics;
using System.Runtime.CompilerServices;
using Formulas.Expressions;
using Formulas.Functions;
using Formulas.Numbers;

namespace Formulas.Analysis;

/// <summary>
/// One evaluation of a formula in one kind of numbers. Holds the state of that run: the operations left, the running
/// indices and abbreviations in force, and the first fault met; after a fault every further step gives a meaningless scalar at once.
/// </summary>
internal sealed partial class Evaluator<T>(InputTable<T> inputs, EvaluationBudget budget)
    where T : struct, IReal<T>
{
    private Binding? scope;

    /// <summary>Why there is no value, or why the evaluation was given up; null while all is well.</summary>
    public EvaluationFault? Fault { get; private set; }

    /// <summary>The first step that left the range of doubles; a fault only where the final value is not finite.</summary>
    public string? Overflow { get; private set; }

    /// <summary>Whether a term was too small to be seen in its sum.</summary>
    public bool HasLostTerm { get; private set; }

    public Tensor<T> Evaluate(Expression expression)
    {
        if (Fault is not null) return default;
        if (!budget.Spend(1)) return Fail(EvaluationFault.TooManyOperations);
        if (!RuntimeHelpers.TryEnsureSufficientExecutionStack()) return Fail(EvaluationFault.TooDeep);
        return expression switch
        {
            Expression.Number number => T.Literal(number.Value, number.Text),
            Expression.Constant constant => constant.Which == MathConstant.Pi ? T.Pi : T.E,
            Expression.Reference reference => Input(reference),
            Expression.SizeOf size => T.Exact(SizeOf(size.Size)),
            Expression.BoundIndex index => Bound(index.Name),
            Expression.LetReference let => Bound(let.Name),
            Expression.Entry entry => EntryOf(entry),
            Expression.RowOf row => RowOf(row),
            Expression.ColumnOf column => ColumnOf(column),
            Expression.Negate negate => TensorArithmetic<T>.Negate(Evaluate(negate.Operand)),
            Expression.Transpose transpose => Evaluate(transpose.Operand).Transpose(),
            Expression.Additive additive => Sum(additive),
            Expression.Product product => Product(product),
            Expression.Quotient quotient => Quotient(quotient),
            Expression.Power power => Power(power),
            Expression.Call call => Call(call),
            Expression.GenericCall call => GenericCall(call),
            Expression.MapCall call => MapCall(call),
            Expression.Jacobian jacobian => Jacobian(jacobian),
            Expression.Repeated repeated => Repeated(repeated),
            Expression.Cases cases => Cases(cases),
            Expression.Comparison or Expression.Logical or Expression.Not => Truth(Decide(expression)),
            Expression.Indicator indicator => Truth(Decide(indicator.Condition)),
            Expression.VectorLiteral literal => VectorLiteral(literal),
            Expression.MatrixLiteral literal => MatrixLiteral(literal),
            Expression.Let let => Let(let),
            _ => throw new UnreachableException(),
        };
    }

    private Tensor<T> Fail(EvaluationFault fault)
    {
        Fault ??= fault;
        return default;
    }

    /// <summary>False, and a fault, where the budget does not hold so many more operations.</summary>
    private bool Spend(long operations)
    {
        if (budget.Spend(operations)) return true;
        Fail(EvaluationFault.TooManyOperations);
        return false;
    }

    private int SizeOf(Size size)
    {
        if (inputs.TrySize(size, out var count)) return count;
        Fail(EvaluationFault.NoValue(size.Name ?? ""));
        return 0;
    }

    private Tensor<T> Sum(Expression.Additive node)
    {
        var left = Evaluate(node.Left);
        var right = Evaluate(node.Right);
        if (left.IsScalar && right.IsScalar && T.IsLostBeside(left.Scalar, right.Scalar)) HasLostTerm = true;
        // After a fault an operand has no longer the shape of its node.
        return Fault is null && Spend(Math.Max(left.Count, right.Count)) ? TensorArithmetic<T>.Add(node.Operator, left, right) : default;
    }

    private Tensor<T> Product(Expression.Product node)
    {
        var left = Evaluate(node.Left);
        var right = Evaluate(node.Right);
        var operations = node.Kind is ProductKind.Outer or ProductKind.Matrix
            ? (long)left.Count * Math.Max(right.Columns, right.Count / Math.Max(left.Columns, 1))
            : Math.Max(left.Count, right.Count);
        return Fault is null && Spend(operations) ? TensorArithmetic<T>.Multiply(node.Kind, left, right).As(node.Shape) : default;
    }

    private Tensor<T> Quotient(Expression.Quotient node)
    {
        var left = Evaluate(node.Left);
        var right = Evaluate(node.Right);
        if (Fault is not null || !Spend(Math.Max(left.Count, right.Count))) return default;
        for (var k = 0; k < right.Count; k++)
        {
            if (right[k].Value == 0 && right[k].Uncertainty == 0) return Fail(EvaluationFault.DivisionByZero);
        }

        return TensorArithmetic<T>.Divide(left, right);
    }

    private Tensor<T> Power(Expression.Power node)
    {
        var left = Evaluate(node.Base);
        var right = Evaluate(node.Exponent);
        if (Fault is not null) return default;
        if (node.Base.Shape is Shape.MatrixShape) return MatrixPower(left, right.Scalar.Value);
        var shape = left.IsScalar ? right : left;
        if (shape.IsScalar) return ScalarPower(left.Scalar, right.Scalar);
        if (!Spend(shape.Count)) return default;
        var entries = new T[shape.Count];
        for (var k = 0; k < entries.Length; k++) entries[k] = ScalarPower(left[k], right[k]);
        return new(shape.Rows, shape.Columns, entries);
    }

    private T ScalarPower(T power, T exponent)
    {
        if (power.Value == 0 && power.Uncertainty == 0 && exponent.Value + exponent.Uncertainty < 0) Fail(EvaluationFault.Undefined("0 to a negative power"));
        if (power.Value + power.Uncertainty < 0 && HoldsNoWhole(exponent))
            Fail(EvaluationFault.Undefined("a negative number to a power that is not whole"));
        return Watch(T.Pow(power, exponent), "a power", power.Value);
    }

    private static bool HoldsNoWhole(T number) =>
        double.IsFinite(number.Value) && Math.Ceiling(number.Value - number.Uncertainty) > number.Value + number.Uncertainty;

    private Tensor<T> MatrixPower(Tensor<T> matrix, double exponent)
    {
        if (!Elementary.IsWhole(exponent) || Math.Abs(exponent) > int.MaxValue)
            return Fail(EvaluationFault.Undefined("a power of a matrix that is not whole"));
        if (!Spend((long)matrix.Count * matrix.Rows * (2 + (2 * Math.ILogB(Math.Abs(exponent) + 1))))) return default;
        if (exponent < 0)
        {
            if (MatrixFunctions<T>.Inverse(matrix) is not { } inverse) return Fail(EvaluationFault.SingularInverse);
            matrix = inverse;
        }

        var result = MatrixFunctions<T>.Identity(matrix.Rows);
        for (var rest = (int)Math.Abs(exponent); rest > 0; rest >>= 1)
        {
            if ((rest & 1) == 1) result = TensorArithmetic<T>.Matrix(result, matrix);
            if (rest > 1) matrix = TensorArithmetic<T>.Matrix(matrix, matrix);
        }

        return result;
    }

    /// <summary>Remembers the first step whose result left the doubles although its argument had not.</summary>
    private T Watch(T result, string function, double argument)
    {
        if (Overflow is null && !double.IsFinite(result.Value) && double.IsFinite(argument))
            Overflow = $"overflow in {function} of {EvaluationFault.Show(argument)}";
        return result;
    }

    private Tensor<T> VectorLiteral(Expression.VectorLiteral node)
    {
        var entries = new T[node.Entries.Count];
        for (var k = 0; k < entries.Length; k++) entries[k] = Evaluate(node.Entries[k]).Scalar;
        return node.Shape is Shape.RowShape ? new(1, entries.Length, entries) : Tensor<T>.Vector(entries);
    }

    private Tensor<T> MatrixLiteral(Expression.MatrixLiteral node)
    {
        var columns = node.Rows.Count == 0 ? 0 : node.Rows[0].Count;
        var entries = new T[node.Rows.Count * columns];
        for (var k = 0; k < entries.Length; k++) entries[k] = Evaluate(node.Rows[k / columns][k % columns]).Scalar;
        return new(node.Rows.Count, columns, entries);
    }
}
