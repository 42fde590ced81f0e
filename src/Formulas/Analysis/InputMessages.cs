using System.Globalization;
using Formulas.Expressions;
using Formulas.Functions;
using Formulas.Text;

namespace Formulas.Analysis;

/// <summary>What can be wrong with the inputs of a part. Inputs have no place in a text, so the spans are empty.</summary>
internal static class InputMessages
{
    public static Diagnostic Missing(Symbol symbol) => new(
        "missing-input", $"The input {symbol.Name} is missing.", default, $"It is {Describe(symbol)}.");

    public static Diagnostic Unknown(string name, IEnumerable<string> known) => new(
        "unknown-input", $"There is no input {name}.", default, $"The inputs are {string.Join(", ", known)}.");

    public static Diagnostic WrongShape(Symbol symbol, Value value) => new(
        "shape-mismatch", $"{symbol.Name} is {Describe(symbol)}, but the value given is {Describe(value)}.", default);

    public static Diagnostic WrongSize(Symbol symbol, Value value, Size size, int found, int expected) => new(
        "shape-mismatch",
        $"{symbol.Name} is {Describe(symbol)} and the value given is {Describe(value)}: {size} is {Show(found)} there, but {Show(expected)} elsewhere.",
        default,
        "Inputs that share a size must agree in it.");

    public static Diagnostic BadIndex(Symbol symbol, double index, int first, int? last) => new(
        "index-outside",
        last is null
            ? $"The index {symbol.Name} must be a whole number from {Show(first)}, but it is {Show(index)}."
            : $"The index {symbol.Name} must be a whole number from {Show(first)} to {Show(last.Value)}, but it is {Show(index)}.",
        default);

    public static Diagnostic NotFinite(Symbol symbol) => new(
        "not-finite", $"{symbol.Name} holds a number that is not finite.", default, "Give ordinary numbers.");

    public static Diagnostic UnknownFunction(Symbol symbol, string function) => new(
        "unknown-function",
        $"{symbol.Name} cannot stand for {function}.",
        default,
        $"It may be one of {string.Join(", ", GenericFunctions.Names)}.");

    public static Diagnostic Circular(IEnumerable<string> names) => new(
        "circular-definition", $"The definitions of {string.Join(", ", names)} rest on each other.", default);

    public static Diagnostic BadDefinition(Symbol symbol, Diagnostic reason) =>
        reason with { Message = $"The definition of {symbol.Name} cannot be read. {reason.Message}" };

    public static Diagnostic DefinitionShape(Symbol symbol, Shape found) => new(
        "shape-mismatch", $"{symbol.Name} is declared {Describe(symbol)}, but its definition gives a {found}.", default);

    private static string Describe(Symbol symbol) => symbol.Kind switch
    {
        SymbolKind.Index => "an index, a whole number",
        SymbolKind.ScalarFunction => "a function of one number, given by its name",
        SymbolKind.VectorMap => "a vector map, given by a function's name or by A, c and g",
        _ => symbol.Shape switch
        {
            Shape.VectorShape(var length) => $"a vector of {length} entries",
            Shape.RowShape(var length) => $"a row of {length} entries",
            Shape.MatrixShape(var rows, var columns) => $"{Article.Before(rows.ToString())} {rows} x {columns} matrix",
            Shape.TruthShape => "a truth value",
            _ => "a number",
        },
    };

    private static string Describe(Value value) => value switch
    {
        Value.Scalar scalar => $"the number {Show(scalar.Number)}",
        Value.Vector vector => $"a vector of {Show(vector.Entries.Count)} entries",
        Value.Matrix matrix => $"{Article.Before(Show(matrix.Rows))} {Show(matrix.Rows)} x {Show(matrix.Columns)} matrix",
        Value.Truth => "a truth value",
        Value.ScalarFunction function => $"the function {function.Name}",
        Value.VectorMap => "a vector map",
        Value.Named => "several values with names",
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    private static string Show(double number) => number.ToString("R", CultureInfo.InvariantCulture);
}
