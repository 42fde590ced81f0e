using Formulas.Text;

namespace Formulas.Expressions;

/// <summary>
/// A formula after its names were resolved and its shapes checked. The family is closed: every pass is one switch over it.
/// Sizes and shapes agree by construction (the binder is the only maker), so evaluation need not check them again.
/// Spans are not kept here, so that equal formulas are equal values.
/// </summary>
/// <param name="Shape">The shape of the value.</param>
public abstract record Expression(Shape Shape)
{
    /// <summary>A number as written; <paramref name="Text"/> keeps the digits for showing it back.</summary>
    public sealed record Number(double Value, string Text) : Expression(Shape.Scalar);

    /// <summary>pi or e, Euler's number.</summary>
    public sealed record Constant(MathConstant Which) : Expression(Shape.Scalar);

    /// <summary>An input or derived symbol as a whole.</summary>
    public sealed record Reference(string Name, Shape Shape) : Expression(Shape);

    /// <summary>A size used as a number.</summary>
    public sealed record SizeOf(Size Size) : Expression(Shape.Scalar);

    /// <summary>The running index of an enclosing <see cref="Repeated"/>.</summary>
    public sealed record BoundIndex(string Name) : Expression(Shape.Scalar);

    /// <summary>One entry of a vector (one index) or matrix (two). <paramref name="FirstIndices"/> says what each axis counts from.</summary>
    public sealed record Entry(Expression Source, EquatableList<Expression> Indices, EquatableList<int> FirstIndices)
        : Expression(Shape.Scalar);

    /// <summary>Row i of a matrix, as a column vector (w_i is a vector wherever it is written).</summary>
    public sealed record RowOf(Expression Source, Expression Index, int FirstIndex, Shape Shape) : Expression(Shape);

    /// <summary>Column j of a matrix, as a column vector.</summary>
    public sealed record ColumnOf(Expression Source, Expression Index, int FirstIndex, Shape Shape) : Expression(Shape);

    public sealed record Negate(Expression Operand) : Expression(Operand.Shape);

    public sealed record Transpose(Expression Operand, Shape Shape) : Expression(Shape);

    /// <summary>Sum or difference. A scalar beside a vector or matrix is added to every entry.</summary>
    public sealed record Additive(AdditiveOperator Operator, Expression Left, Expression Right, Shape Shape) : Expression(Shape);

    /// <summary>A product, in the one reading that the shapes (or the operator written) allow.</summary>
    public sealed record Product(ProductKind Kind, Expression Left, Expression Right, Shape Shape) : Expression(Shape);

    /// <summary>
    /// Division by a scalar; entry by entry where the divisor is a vector or matrix of the same shape; a scalar divided by
    /// a vector or matrix is divided by each entry (<c>1/(1 + exp(-X w))</c>).
    /// </summary>
    public sealed record Quotient(Expression Left, Expression Right, Shape Shape) : Expression(Shape);

    /// <summary>A scalar power, a whole power of a square matrix, or the powers of every entry where a vector or row is the base or the exponent.</summary>
    public sealed record Power(Expression Base, Expression Exponent, Shape Shape) : Expression(Shape);

    /// <summary>A built-in function (a row of the function table), or its derivative of the given order (scalar functions only).</summary>
    public sealed record Call(string Function, int DerivativeOrder, EquatableList<Expression> Arguments, Shape Shape) : Expression(Shape);

    /// <summary>A generic scalar function g, g' or g'' of the part, entry by entry on vectors and matrices.</summary>
    public sealed record GenericCall(string Function, int DerivativeOrder, Expression Argument) : Expression(Argument.Shape);

    /// <summary>Phi(z).</summary>
    public sealed record MapCall(string Map, Expression Argument, Shape Shape) : Expression(Shape);

    /// <summary>J_Phi(z), the matrix with entry (r, c) = dPhi_r/dz_c.</summary>
    public sealed record Jacobian(string Map, Expression Argument, Shape Shape) : Expression(Shape);

    /// <summary>A sum or product over a running index, both ends included; empty ranges give 0 and 1.</summary>
    public sealed record Repeated(RepeatedOperator Operator, string Index, Expression From, Expression To, Expression Body)
        : Expression(Body.Shape);

    /// <summary>The value of the first branch whose condition holds.</summary>
    public sealed record Cases(EquatableList<Branch> Branches, Expression Otherwise, Shape Shape) : Expression(Shape);

    /// <summary>A chain of comparisons of scalars or truth: <c>0 &lt; a &lt;= 1</c> is a conjunction of two.</summary>
    public sealed record Comparison(ComparisonOperator Operator, Expression Left, Expression Right) : Expression(Shape.Truth);

    public sealed record Logical(LogicalOperator Operator, Expression Left, Expression Right) : Expression(Shape.Truth);

    public sealed record Not(Expression Operand) : Expression(Shape.Truth);

    /// <summary>1[condition]: 1 where it holds, else 0.</summary>
    public sealed record Indicator(Expression Condition) : Expression(Shape.Scalar);

    /// <summary>[a, b, c], a vector of scalars.</summary>
    public sealed record VectorLiteral(EquatableList<Expression> Entries, Shape Shape) : Expression(Shape);

    /// <summary>[[a, b], [c, d]], a matrix of scalars, row by row.</summary>
    public sealed record MatrixLiteral(EquatableList<EquatableList<Expression>> Rows, Shape Shape) : Expression(Shape);

    /// <summary>An own abbreviation, evaluated once: z = ...; body. Kept as a node, so that abbreviations that double do not grow the tree.</summary>
    public sealed record Let(string Name, Expression Value, Expression Body) : Expression(Body.Shape);

    /// <summary>The value of an enclosing <see cref="Let"/>.</summary>
    public sealed record LetReference(string Name, Shape Shape) : Expression(Shape);
}

public sealed record Branch(Expression Condition, Expression Value);

public enum MathConstant
{
    Pi,
    E,
}

public enum AdditiveOperator
{
    Add,
    Subtract,
}

/// <summary>The readings of a product.</summary>
public enum ProductKind
{
    /// <summary>A scalar times anything.</summary>
    Scale,

    /// <summary>v . w of two vectors: a scalar.</summary>
    Inner,

    /// <summary>v w^T: a matrix. The right operand is the row (a <see cref="Expression.Transpose"/>), so it prints as written.</summary>
    Outer,

    /// <summary>Any product by matrix multiplication: matrix by matrix, matrix by vector, row by matrix, row by vector.</summary>
    Matrix,

    /// <summary>Entry by entry, of equal shapes.</summary>
    Entrywise,
}

public enum RepeatedOperator
{
    Sum,
    Product,
}

public enum ComparisonOperator
{
    Less,
    LessOrEqual,
    Greater,
    GreaterOrEqual,
    Equal,
    NotEqual,
}

public enum LogicalOperator
{
    And,
    Or,
}
