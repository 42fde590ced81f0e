using System.Diagnostics;
using Formulas.Expressions;
using Formulas.Text;

namespace Formulas.Analysis.Mutation;

/// <summary>Formulas with pieces replaced. Shapes are kept as they were, so a replacement of another shape needs the formula read anew.</summary>
internal static class Operands
{
    /// <summary>The node over other operands, which come in the order of <see cref="Subexpressions.Of"/>.</summary>
    public static Expression Replaced(Expression node, IReadOnlyList<Expression> operands) => node switch
    {
        Expression.Number or Expression.Constant or Expression.Reference or Expression.SizeOf
            or Expression.BoundIndex or Expression.LetReference => node,
        Expression.Entry entry => entry with { Source = operands[0], Indices = operands.Skip(1).ToEquatableList() },
        Expression.RowOf row => row with { Source = operands[0], Index = operands[1] },
        Expression.ColumnOf column => column with { Source = operands[0], Index = operands[1] },
        Expression.Negate => new Expression.Negate(operands[0]),
        Expression.Transpose transpose => transpose with { Operand = operands[0] },
        Expression.Additive sum => sum with { Left = operands[0], Right = operands[1] },
        Expression.Product product => product with { Left = operands[0], Right = operands[1] },
        Expression.Quotient quotient => quotient with { Left = operands[0], Right = operands[1] },
        Expression.Power power => power with { Base = operands[0], Exponent = operands[1] },
        Expression.Call call => call with { Arguments = operands.ToEquatableList() },
        Expression.GenericCall call => new Expression.GenericCall(call.Function, call.DerivativeOrder, operands[0]),
        Expression.MapCall call => call with { Argument = operands[0] },
        Expression.Jacobian jacobian => jacobian with { Argument = operands[0] },
        Expression.Repeated repeated => new Expression.Repeated(repeated.Operator, repeated.Index, operands[0], operands[1], operands[2]),
        Expression.Cases cases => cases with { Branches = Branches(operands), Otherwise = operands[^1] },
        Expression.Comparison comparison => new Expression.Comparison(comparison.Operator, operands[0], operands[1]),
        Expression.Logical logical => new Expression.Logical(logical.Operator, operands[0], operands[1]),
        Expression.Not => new Expression.Not(operands[0]),
        Expression.Indicator => new Expression.Indicator(operands[0]),
        Expression.VectorLiteral vector => vector with { Entries = operands.ToEquatableList() },
        Expression.MatrixLiteral matrix => matrix with { Rows = operands.Chunk(matrix.Rows[0].Count).Select(row => row.ToEquatableList()).ToEquatableList() },
        Expression.Let let => new Expression.Let(let.Name, operands[0], operands[1]),
        _ => throw new UnreachableException(),
    };

    /// <summary>The formula with a piece replaced wherever it stands.</summary>
    public static Expression Everywhere(Expression formula, Expression piece, Expression replacement)
    {
        if (formula.Equals(piece)) return replacement;
        var operands = Subexpressions.Of(formula);
        if (operands.Count == 0) return formula;
        var replaced = new Expression[operands.Count];
        var isChanged = false;
        for (var k = 0; k < replaced.Length; k++)
        {
            replaced[k] = Everywhere(operands[k], piece, replacement);
            isChanged |= !ReferenceEquals(replaced[k], operands[k]);
        }

        return isChanged ? Replaced(formula, replaced) : formula;
    }

    /// <summary>Whether the formula uses no running index and no abbreviation of what stands around it.</summary>
    public static bool IsClosed(Expression formula) => IsClosed(formula, []);

    private static bool IsClosed(Expression formula, HashSet<string> bound) => formula switch
    {
        Expression.BoundIndex index => bound.Contains(index.Name),
        Expression.LetReference reference => bound.Contains(reference.Name),
        Expression.Repeated repeated => IsClosed(repeated.From, bound) && IsClosed(repeated.To, bound) && IsClosed(repeated.Body, [.. bound, repeated.Index]),
        Expression.Let let => IsClosed(let.Value, bound) && IsClosed(let.Body, [.. bound, let.Name]),
        _ => Subexpressions.Of(formula).All(operand => IsClosed(operand, bound)),
    };

    private static EquatableList<Branch> Branches(IReadOnlyList<Expression> operands) =>
        operands.SkipLast(1).Chunk(2).Select(pair => new Branch(pair[0], pair[1])).ToEquatableList();
}
