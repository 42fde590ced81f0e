using System.Diagnostics;
using Formulas.Expressions;

namespace Formulas.Rendering;

/// <summary>How tightly the outermost operator of an expression binds when it is written out, weakest first.</summary>
internal enum BindingStrength
{
    Let,
    Or,
    And,
    Not,
    Comparison,
    Sum,
    Product,
    Power,
    Atom,
}

internal static class Binding
{
    public static BindingStrength Of(Expression expression) => expression switch
    {
        Expression.Let => BindingStrength.Let,
        Expression.Logical { Operator: LogicalOperator.Or } => BindingStrength.Or,
        Expression.Logical => BindingStrength.And,
        Expression.Not => BindingStrength.Not,
        Expression.Comparison => BindingStrength.Comparison,
        Expression.Additive or Expression.Negate => BindingStrength.Sum,
        Expression.SizeOf { Size: { Name: not null, Offset: not 0 } } => BindingStrength.Sum,
        Expression.Number { Value: < 0 } => BindingStrength.Sum,
        Expression.Product or Expression.Quotient or Expression.Repeated => BindingStrength.Product,
        Expression.Power or Expression.Transpose => BindingStrength.Power,
        Expression.Number or Expression.Constant or Expression.Reference or Expression.SizeOf or Expression.BoundIndex
            or Expression.Entry or Expression.RowOf or Expression.ColumnOf or Expression.Call or Expression.GenericCall
            or Expression.MapCall or Expression.Jacobian or Expression.Cases or Expression.Indicator
            or Expression.VectorLiteral or Expression.MatrixLiteral or Expression.LetReference => BindingStrength.Atom,
        _ => throw new UnreachableException(),
    };

    /// <summary>
    /// Whether the expression ends in a sum or product sign, whose body would swallow a factor written after it:
    /// (sum x_i) y is not sum x_i y.
    /// </summary>
    public static bool EndsOpen(Expression expression) => expression switch
    {
        Expression.Repeated => true,
        Expression.Product product => EndsOpen(product.Right),
        _ => false,
    };
}
