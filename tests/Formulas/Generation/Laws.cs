using Formulas.Analysis;
using Formulas.Analysis.Mutation;
using Formulas.Expressions;
using static Formulas.Tests.Generation.Build;

namespace Formulas.Tests.Generation;

/// <summary>
/// Rewrites formulas by laws of algebra and analysis at random places. Every law keeps each value where the formula has one;
/// it may give the formula values elsewhere only where that is allowed. Vectors are taken to have n entries, matrices n by n.
/// </summary>
/// <param name="scalars">Names of scalars that may be added and taken away again.</param>
/// <param name="mayWiden">Whether the rewritten formula may have values where the given one has none, as x has where exp(ln(x)) has not.</param>
internal sealed class Laws(IReadOnlyList<string> scalars, SeededRandom random, bool mayWiden)
{
    /// <summary>Some laws double what they rewrite: larger formulas are left as they are.</summary>
    private const int LargestFormula = 120;

    private readonly FunctionLaws functions = new(random, mayWiden);

    private int fresh;

    /// <summary>The formula with laws applied at so many places, one after the other.</summary>
    public Expression Rewrite(Expression formula, int places)
    {
        for (var place = 0; place < places; place++)
        {
            var count = Subexpressions.All(formula).Count();
            if (count > LargestFormula) break;
            formula = ChangedAt(formula, random.Next(0, count - 1), Law);
        }

        return formula;
    }

    /// <param name="place">Counted from 0, the formula itself, down from left to right.</param>
    private Expression ChangedAt(Expression formula, int place, Func<Expression, Expression> change)
    {
        var left = place;
        return Visit(formula);

        Expression Visit(Expression node)
        {
            if (left-- == 0) return change(node);
            return left < 0 ? node : Operands.Replaced(node, [.. Subexpressions.Of(node).Select((operand, at) => IsWhole(node, at) ? operand : Visit(operand))]);
        }
    }

    /// <summary>Indices and the ends of ranges stay as they are: ln(exp(1)) is no index. Whole exponents seldom change: nobody writes x^ln(exp(2)).</summary>
    private bool IsWhole(Expression node, int operand) => node switch
    {
        Expression.Power { Exponent: Expression.Number } => operand == 1 && !random.OneIn(10),
        Expression.Entry or Expression.RowOf or Expression.ColumnOf => operand > 0,
        Expression.Repeated => operand < 2,
        _ => false,
    };

    private string FreshIndex() => "q" + ++fresh;

    private Expression Law(Expression node)
    {
        if (node is Expression.BoundIndex or Expression.SizeOf or Expression.Reference { Name: "i" }) return node;
        var specific = node switch
        {
            Expression.Additive sum => OfSum(sum),
            Expression.Product product => OfProduct(product),
            Expression.Quotient { Right.Shape: Shape.ScalarShape } quotient => OfQuotient(quotient),
            Expression.Power { Base.Shape: Shape.ScalarShape } power => OfPower(power),
            Expression.Transpose { Shape: Shape.MatrixShape } transpose => OfTranspose(transpose),
            Expression.Negate negate => OfNegation(negate),
            Expression.Call { Function: "sum", Arguments: [{ Shape: Shape.VectorShape } vector] } => OfWholeSum(vector),
            Expression.Call { Function: "norm", Arguments: [{ Shape: Shape.VectorShape } vector] } => Call("sqrt", Inner(vector, vector)),
            Expression.Call { Function: "softmax", Arguments: [{ Shape: Shape.VectorShape } vector] } => OfSoftmax(vector),
            Expression.Call { DerivativeOrder: 0 } call => functions.Of(call),
            Expression.Repeated { Operator: RepeatedOperator.Sum } sum => OfRepeated(sum),
            Expression.Indicator indicator => OfIndicator(indicator),
            Expression.Comparison comparison => Turned(comparison),
            Expression.Logical logical => DeMorgan(logical),
            Expression.Not { Operand: Expression.Not inner } => inner.Operand,
            Expression.Cases { Branches: [var branch] } cases =>
                new Expression.Cases([new(new Expression.Not(branch.Condition), cases.Otherwise)], branch.Value, cases.Shape),
            _ => null,
        };
        return specific is not null && !random.OneIn(6) ? specific : Anywhere(node);
    }

    /// <summary>Laws that hold for any number, vector or matrix.</summary>
    private Expression Anywhere(Expression node)
    {
        var added = Scalar(scalars[random.Next(0, scalars.Count - 1)]);
        return node.Shape switch
        {
            Shape.TruthShape => new Expression.Not(new Expression.Not(node)),
            _ when random.OneIn(5) => new Expression.Negate(new Expression.Negate(node)),
            _ when random.OneIn(4) => Times(Number(1), node),
            _ when random.OneIn(3) => Over(Times(Number(2), node), Number(2)),
            Shape.MatrixShape when random.OneIn(2) => new Expression.Transpose(new Expression.Transpose(node, node.Shape), node.Shape),
            Shape.ScalarShape when random.OneIn(3) => Call("ln", Call("exp", node)),
            Shape.ScalarShape when random.OneIn(2) => Subtract(Add(node, added), added),
            Shape.ScalarShape => Over(Times(node, Call("exp", added)), Call("exp", added)),
            _ => Subtract(Times(Number(3), node), Times(Number(2), node)),
        };
    }

    private Expression OfSum(Expression.Additive sum)
    {
        var (left, right) = (sum.Left, sum.Right);
        if (sum.Operator == AdditiveOperator.Subtract)
            return random.OneIn(2) ? Add(left, new Expression.Negate(right)) : new Expression.Negate(Subtract(right, left));
        if (left is Expression.Additive { Operator: AdditiveOperator.Add } inner && random.OneIn(2)) return Add(inner.Left, Add(inner.Right, right));
        return random.OneIn(3) ? Subtract(left, new Expression.Negate(right)) : Add(right, left);
    }

    private Expression? OfProduct(Expression.Product product) => product.Kind switch
    {
        ProductKind.Scale when product.Left.Shape == Shape.Scalar && product.Right is Expression.Additive sum && sum.Left.Shape == sum.Right.Shape =>
            sum with { Left = Times(product.Left, sum.Left), Right = Times(product.Left, sum.Right), Shape = product.Shape },
        ProductKind.Scale when product is { Left: Expression.Additive { Shape: Shape.ScalarShape } sum, Right.Shape: Shape.ScalarShape } && random.OneIn(2) =>
            sum with { Left = Times(sum.Left, product.Right), Right = Times(sum.Right, product.Right) },
        ProductKind.Scale => Times(product.Right, product.Left),
        ProductKind.Entrywise => product with { Left = product.Right, Right = product.Left },
        ProductKind.Inner => OfInner(product.Left, product.Right),
        ProductKind.Matrix when product.Right is Expression.Additive { Left.Shape: not Shape.ScalarShape, Right.Shape: not Shape.ScalarShape } sum =>
            sum with { Left = product with { Right = sum.Left }, Right = product with { Right = sum.Right }, Shape = product.Shape },
        ProductKind.Matrix when product is { Left: Expression.Product { Kind: ProductKind.Matrix, Left.Shape: Shape.MatrixShape } inner, Right.Shape: Shape.VectorShape } =>
            product with { Left = inner.Left, Right = new Expression.Product(ProductKind.Matrix, inner.Right, product.Right, VectorN) },
        _ => null,
    };

    /// <summary>v . w is w . v, the sum of the products of the entries, v^T w.</summary>
    private Expression OfInner(Expression left, Expression right)
    {
        var k = FreshIndex();
        return random.Next(0, 3) switch
        {
            0 => Call("sum", Shape.Scalar, new Expression.Product(ProductKind.Entrywise, left, right, left.Shape)),
            1 => OverAll(k, Times(At(left, k), At(right, k))),
            2 => new Expression.Product(ProductKind.Matrix, new Expression.Transpose(left, new Shape.RowShape(Size.Named("n"))), right, Shape.Scalar),
            _ => Inner(right, left),
        };
    }

    private static Expression At(Expression vector, string k) => new Expression.Entry(vector, [new Expression.BoundIndex(k)], [1]);

    private static Expression OverAll(string k, Expression body) => SumOver(k, Number(1), new Expression.SizeOf(Size.Named("n")), body);

    private Expression OfQuotient(Expression.Quotient quotient) => random.OneIn(2)
        ? Times(quotient.Left, Over(Number(1), quotient.Right))
        : Over(new Expression.Negate(quotient.Left), new Expression.Negate(quotient.Right));

    private Expression? OfPower(Expression.Power power) => power.Exponent switch
    {
        Expression.Number { Value: 2 } when power.Base is Expression.Additive { Operator: AdditiveOperator.Add } sum && random.OneIn(2) =>
            Add(Add(ToThe(sum.Left, Number(2)), Times(Number(2), Times(sum.Left, sum.Right))), ToThe(sum.Right, Number(2))),
        Expression.Number { Value: 2 } => random.OneIn(2) ? Times(power.Base, power.Base) : ToThe(Call("abs", power.Base), Number(2)),
        Expression.Number { Value: 3 } => Times(power.Base, ToThe(power.Base, Number(2))),
        Expression.Number { Value: 4 } => ToThe(ToThe(power.Base, Number(2)), Number(2)),
        _ => null,
    };

    /// <summary>(A B)^T is B^T A^T, (A - B)^T is A^T - B^T.</summary>
    private static Expression? OfTranspose(Expression.Transpose transpose) => transpose.Operand switch
    {
        Expression.Transpose inner => inner.Operand,
        Expression.Product { Kind: ProductKind.Matrix, Left.Shape: Shape.MatrixShape, Right.Shape: Shape.MatrixShape } product =>
            product with { Left = Flipped(product.Right), Right = Flipped(product.Left) },
        Expression.Additive sum => sum with { Left = Flipped(sum.Left), Right = Flipped(sum.Right) },
        Expression.Call { Function: "diag" } diagonal => diagonal,
        _ => null,
    };

    private static Expression Flipped(Expression operand) => operand.Shape is Shape.MatrixShape ? new Expression.Transpose(operand, operand.Shape) : operand;

    private static Expression OfNegation(Expression.Negate negate) => negate.Operand switch
    {
        Expression.Negate inner => inner.Operand,
        Expression.Additive { Operator: AdditiveOperator.Subtract } difference => Subtract(difference.Right, difference.Left),
        var operand => Times(new Expression.Negate(Number(1)), operand),
    };

    private Expression OfWholeSum(Expression vector)
    {
        if (vector is Expression.Additive { Left.Shape: Shape.VectorShape, Right.Shape: Shape.VectorShape } sum)
            return sum with { Left = Call("sum", Shape.Scalar, sum.Left), Right = Call("sum", Shape.Scalar, sum.Right), Shape = Shape.Scalar };
        var k = FreshIndex();
        return OverAll(k, At(vector, k));
    }

    private Expression OfSoftmax(Expression vector)
    {
        var k = FreshIndex();
        return Over(Call("exp", vector), OverAll(k, Call("exp", At(vector, k))));
    }

    /// <summary>The same sum counted otherwise, backwards, in two parts, or with a factor of 2 drawn out.</summary>
    private Expression OfRepeated(Expression.Repeated sum)
    {
        var k = new Expression.BoundIndex(sum.Index);
        return random.Next(0, 3) switch
        {
            0 => sum with { From = Add(sum.From, Number(1)), To = Add(sum.To, Number(1)), Body = Operands.Everywhere(sum.Body, k, Subtract(k, Number(1))) },
            1 => sum with { Body = Operands.Everywhere(sum.Body, k, Subtract(Add(sum.From, sum.To), k)) },

            // Only where the range surely has a last place.
            2 when sum is { From: Expression.Number { Value: 1 }, To: Expression.SizeOf } =>
                Add(sum with { To = Subtract(sum.To, Number(1)) }, Operands.Everywhere(sum.Body, k, sum.To)),
            _ => Over(new Expression.Repeated(sum.Operator, sum.Index, sum.From, sum.To, Times(Number(2), sum.Body)), Number(2)),
        };
    }

    private Expression OfIndicator(Expression.Indicator indicator) => random.OneIn(2)
        ? Subtract(Number(1), new Expression.Indicator(new Expression.Not(indicator.Condition)))
        : new Expression.Cases([new(indicator.Condition, Number(1))], Number(0), Shape.Scalar);

    private static Expression Turned(Expression.Comparison comparison)
    {
        var turned = comparison.Operator switch
        {
            ComparisonOperator.Less => ComparisonOperator.Greater,
            ComparisonOperator.LessOrEqual => ComparisonOperator.GreaterOrEqual,
            ComparisonOperator.Greater => ComparisonOperator.Less,
            ComparisonOperator.GreaterOrEqual => ComparisonOperator.LessOrEqual,
            var same => same,
        };
        return new Expression.Comparison(turned, comparison.Right, comparison.Left);
    }

    private static Expression DeMorgan(Expression.Logical logical)
    {
        var other = logical.Operator == LogicalOperator.And ? LogicalOperator.Or : LogicalOperator.And;
        return new Expression.Not(new Expression.Logical(other, new Expression.Not(logical.Left), new Expression.Not(logical.Right)));
    }
}
