using Formulas.Expressions;
using Formulas.Functions;

namespace Formulas.Analysis.Proof;

/// <summary>Built-in functions.</summary>
internal sealed partial class Proving
{
    private Form Call(Expression.Call call, int depth)
    {
        if (FunctionSignature.Find(call.Function) is { Rule: ShapeRule.Entrywise }) return Entrywise(call.Function, call.DerivativeOrder, Of(call.Arguments[0], depth), call.Shape);
        switch (call.Function, call.Arguments.Count)
        {
            case ("max" or "min", 2) when call.Shape is Shape.ScalarShape:
                var (left, right) = (Of(call.Arguments[0], depth), Of(call.Arguments[1], depth));
                return call.Function == "max" ? Ramps.Larger(left, right) : Ramps.Smaller(left, right);
            case ("sum", 1) when call.Arguments[0].Shape is Shape.VectorShape or Shape.RowShape:
                return Chains.Total(Of(call.Arguments[0], depth), call.Arguments[0].Shape);
            case ("norm", 1):
                var vector = Of(call.Arguments[0], depth);
                return Roots.Of(Chains.Product(Chains.Transposed(vector, null), vector, Shape.Scalar), Ratio.One / 2);
            default:
                return Defined($"call {call.Function}", call.Arguments, call.Shape, depth);
        }
    }

    private Form Entrywise(string function, int order, Form argument, Shape shape)
    {
        if (!argument.IsKnown) return Form.Unknown;
        if (shape is not Shape.ScalarShape) return OfTensor(function, order, argument, shape);
        steps += argument.Numerator.Terms.Length * argument.Numerator.Terms.Length;
        return (function, order) switch
        {
            ("exp", _) => Exponentials.Of(argument),
            ("sigmoid", 0) => Logistic(argument),
            ("sigmoid", 1) => Slope(Logistic(argument)),
            ("sigmoid", 2) when Logistic(argument) is var value => Times(Slope(value), Form.One.Minus(value.Times(2))),
            ("softplus", 0) => Logarithms.Of(Form.One.Plus(Exponentials.Of(argument))),
            ("softplus", 1) => Logistic(argument),
            ("tanh", 0) => HyperbolicTangent(argument),
            ("tanh", 1) when HyperbolicTangent(argument) is var value => Form.One.Minus(Times(value, value)),
            ("sinh", 0) or ("cosh", 1) => Hyperbolic(argument, -1),
            ("cosh", 0) or ("sinh", 1) => Hyperbolic(argument, 1),
            ("sech", 0) => Hyperbolic(argument, 1).Inverse(),
            ("csch", 0) => OverNotZero(argument, Form.One, Hyperbolic(argument, -1)),
            ("coth", 0) => OverNotZero(argument, Hyperbolic(argument, 1), Hyperbolic(argument, -1)),
            ("ln", 0) => Logarithm(argument),
            ("ln", 1) => OverPositive(argument),
            ("log2", 0) => Times(Logarithm(argument), Logarithms.Of(Form.Of(2)).Inverse()),
            ("log10", 0) => Times(Logarithm(argument), Logarithms.Of(Form.Of(10)).Inverse()),
            ("sqrt", 0) => Power(argument, Form.Of(Ratio.One / 2)),
            ("sqrt", 1) => Power(argument, Form.Of(-Ratio.One / 2)).Times(Ratio.One / 2),
            ("abs", 0) => Ramps.Absolute(argument),
            ("relu", 0) => Ramps.Of(argument),
            ("relu", 1) or ("step", 0) => Above(argument),
            ("sin", 0) => Angles.Of(argument).Sine,
            ("sin", 1) or ("cos", 0) => Angles.Of(argument).Cosine,
            ("cos", 1) => Angles.Of(argument).Sine.Times(-1),
            ("tan", 0) when Angles.Of(argument) is var (sine, cosine) => OverNotZero(cosine, sine, cosine),
            ("sec", 0) when Angles.Of(argument) is var (_, cosine) => OverNotZero(cosine, Form.One, cosine),
            ("csc", 0) when Angles.Of(argument) is var (sine, _) => OverNotZero(argument, Form.One, sine),
            ("cot", 0) when Angles.Of(argument) is var (sine, cosine) => OverNotZero(argument, cosine, sine),
            _ => Other(function, order, argument, shape),
        };
    }

    private Form Other(string function, int order, Form argument, Shape shape)
    {
        var form = Form.Of(new Atom.Opaque($"function {function} {order}", [argument], shape));
        Require(Requirement.Defined, form);
        return form;
    }

    /// <summary>Of vectors and matrices the logistic function alone is taken apart: of v and -v one is looked at.</summary>
    private Form OfTensor(string function, int order, Form argument, Shape shape)
    {
        if (function == "sigmoid" && !argument.Numerator.IsZero)
        {
            var isNegative = argument.Numerator.Terms[0].Coefficient.Sign < 0;
            var ones = Form.Of(Chains.Ones(shape));
            var value = Form.Of(new Atom.Opaque("function sigmoid 0", [isNegative ? argument.Times(-1) : argument], shape));
            if (isNegative) value = ones.Minus(value);
            if (order == 0) return value;
            if (order == 1) return Chains.Entrywise(value, ones.Minus(value), shape);
        }

        return Other(function, order, argument, shape);
    }

    private static Form Logistic(Form argument)
    {
        var power = Exponentials.Of(argument);
        return power.Times(Form.One.Plus(power).Inverse());
    }

    private Form Slope(Form value) => Times(value, Form.One.Minus(value));

    private Form HyperbolicTangent(Form argument)
    {
        var power = Exponentials.Of(argument.Times(2));
        return Times(power.Minus(Form.One), power.Plus(Form.One).Inverse());
    }

    private static Form Hyperbolic(Form argument, Ratio sign) =>
        Exponentials.Of(argument).Plus(Exponentials.Of(argument.Times(-1)).Times(sign)).Times(Ratio.One / 2);

    private Form OverNotZero(Form what, Form above, Form below)
    {
        RequireNotZero(what);
        return Times(above, below.Inverse());
    }

    private Form Logarithm(Form argument)
    {
        RequireSign(Requirement.Positive, argument);
        return Logarithms.Of(argument);
    }

    private Form OverPositive(Form argument)
    {
        RequireSign(Requirement.Positive, argument);
        return argument.Inverse();
    }
}
