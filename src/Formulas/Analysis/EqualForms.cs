using Formulas.Analysis.Mutation;
using Formulas.Expressions;
using Formulas.Text;

namespace Formulas.Analysis;

/// <summary>
/// Other ways to write a formula, as one student writes it and another does not: terms and factors exchanged, products drawn apart,
/// the logistic function written out, running indices renamed, a piece given a name of its own. Every value stays what it was.
/// </summary>
/// <param name="scope">What the formula was read with: new names are none of its names.</param>
/// <param name="random">The same stream makes the same forms.</param>
public sealed class EqualForms(Scope scope, SeededRandom random)
{
    /// <summary>Drawing products apart doubles what it reaches: larger formulas are left as they are.</summary>
    private const int LargestFormula = 120;

    private static readonly string[] Letters = ["u", "q", "r", "p", "t", "z", "v", "m"];

    /// <summary>The formula rewritten at so many places at most, one after the other.</summary>
    public Expression Rewrite(Expression formula, int places)
    {
        for (var place = 0; place < places; place++)
        {
            var count = Subexpressions.All(formula).Count();
            if (count > LargestFormula) break;
            formula = ChangedAt(formula, random.Next(0, count - 1));
        }

        return formula;
    }

    /// <summary>The formula with one of its pieces as an abbreviation before it; itself where no piece or name is free for that.</summary>
    public Expression Abbreviate(Expression formula)
    {
        var pieces = Subexpressions.All(formula).Skip(1)
            .Where(piece => piece is Expression.Additive or Expression.Call or Expression.GenericCall or Expression.MapCall && Operands.IsClosed(piece)
                && piece.Shape is Shape.ScalarShape or Shape.VectorShape).Distinct().ToList();
        if (pieces.Count == 0 || FreeName(formula) is not { } name) return formula;
        var piece = pieces[random.Next(0, pieces.Count - 1)];
        return new Expression.Let(name, piece, Operands.Everywhere(formula, piece, new Expression.LetReference(name, piece.Shape)));
    }

    private Expression ChangedAt(Expression formula, int place)
    {
        return Visit(formula);

        Expression Visit(Expression node)
        {
            if (place-- == 0) return Law(node) ?? node;
            return place < 0 ? node : Operands.Replaced(node, [.. Subexpressions.Of(node).Select((operand, at) => IsFixed(node, at) ? operand : Visit(operand))]);
        }
    }

    /// <summary>Indices, the ends of ranges and whole exponents stay as they are.</summary>
    private static bool IsFixed(Expression node, int operand) => node switch
    {
        Expression.Power => operand == 1,
        Expression.Entry or Expression.RowOf or Expression.ColumnOf => operand > 0,
        Expression.Repeated => operand < 2,
        _ => false,
    };

    private Expression? Law(Expression node) => node switch
    {
        Expression.Additive { Operator: AdditiveOperator.Add } sum => sum with { Left = sum.Right, Right = sum.Left },
        Expression.Additive { Operator: AdditiveOperator.Subtract } difference when random.OneIn(2) && difference.Left.Shape == difference.Right.Shape =>
            new Expression.Negate(difference with { Left = difference.Right, Right = difference.Left }),
        Expression.Additive difference => difference with { Operator = AdditiveOperator.Add, Right = new Expression.Negate(difference.Right) },
        Expression.Product { Kind: ProductKind.Scale, Right: Expression.Additive sum } product
            when product.Left.Shape is Shape.ScalarShape && sum.Left.Shape == sum.Right.Shape && random.OneIn(2) =>
            sum with { Left = product with { Right = sum.Left }, Right = product with { Right = sum.Right } },
        Expression.Product { Kind: ProductKind.Scale or ProductKind.Inner or ProductKind.Entrywise } product =>
            product with { Left = product.Right, Right = product.Left },
        Expression.Power { Base.Shape: Shape.ScalarShape, Exponent: Expression.Number { Value: 2 } } square =>
            new Expression.Product(ProductKind.Scale, square.Base, square.Base, Shape.Scalar),
        Expression.Call { Function: "sigmoid", DerivativeOrder: 0, Arguments: [{ Shape: Shape.ScalarShape } argument] } => Logistic(argument),
        Expression.Repeated repeated => Renamed(repeated),
        _ => null,
    };

    private Expression Logistic(Expression argument)
    {
        if (random.OneIn(3)) return Minus(One, new Expression.Call("sigmoid", 0, [new Expression.Negate(argument)], Shape.Scalar));
        var decay = new Expression.Call("exp", 0, [new Expression.Negate(argument)], Shape.Scalar);
        return new Expression.Quotient(One, new Expression.Additive(AdditiveOperator.Add, One, decay, Shape.Scalar), Shape.Scalar);
    }

    private Expression? Renamed(Expression.Repeated repeated)
    {
        if (FreeName(repeated) is not { } name) return null;
        var body = Operands.Everywhere(repeated.Body, new Expression.BoundIndex(repeated.Index), new Expression.BoundIndex(name));
        return new Expression.Repeated(repeated.Operator, name, repeated.From, repeated.To, body);
    }

    private string? FreeName(Expression formula)
    {
        var used = Subexpressions.All(formula).Select(NameOf).OfType<string>().ToHashSet(StringComparer.Ordinal);
        var free = Letters.Where(letter => !used.Contains(letter) && !IsDeclared(letter)).ToList();
        return free.Count == 0 ? null : free[random.Next(0, free.Count - 1)];
    }

    private static string? NameOf(Expression node) => node switch
    {
        Expression.BoundIndex index => index.Name,
        Expression.Repeated repeated => repeated.Index,
        Expression.Let let => let.Name,
        _ => null,
    };

    private bool IsDeclared(string letter) => scope.Sizes.Contains(letter)
        || scope.FunctionNames.Any(function => function.Name == letter)
        || scope.Symbols.Any(symbol => symbol.Name == letter || symbol.Spellings.Any(spelling => spelling.StartsWith(letter, StringComparison.Ordinal)));

    private static Expression One => new Expression.Number(1, "1");

    private static Expression.Additive Minus(Expression left, Expression right) => new(AdditiveOperator.Subtract, left, right, left.Shape);
}
