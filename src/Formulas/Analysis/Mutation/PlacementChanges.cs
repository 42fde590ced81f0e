using Formulas.Expressions;

namespace Formulas.Analysis.Mutation;

/// <summary>Steps in the wrong order: a factor outside the function it belongs into, a function applied before or after adding.</summary>
internal static class PlacementChanges
{
    public static IEnumerable<Change> Of(Expression node) => node switch
    {
        Expression.Call { Arguments: [var argument], Shape: Shape.ScalarShape } call when call.Function is not ("sum" or "prod" or "norm" or "tr" or "det") => OfFunction(call, argument),
        Expression.GenericCall { Shape: Shape.ScalarShape } call => OfFunction(call, call.Argument),
        Expression.Repeated { Body: Expression.Call { Arguments: [var argument] } call } repeated when Trees.IsScalar(argument) => OfRepeated(repeated, call, argument),
        Expression.Repeated { Body: Expression.GenericCall call } repeated => OfRepeated(repeated, call, call.Argument),
        Expression.Product(ProductKind.Scale, var factor, Expression.Call or Expression.GenericCall, _) product when Trees.IsScalar(factor) => OfFactor(factor, product.Right),
        _ => [],
    };

    private static IEnumerable<Change> OfFunction(Expression call, Expression argument)
    {
        if (argument is Expression.Product(ProductKind.Scale, var left, var right, _))
        {
            yield return Outside(call, left, right);
            if (Trees.IsScalar(right)) yield return Outside(call, right, left);
        }

        foreach (var sum in Subexpressions.All(argument).OfType<Expression.Call>().Where(inner => inner is { Function: "sum", Arguments: [{ Shape: Shape.VectorShape }] }))
        {
            // f(w sum(v)) taken as sum(f(w v)). The shapes inside become those of v when the formula is read anew.
            var entries = Operands.Everywhere(argument, sum, sum.Arguments[0]);
            if (WithShape(entries, sum.Arguments[0].Shape) is { } lifted)
                yield return new(new Expression.Call("sum", 0, [Operands.Replaced(call, [lifted])], Shape.Scalar), Plausibility.Order, () => MistakeSentences.AppliedToEach(call));
        }

        if (argument is Expression.Repeated { Operator: RepeatedOperator.Sum } repeated)
            yield return new(new Expression.Repeated(repeated.Operator, repeated.Index, repeated.From, repeated.To, Operands.Replaced(call, [repeated.Body])), Plausibility.Order, () => MistakeSentences.AppliedToEach(call));
    }

    private static Change Outside(Expression call, Expression factor, Expression rest) =>
        new(Trees.Scaled(factor, Operands.Replaced(call, [rest])), Plausibility.Order, () => MistakeSentences.FactorOutside(factor, call));

    private static IEnumerable<Change> OfRepeated(Expression.Repeated repeated, Expression call, Expression argument) =>
        [new(Operands.Replaced(call, [new Expression.Repeated(repeated.Operator, repeated.Index, repeated.From, repeated.To, argument)]), Plausibility.Order, () => MistakeSentences.AppliedToSum(call))];

    private static IEnumerable<Change> OfFactor(Expression factor, Expression call)
    {
        var argument = Subexpressions.Of(call)[0];
        if (Subexpressions.Of(call).Count == 1 && Trees.IsScalar(argument))
            yield return new(Operands.Replaced(call, [Trees.Scaled(factor, argument)]), Plausibility.Order, () => MistakeSentences.FactorInside(factor, call));
    }

    /// <summary>Products and sums of numbers with a vector have the vector's shape; null where anything else stands around it.</summary>
    private static Expression? WithShape(Expression formula, Shape shape) => formula switch
    {
        _ when formula.Shape == shape => formula,
        Expression.Product(ProductKind.Scale, var left, var right, _) => WithShape(right, shape) is { } lifted
            ? new Expression.Product(ProductKind.Scale, left, lifted, shape)
            : WithShape(left, shape) is { } other ? new Expression.Product(ProductKind.Scale, right, other, shape) : null,
        Expression.Additive(var operation, var left, var right, _) => WithShape(left, shape) is { } lifted
            ? new Expression.Additive(operation, lifted, right, shape)
            : WithShape(right, shape) is { } other ? new Expression.Additive(operation, left, other, shape) : null,
        _ => null,
    };
}
