using Formulas.Expressions;
using Formulas.Functions;

namespace Formulas.Analysis.Mutation;

/// <summary>A function lost, taken for another, or for its derivative.</summary>
internal static class FunctionChanges
{
    private static readonly string[][] Confused =
    [
        ["sin", "cos"], ["tan", "cot"], ["sec", "csc"], ["sin", "sinh"], ["cos", "cosh"], ["tan", "tanh"], ["sinh", "cosh"], ["asin", "acos"], ["atan", "tan"],
        ["exp", "ln"], ["tanh", "sigmoid"], ["relu", "sigmoid"], ["relu", "softplus"], ["relu", "abs"], ["relu", "step"], ["sqrt", "ln"], ["sqrt", "abs"],
        ["max", "min"], ["sum", "prod"], ["softmax", "sigmoid"], ["sum", "max"], ["norm", "sum"], ["tr", "det"],
    ];

    public static IEnumerable<Change> Of(Expression node, Scope scope) => node switch
    {
        Expression.Call call => OfCall(call),
        Expression.GenericCall call => OfGenericCall(call, scope),
        Expression.MapCall call => OfMapCall(call, scope),
        Expression.Jacobian jacobian => [new(new Expression.MapCall(jacobian.Map, jacobian.Argument, jacobian.Argument.Shape), Plausibility.Function, () => MistakeSentences.FunctionForDerivative(jacobian))],
        _ => [],
    };

    private static IEnumerable<Change> OfCall(Expression.Call call)
    {
        if (call.DerivativeOrder > 0)
        {
            yield return new(call with { DerivativeOrder = call.DerivativeOrder - 1 }, Plausibility.Function, () => MistakeSentences.FunctionForDerivative(call));
        }
        else if (IsEntrywise(call.Function))
        {
            yield return new(call with { DerivativeOrder = 1 }, Plausibility.Function, () => MistakeSentences.DerivativeForFunction(call));
            if (call.Function == "sigmoid")
                yield return new(Trees.Difference(Trees.Number(1), call), Plausibility.Function, () => MistakeSentences.Complement(call));
        }

        if (call.Arguments.Count == 1 && call.Function is not ("eye" or "ones" or "onehot"))
        {
            yield return new(call.Arguments[0], Plausibility.Function, () => MistakeSentences.MissingFunction(call));
            if (call.Function == "sqrt") yield return new(Trees.Power(call.Arguments[0], Trees.Number(2)), Plausibility.Function, () => MistakeSentences.WrongFunction(call, "the square"));
        }

        if (call.Function is "max" or "min" && call.Arguments.Count > 1)
        {
            foreach (var argument in call.Arguments) yield return new(argument, Plausibility.Function, () => MistakeSentences.MissingFunction(call));
        }

        foreach (var pair in Confused)
        {
            if (!pair.Contains(call.Function)) continue;
            var other = pair[0] == call.Function ? pair[1] : pair[0];
            if (call.DerivativeOrder > 0 && !IsEntrywise(other)) continue;
            if (call.Arguments.Count > 1 && other is not ("max" or "min")) continue;
            if (call.Arguments.Count == 1 && other is "max" or "min" or "tr" or "det" && Trees.IsScalar(call.Arguments[0])) continue;
            yield return new(call with { Function = other }, Plausibility.Function, () => MistakeSentences.WrongFunction(call, other));
        }
    }

    private static IEnumerable<Change> OfGenericCall(Expression.GenericCall call, Scope scope)
    {
        if (call.DerivativeOrder > 0)
            yield return new(new Expression.GenericCall(call.Function, call.DerivativeOrder - 1, call.Argument), Plausibility.Function, () => MistakeSentences.FunctionForDerivative(call));
        yield return new(new Expression.GenericCall(call.Function, call.DerivativeOrder + 1, call.Argument), Plausibility.Function, () => MistakeSentences.DerivativeForFunction(call));
        yield return new(call.Argument, Plausibility.Function, () => MistakeSentences.MissingFunction(call));
        foreach (var other in scope.Symbols)
        {
            if (other.Kind == SymbolKind.ScalarFunction && other.Name != call.Function)
                yield return new(new Expression.GenericCall(other.Name, call.DerivativeOrder, call.Argument), Plausibility.Function, () => MistakeSentences.WrongFunction(call, other.Name));
        }
    }

    private static IEnumerable<Change> OfMapCall(Expression.MapCall call, Scope scope)
    {
        yield return new(call.Argument, Plausibility.Function, () => MistakeSentences.MissingFunction(call));
        foreach (var other in scope.Symbols)
        {
            if (other.Kind == SymbolKind.VectorMap && other.Name != call.Map)
                yield return new(call with { Map = other.Name }, Plausibility.Function, () => MistakeSentences.WrongFunction(call, other.Name));
        }
    }

    private static bool IsEntrywise(string function) => FunctionSignature.Find(function) is { Rule: ShapeRule.Entrywise };
}
