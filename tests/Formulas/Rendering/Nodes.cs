using Formulas.Expressions;

namespace Formulas.Tests.Rendering;

/// <summary>One expression of every kind of node, so that no pass forgets one.</summary>
internal static class Nodes
{
    private static readonly Size N = Size.Named("n");

    private static readonly Shape Vector = new Shape.VectorShape(N);

    private static readonly Shape Matrix = new Shape.MatrixShape(N, N);

    private static readonly Expression One = new Expression.Number(1, "1");

    private static readonly Expression A = new Expression.Reference("a", Shape.Scalar);

    private static readonly Expression X = new Expression.Reference("x", Vector);

    private static readonly Expression W = new Expression.Reference("W", Matrix);

    private static readonly Expression Less = new Expression.Comparison(ComparisonOperator.Less, A, One);

    public static IReadOnlyList<Expression> All { get; } =
    [
        One, new Expression.Number(0.001, "1e-3"), new Expression.Constant(MathConstant.Pi), new Expression.Constant(MathConstant.E),
        A, new Expression.SizeOf(N), new Expression.SizeOf(new Size("L", 1)), new Expression.BoundIndex("i"),
        new Expression.Entry(X, [One], [1]), new Expression.Entry(W, [One, A], [1, 1]), new Expression.RowOf(W, One, 1, Vector),
        new Expression.ColumnOf(W, One, 1, Vector), new Expression.Negate(A), new Expression.Transpose(W, Matrix),
        new Expression.Additive(AdditiveOperator.Subtract, A, One, Shape.Scalar),
        new Expression.Product(ProductKind.Scale, A, X, Vector), new Expression.Product(ProductKind.Inner, X, X, Shape.Scalar),
        new Expression.Product(ProductKind.Outer, X, X, Matrix), new Expression.Product(ProductKind.Matrix, W, X, Vector),
        new Expression.Product(ProductKind.Entrywise, X, X, Vector), new Expression.Quotient(A, One, Shape.Scalar),
        new Expression.Quotient(X, X, Vector), new Expression.Power(A, One, Shape.Scalar), new Expression.Call("tanh", 1, [A], Shape.Scalar),
        new Expression.Call("norm", 0, [X], Shape.Scalar), new Expression.Call("abs", 0, [A], Shape.Scalar),
        new Expression.Call("sqrt", 0, [A], Shape.Scalar), new Expression.Call("inv", 0, [W], Matrix), new Expression.GenericCall("g", 2, X),
        new Expression.MapCall("Phi", X, Vector), new Expression.Jacobian("Phi", X, Matrix),
        new Expression.Repeated(RepeatedOperator.Product, "i", One, new Expression.SizeOf(N), A),
        new Expression.Cases([new Branch(Less, A)], One, Shape.Scalar), Less, new Expression.Logical(LogicalOperator.And, Less, Less),
        new Expression.Logical(LogicalOperator.Or, Less, Less), new Expression.Not(Less), new Expression.Indicator(Less),
        new Expression.VectorLiteral([A, One], new Shape.VectorShape(Size.Literal(2))),
        new Expression.MatrixLiteral([[A, One]], new Shape.MatrixShape(Size.Literal(1), Size.Literal(2))),
        new Expression.Let("z", A, new Expression.LetReference("z", Shape.Scalar)),
    ];
}
