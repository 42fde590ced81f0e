using Formulas.Expressions;
using Protocol;

namespace Grader.Checking.Methods;

/// <summary>Inputs as they are handed to a method.</summary>
internal static class MethodArguments
{
    /// <summary>In the order of the bound parameters.</summary>
    public static Sequence<Datum> Of(MethodBinding.Bound bound, Assignment inputs) =>
        Sequence.From(bound.Arguments.Select(argument => Of(argument, inputs)));

    private static Datum Of(BoundParameter argument, Assignment inputs)
    {
        var symbol = argument.Offered.Symbol;
        var value = inputs.Values.TryGetValue(symbol, out var found) ? found
            : inputs.Sizes.TryGetValue(symbol, out var size) ? new Value.Scalar(size)
            : throw new InvalidOperationException($"The samples have no value for {symbol}.");
        return (argument.Offered.Kind, value) switch
        {
            (ArgumentKind.Number or ArgumentKind.Whole or ArgumentKind.Binary, Value.Scalar(var number)) => OfNumber(number, argument.Found.Type),
            (ArgumentKind.Vector, Value.Vector(var entries)) => new Datum.Vector(Sequence.From(entries)),
            (ArgumentKind.Matrix, Value.Matrix matrix) => OfMatrix(matrix),
            (ArgumentKind.Function, Value.ScalarFunction(var name)) => new Datum.ScalarFunction(Activation(name), 0),
            (ArgumentKind.Derivative, Value.ScalarFunction(var name)) => new Datum.ScalarFunction(Activation(name), 1),
            (ArgumentKind.Map, _) => OfMap(value, isJacobian: false),
            (ArgumentKind.Jacobian, _) => OfMap(value, isJacobian: true),
            _ => throw new InvalidOperationException($"The sample's value for {symbol} is of another kind than its symbol."),
        };
    }

    private static Datum OfNumber(double number, string type) => type switch
    {
        "int" or "long" => new Datum.Integer((long)number),
        "bool" => new Datum.Truth(number != 0),
        _ => new Datum.Number(number),
    };

    private static Datum.Matrix OfMatrix(Value.Matrix matrix) => new(matrix.Rows, matrix.Columns, Sequence.From(matrix.Entries));

    private static Datum.VectorMap OfMap(Value value, bool isJacobian) => value switch
    {
        Value.VectorMap map => new(map.A is null ? null : OfMatrix(map.A), map.C is null ? null : Sequence.From(map.C.Entries), Activation(map.G), isJacobian),
        Value.ScalarFunction function => new(null, null, Activation(function.Name), isJacobian),
        _ => throw new InvalidOperationException("The sample's vector map is of another kind than its symbol."),
    };

    private static ActivationName Activation(string name) => Enum.Parse<ActivationName>(name, ignoreCase: true);
}
