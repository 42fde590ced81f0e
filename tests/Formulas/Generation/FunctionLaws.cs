using Formulas.Analysis;
using Formulas.Expressions;
using static Formulas.Tests.Generation.Build;

namespace Formulas.Tests.Generation;

/// <summary>Other ways to write functions of one or two numbers.</summary>
/// <inheritdoc cref="Laws" path="/param"/>
internal sealed class FunctionLaws(SeededRandom random, bool mayWiden)
{
    /// <summary>An equal formula; null where no law is known.</summary>
    public Expression? Of(Expression.Call call)
    {
        if (call.Arguments is [{ Shape: Shape.ScalarShape } a, { Shape: Shape.ScalarShape } b]) return OfTwo(call.Function, a, b);
        if (call.Arguments is not [var x] || x.Shape != call.Shape) return null;
        return x.Shape == Shape.Scalar ? OfNumber(call.Function, x) ?? OfAny(call.Function, x) : OfAny(call.Function, x);
    }

    private static Expression? OfTwo(string function, Expression a, Expression b) => function switch
    {
        "max" => Over(Add(Add(a, b), Call("abs", Subtract(a, b))), Number(2)),
        "min" => Over(Subtract(Add(a, b), Call("abs", Subtract(a, b))), Number(2)),
        _ => null,
    };

    private Expression? OfNumber(string function, Expression x) => function switch
    {
        "relu" when random.OneIn(2) => Times(x, new Expression.Indicator(Compare(x, ComparisonOperator.Greater, Number(0)))),
        "abs" => random.OneIn(2) ? Call("sqrt", ToThe(x, Number(2))) : Call("max", Shape.Scalar, x, new Expression.Negate(x)),
        "step" => new Expression.Indicator(Compare(x, ComparisonOperator.Greater, Number(0))),
        "exp" when x is Expression.Call { Function: "ln", DerivativeOrder: 0, Arguments: [var inner] } && mayWiden => inner,
        "exp" when x is Expression.Additive { Operator: AdditiveOperator.Add } sum => Times(Call("exp", sum.Left), Call("exp", sum.Right)),
        "ln" when x is Expression.Product { Kind: ProductKind.Scale } product && mayWiden => Add(LogOfSize(product.Left), LogOfSize(product.Right)),
        "ln" when x is Expression.Quotient quotient && mayWiden => Subtract(LogOfSize(quotient.Left), LogOfSize(quotient.Right)),
        "ln" => Times(Number(2), Call("ln", Call("sqrt", x))),
        "sqrt" when random.OneIn(2) => ToThe(x, Number(0.5)),
        "sqrt" => mayWiden ? Call("sqrt", Call("abs", x)) : Over(Call("sqrt", Times(Number(4), x)), Number(2)),
        "cos" => Subtract(Number(1), Times(Number(2), ToThe(Call("sin", Over(x, Number(2))), Number(2)))),
        "tanh" when random.OneIn(3) => Over(Subtract(Call("exp", x), Call("exp", Minus(x))), Add(Call("exp", x), Call("exp", Minus(x)))),
        "softplus" when random.OneIn(2) => Call("ln", Add(Number(1), Call("exp", x))),
        "asin" when random.OneIn(2) => Subtract(Over(new Expression.Constant(MathConstant.Pi), Number(2)), Call("acos", x)),
        _ => null,
    };

    private Expression? OfAny(string function, Expression x) => function switch
    {
        "tanh" when random.OneIn(2) => Subtract(Times(Number(2), Call("sigmoid", Times(Number(2), x))), Number(1)),
        "sigmoid" when random.OneIn(3) => Over(Number(1), Add(Number(1), Call("exp", Minus(x)))) with { Shape = x.Shape },
        "sigmoid" => random.OneIn(2)
            ? Subtract(Number(1), Call("sigmoid", Minus(x)))
            : Over(Add(Number(1), Call("tanh", Over(x, Number(2)))), Number(2)),
        "softplus" => Add(x, Call("softplus", Minus(x))),
        "relu" => Over(Add(x, Call("abs", x)), Number(2)),
        "exp" => Over(Number(1), Call("exp", Minus(x))) with { Shape = x.Shape },
        "sin" when random.OneIn(2) => Call("cos", Subtract(x, Over(new Expression.Constant(MathConstant.Pi), Number(2)))),
        "sinh" when random.OneIn(2) => Over(Subtract(Call("exp", x), Call("exp", Minus(x))), Number(2)),
        "cosh" => Over(Add(Call("exp", x), Call("exp", Minus(x))), Number(2)),
        "tan" => Over(Call("sin", x), Call("cos", x)),
        "sec" => Over(Number(1), Call("cos", x)) with { Shape = x.Shape },
        "csc" => Over(Number(1), Call("sin", x)) with { Shape = x.Shape },
        "tanh" or "sin" or "sinh" or "atan" or "asin" => Minus(Call(function, Minus(x))),
        "abs" or "cos" => Call(function, Minus(x)),
        _ => null,
    };

    private static Expression LogOfSize(Expression x) => Call("ln", Call("abs", x));

    private static Expression Minus(Expression x) => new Expression.Negate(x);
}
