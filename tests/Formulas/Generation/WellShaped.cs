using System.Globalization;
using Formulas.Expressions;
using Formulas.Text;
using FsCheck;
using FsCheck.Fluent;

namespace Formulas.Tests.Generation;

/// <summary>
/// Random formulas over one fixed scope, shaped as the binder would shape them. Literals are not negative (a minus sign is a
/// node of its own), and every literal's text is how its value is written.
/// </summary>
internal static class WellShaped
{
    private static readonly Shape VectorN = new Shape.VectorShape(Size.Named("n"));
    private static readonly Shape MatrixNN = new Shape.MatrixShape(Size.Named("n"), Size.Named("n"));

    /// <summary>The symbols: scalars a, b; vectors v, w; a matrix A; an index i; a generic function g; a map Phi.</summary>
    public static Scope Scope { get; } = new(
        [
            Variable("a", Shape.Scalar), Variable("b", Shape.Scalar),
            Variable("v", VectorN), Variable("w", VectorN), Variable("A", MatrixNN),
            new("i", SymbolKind.Index, Shape.Scalar, Domain.Reals, [], [], Size.Named("n")),
            new("g", SymbolKind.ScalarFunction, Shape.Scalar, Domain.Reals, [], []),
            new("Phi", SymbolKind.VectorMap, MatrixNN, Domain.Reals, [], []),
        ],
        ["n"],
        []);

    /// <summary>The same formulas for the same seed.</summary>
    public static IEnumerable<Expression> Scalars(int depth, ulong seed, int count) => Draw(Scalar(depth, smooth: false), seed, count);

    /// <summary>Formulas without kinks, jumps and poles, so that they may be differentiated at any inputs.</summary>
    public static IEnumerable<Expression> SmoothScalars(int depth, ulong seed, int count) => Draw(Scalar(depth, smooth: true), seed, count);

    public static IEnumerable<Expression> Vectors(int depth, ulong seed, int count) => Draw(Vector(depth, smooth: false), seed, count);

    public static IEnumerable<Expression> Truths(int depth, ulong seed, int count) => Draw(Truth(depth), seed, count);

    private static IEnumerable<Expression> Draw(Gen<Expression> generator, ulong seed, int count) =>
        generator.Sample(count, new Rnd(seed), 10);

    private static Symbol Variable(string name, Shape shape) => new(name, SymbolKind.Variable, shape, Domain.Reals, [], []);

    private static Gen<Expression> Scalar(int depth, bool smooth)
    {
        var leaf = Gen.OneOf(
            Gen.Elements(0, 0.1, 0.25, 0.5, 1, 1.7, 2, 3).Select(Number),
            Gen.Elements("a", "b").Select(name => (Expression)new Expression.Reference(name, Shape.Scalar)),
            Gen.Constant((Expression)new Expression.SizeOf(Size.Named("n"))),
            Gen.Constant((Expression)new Expression.Constant(MathConstant.Pi)));
        if (depth == 0) return leaf;
        var scalar = Scalar(depth - 1, smooth);
        var vector = Vector(depth - 1, smooth);
        var functions = smooth
            ? Gen.Elements("sin", "cos", "tanh", "sigmoid", "softplus", "atan")
            : Gen.Elements("exp", "ln", "sqrt", "abs", "sign", "sin", "cos", "tan", "sec", "csc", "cot", "asin", "acos", "atan",
                "sinh", "cosh", "tanh", "asinh", "acosh", "atanh", "log2", "log10", "sigmoid", "relu", "softplus", "step");
        List<Gen<Expression>> choices =
        [
            leaf,
            scalar.Select(x => (Expression)new Expression.Negate(x)),
            Gen.Zip(scalar, scalar, (x, y) => (Expression)new Expression.Additive(AdditiveOperator.Add, x, y, Shape.Scalar)),
            Gen.Zip(scalar, scalar, (x, y) => (Expression)new Expression.Additive(AdditiveOperator.Subtract, x, y, Shape.Scalar)),
            Gen.Zip(scalar, scalar, (x, y) => (Expression)new Expression.Product(ProductKind.Scale, x, y, Shape.Scalar)),
            Gen.Zip(vector, vector, (x, y) => (Expression)new Expression.Product(ProductKind.Inner, x, y, Shape.Scalar)),
            scalar.Select(x => (Expression)new Expression.Power(x, Number(2), Shape.Scalar)),
            Gen.Zip(functions, scalar, (name, x) => (Expression)new Expression.Call(name, 0, [x], Shape.Scalar)),
            scalar.Select(x => (Expression)new Expression.GenericCall("g", 1, x)),
            vector.Select(x => (Expression)new Expression.Call("sum", 0, [x], Shape.Scalar)),
            vector.Select(x => (Expression)new Expression.Entry(x, [new Expression.Reference("i", Shape.Scalar)], [1])),
            vector.Select(x => (Expression)new Expression.Repeated(RepeatedOperator.Sum, "k", Number(1), new Expression.SizeOf(Size.Named("n")),
                new Expression.Power(new Expression.Entry(x, [new Expression.BoundIndex("k")], [1]), Number(2), Shape.Scalar))),
            scalar.Select(x => (Expression)new Expression.Let("t", x, new Expression.Product(
                ProductKind.Scale, new Expression.LetReference("t", Shape.Scalar), new Expression.LetReference("t", Shape.Scalar), Shape.Scalar))),
        ];
        if (!smooth)
        {
            choices.Add(Gen.Zip(scalar, scalar, (x, y) => (Expression)new Expression.Quotient(x, y, Shape.Scalar)));
            choices.Add(Gen.Zip(scalar, scalar, (x, y) => (Expression)new Expression.Power(x, y, Shape.Scalar)));
            choices.Add(Gen.Zip(scalar, scalar, (x, y) => (Expression)new Expression.Call("max", 0, [x, y], Shape.Scalar)));
            choices.Add(Truth(depth - 1).Select(x => (Expression)new Expression.Indicator(x)));
            choices.Add(vector.Select(x => (Expression)new Expression.Call("norm", 0, [x], Shape.Scalar)));
            choices.Add(Gen.Zip(Truth(depth - 1), scalar, (condition, x) =>
                (Expression)new Expression.Cases([new Branch(condition, x)], Number(1), Shape.Scalar)));
        }

        return Gen.OneOf(choices);
    }

    private static Gen<Expression> Vector(int depth, bool smooth)
    {
        var leaf = Gen.Elements("v", "w").Select(name => (Expression)new Expression.Reference(name, VectorN));
        if (depth == 0) return leaf;
        var scalar = Scalar(depth - 1, smooth);
        var vector = Vector(depth - 1, smooth);
        var matrix = Matrix(depth - 1, smooth);
        return Gen.OneOf(
            leaf,
            vector.Select(x => (Expression)new Expression.Negate(x)),
            Gen.Zip(vector, vector, (x, y) => (Expression)new Expression.Additive(AdditiveOperator.Add, x, y, VectorN)),
            Gen.Zip(scalar, vector, (x, y) => (Expression)new Expression.Product(ProductKind.Scale, x, y, VectorN)),
            Gen.Zip(vector, vector, (x, y) => (Expression)new Expression.Product(ProductKind.Entrywise, x, y, VectorN)),
            Gen.Zip(matrix, vector, (x, y) => (Expression)new Expression.Product(ProductKind.Matrix, x, y, VectorN)),
            vector.Select(x => (Expression)new Expression.Call("tanh", 0, [x], VectorN)),
            vector.Select(x => (Expression)new Expression.Call("softmax", 0, [x], VectorN)),
            vector.Select(x => (Expression)new Expression.GenericCall("g", 0, x)),
            vector.Select(x => (Expression)new Expression.MapCall("Phi", x, VectorN)),
            matrix.Select(x => (Expression)new Expression.RowOf(x, new Expression.Reference("i", Shape.Scalar), 1, VectorN)),
            matrix.Select(x => (Expression)new Expression.ColumnOf(x, new Expression.Reference("i", Shape.Scalar), 1, VectorN)));
    }

    private static Gen<Expression> Matrix(int depth, bool smooth)
    {
        var leaf = Gen.Constant((Expression)new Expression.Reference("A", MatrixNN));
        if (depth == 0) return leaf;
        var vector = Vector(depth - 1, smooth);
        var matrix = Matrix(depth - 1, smooth);
        return Gen.OneOf(
            leaf,
            matrix.Select(x => (Expression)new Expression.Transpose(x, MatrixNN)),
            Gen.Zip(matrix, matrix, (x, y) => (Expression)new Expression.Additive(AdditiveOperator.Subtract, x, y, MatrixNN)),
            Gen.Zip(matrix, matrix, (x, y) => (Expression)new Expression.Product(ProductKind.Matrix, x, y, MatrixNN)),
            vector.Select(x => (Expression)new Expression.Jacobian("Phi", x, MatrixNN)),
            vector.Select(x => (Expression)new Expression.Call("diag", 0, [x], MatrixNN)));
    }

    private static Gen<Expression> Truth(int depth)
    {
        var scalar = Scalar(Math.Max(depth - 1, 0), smooth: false);
        var comparison = Gen.Zip(
            Gen.Elements(Enum.GetValues<ComparisonOperator>()),
            Gen.Zip(scalar, scalar, (x, y) => (x, y)),
            (comparison, pair) => (Expression)new Expression.Comparison(comparison, pair.x, pair.y));
        if (depth == 0) return comparison;
        var truth = Truth(depth - 1);
        return Gen.OneOf(
            comparison,
            truth.Select(x => (Expression)new Expression.Not(x)),
            Gen.Zip(truth, truth, (x, y) => (Expression)new Expression.Logical(LogicalOperator.And, x, y)),
            Gen.Zip(truth, truth, (x, y) => (Expression)new Expression.Logical(LogicalOperator.Or, x, y)));
    }

    private static Expression Number(double value) => new Expression.Number(value, value.ToString("R", CultureInfo.InvariantCulture));
}
