using Formulas.Expressions;
using Formulas.Text;

namespace Formulas.Analysis.Mutation;

/// <summary>Brings a formula to its normal form. Only laws that hold in real numbers and change no domain are used.</summary>
public sealed partial class Normalizing
{
    /// <summary>Larger formulas have none: abbreviations that double would grow without end.</summary>
    private const int Largest = 1000;

    private const int Deepest = 250;

    /// <summary>Different numbers of so few digits are different doubles; longer ones are held apart by their digits.</summary>
    private const int ExactDigits = 15;

    private static readonly NormalForm One = new(1.0);

    private readonly List<(string Name, NormalForm Form)> names = [];
    private int loops;
    private int made;

    private Normalizing()
    {
    }

    /// <summary>Null where the formula is too large.</summary>
    public static NormalForm? Of(Expression formula)
    {
        var normalizing = new Normalizing();
        var form = WithSign(normalizing.Of(formula, 0));
        return normalizing.IsTooLarge ? null : form;
    }

    private bool IsTooLarge => made > Largest;

    /// <summary>A form and the sign before it.</summary>
    private readonly record struct Signed(bool IsNegative, NormalForm Form);

    private static NormalForm WithSign(Signed signed) => signed.IsNegative ? new(typeof(Expression.Negate), signed.Form) : signed.Form;

    private Signed Of(Expression formula, int depth)
    {
        if (IsTooLarge || ++made > Largest || depth > Deepest) return new(false, TooLarge());
        switch (formula)
        {
            case Expression.Additive:
                return Sum(formula, depth + 1);
            case Expression.Negate or Expression.Product or Expression.Quotient or Expression.Power or Expression.Number { Text.Length: <= ExactDigits }:
                return Product(formula, depth + 1);
            case Expression.Call call when Spelled(call) is { } spelled:
                return Of(spelled, depth + 1);
            case Expression.Repeated repeated:
                return Repeated(repeated, depth + 1);
            case Expression.Let let:
                var value = WithSign(Of(let.Value, depth + 1));
                names.Add((let.Name, value));
                var body = Of(let.Body, depth + 1);
                names.RemoveAt(names.Count - 1);
                return body;
            case Expression.LetReference or Expression.BoundIndex:
                return new(false, Named(formula is Expression.BoundIndex index ? index.Name : ((Expression.LetReference)formula).Name));
            default:
                return new(false, Node(Kind(formula), formula, depth + 1));
        }
    }

    private NormalForm TooLarge()
    {
        made = Largest + 1;
        return One;
    }

    private NormalForm Named(string name)
    {
        for (var k = names.Count - 1; k >= 0; k--)
        {
            if (names[k].Name != name) continue;
            made += names[k].Form.Size;
            return names[k].Form;
        }

        return new(name);
    }

    private NormalForm Node(object kind, Expression formula, int depth)
    {
        var operands = Subexpressions.Of(formula);
        if (operands.Count == 0) return new(kind);
        var parts = new NormalForm[operands.Count];
        for (var k = 0; k < parts.Length; k++) parts[k] = WithSign(Of(operands[k], depth));
        return new(kind, parts);
    }

    /// <summary>What a node is and holds besides its operands.</summary>
    private static object Kind(Expression formula) => formula switch
    {
        Expression.Number number => number.Text,
        Expression.Constant constant => constant.Which,
        Expression.Reference reference => (typeof(Expression.Reference), reference.Name),
        Expression.SizeOf size => size.Size,
        Expression.Entry entry => entry.FirstIndices,
        Expression.RowOf row => (typeof(Expression.RowOf), row.FirstIndex),
        Expression.ColumnOf column => (typeof(Expression.ColumnOf), column.FirstIndex),
        Expression.Call call => (typeof(Expression.Call), call.Function, call.DerivativeOrder),
        Expression.GenericCall call => (typeof(Expression.GenericCall), call.Function, call.DerivativeOrder),
        Expression.MapCall call => (typeof(Expression.MapCall), call.Map),
        Expression.Jacobian jacobian => (typeof(Expression.Jacobian), jacobian.Map),
        Expression.Comparison comparison => comparison.Operator,
        Expression.Logical logical => logical.Operator,
        Expression.VectorLiteral vector => (typeof(Expression.VectorLiteral), vector.Shape is Shape.RowShape),
        Expression.MatrixLiteral matrix => (typeof(Expression.MatrixLiteral), matrix.Rows.Count),
        _ => formula.GetType(),
    };

    /// <summary>Running indices count from the outermost loop; their names say nothing.</summary>
    private Signed Repeated(Expression.Repeated repeated, int depth)
    {
        var (from, to) = (WithSign(Of(repeated.From, depth)), WithSign(Of(repeated.To, depth)));
        var loop = loops++;
        names.Add((repeated.Index, new((typeof(Expression.BoundIndex), loop))));
        var body = Of(repeated.Body, depth);
        loops--;
        names.RemoveAt(names.Count - 1);
        return repeated.Operator == RepeatedOperator.Sum
            ? new(body.IsNegative, new((RepeatedOperator.Sum, loop), from, to, body.Form))
            : new(false, new((RepeatedOperator.Product, loop), from, to, WithSign(body)));
    }

    /// <summary>The sigmoid and its derivative, as many write them; null where there is nothing to spell out.</summary>
    private static Expression? Spelled(Expression.Call call)
    {
        if (call.Arguments is not [var argument]) return null;
        var one = Trees.Number(1);
        return (call.Function, call.DerivativeOrder) switch
        {
            ("exp", > 0) => Trees.Applied("exp", argument),
            ("sigmoid", 0) => new Expression.Quotient(one, Trees.Sum(one, Trees.Applied("exp", Trees.Negated(argument))), argument.Shape),
            ("sigmoid", 1) when Trees.Applied("sigmoid", argument) is var value => new Expression.Product(
                Trees.IsScalar(argument) ? ProductKind.Scale : ProductKind.Entrywise, value, Trees.Difference(one, value), argument.Shape),
            _ => null,
        };
    }
}
