using System.Reflection;
using Formulas.Expressions;
using static Formulas.Tests.Generation.Build;

namespace Formulas.Tests.Generation;

/// <summary>One well-shaped example of each kind of node, over <see cref="WellShaped.Scope"/>, so that a pass can be fed them all.</summary>
internal static class EveryNode
{
    private static readonly Expression Zero = Number(0);
    private static readonly Expression One = Number(1);
    private static readonly Expression Holds = Compare(Scalar("a"), ComparisonOperator.LessOrEqual, Scalar("a"));
    private static readonly Expression Size = new Expression.SizeOf(Expressions.Size.Named("n"));

    public static IReadOnlyList<Expression> Examples { get; } =
    [
        One,
        new Expression.Constant(MathConstant.Pi),
        Scalar("a"),
        Size,
        new Expression.Entry(Vector("v"), [Scalar("i")], [1]),
        new Expression.Entry(Matrix("A"), [Scalar("i"), One], [1, 1]),
        new Expression.RowOf(Matrix("A"), Scalar("i"), 1, VectorN),
        new Expression.ColumnOf(Matrix("A"), Scalar("i"), 1, VectorN),
        new Expression.Negate(Vector("v")),
        new Expression.Transpose(Vector("v"), new Shape.RowShape(Expressions.Size.Named("n"))),
        Add(Scalar("a"), Vector("v")),
        Inner(Vector("v"), Vector("w")),
        new Expression.Product(ProductKind.Outer, Vector("v"), Vector("w"), MatrixNN),
        new Expression.Product(ProductKind.Matrix, new Expression.Transpose(Vector("v"), new Shape.RowShape(Expressions.Size.Named("n"))), Vector("w"), Shape.Scalar),
        Over(Vector("v"), Number(2)),
        ToThe(Scalar("a"), Number(2)),
        new Expression.Power(Matrix("A"), Number(2), MatrixNN),
        Call("tanh", Vector("v"), 1),
        Call("max", Shape.Scalar, Scalar("a"), Scalar("b")),
        Call("max", Shape.Scalar, Vector("v")),
        Call("min", Shape.Scalar, Vector("v")),
        Call("sum", Shape.Scalar, Vector("v")),
        Call("prod", Shape.Scalar, Vector("v")),
        Call("norm", Shape.Scalar, Vector("v")),
        Call("softmax", VectorN, Vector("v")),
        Call("tr", Shape.Scalar, Matrix("A")),
        Call("det", Shape.Scalar, Matrix("A")),
        Call("inv", MatrixNN, Call("eye", MatrixNN, Size)),
        Call("diag", MatrixNN, Vector("v")),
        Call("diag", VectorN, Matrix("A")),
        Call("eye", MatrixNN, Size),
        Call("ones", VectorN, Size),
        Call("onehot", VectorN, Scalar("i"), Size),
        new Expression.GenericCall("g", 1, Vector("v")),
        new Expression.MapCall("Phi", Vector("v"), VectorN),
        new Expression.Jacobian("Phi", Vector("v"), MatrixNN),
        SumOver("k", One, Size, new Expression.BoundIndex("k")),
        new Expression.Cases([new Branch(Holds, Scalar("a"))], Zero, Shape.Scalar),
        Holds,
        new Expression.Logical(LogicalOperator.And, Holds, Holds),
        new Expression.Not(Holds),
        new Expression.Indicator(Holds),
        new Expression.VectorLiteral([Scalar("a"), One], new Shape.VectorShape(Expressions.Size.Literal(2))),
        new Expression.MatrixLiteral([[Scalar("a"), One], [Zero, One]], new Shape.MatrixShape(Expressions.Size.Literal(2), Expressions.Size.Literal(2))),
        new Expression.Let("t", Vector("v"), Inner(new Expression.LetReference("t", VectorN), Vector("w"))),
    ];

    /// <summary>The kinds of node that no example has, neither as a whole nor within.</summary>
    public static IEnumerable<string> MissingKinds() => typeof(Expression)
        .GetNestedTypes(BindingFlags.Public)
        .Except(Examples.SelectMany(Formulas.Analysis.Subexpressions.All).Select(node => node.GetType()))
        .Select(type => type.Name);
}
