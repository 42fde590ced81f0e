using System.Diagnostics;
using System.Globalization;
using Formulas.Expressions;
using Grader.Checking;

namespace Grader.Reporting;

/// <summary>Inputs at which an answer goes wrong, as a line of text: <c>At w = 2, x = [1, -1]: your answer gives 0.5.</c></summary>
internal static class ConsoleCounterexample
{
    public static string Describe(Counterexample counterexample)
    {
        var inputs = counterexample.Inputs.Values
            .OrderBy(input => input.Key, StringComparer.Ordinal)
            .Select(input => $"{input.Key} = {Plain(input.Value)}");
        var outcome = counterexample.Answer is { } answer ? $"your answer gives {Plain(answer)}" : TerminalText.OneLine(counterexample.Instead ?? "your answer has no value");
        return $"At {string.Join(", ", inputs)}: {outcome}.";
    }

    /// <summary>The right value there, as a further sentence.</summary>
    public static string Right(Counterexample counterexample) => $"Right there would be {Plain(counterexample.Expected)}.";

    private static string Plain(Value value) => value switch
    {
        Value.Scalar(var number) => Digits(number),
        Value.Vector(var entries) => List(entries.Select(Digits)),
        Value.Matrix matrix => List(Enumerable.Range(0, matrix.Rows).Select(row =>
            List(matrix.Entries.Skip(row * matrix.Columns).Take(matrix.Columns).Select(Digits)))),
        Value.Truth(var holds) => holds ? "true" : "false",
        Value.ScalarFunction(var name) => name,
        Value.VectorMap(null, null, var g) => g,
        Value.VectorMap map => $"{map.G}(A z + c) with A = {(map.A is null ? "I" : Plain(map.A))}, c = {(map.C is null ? "0" : Plain(map.C))}",
        Value.Named(var items) => string.Join(", ", items.Select(item => $"{item.Name} = {Plain(item.Value)}")),
        _ => throw new UnreachableException(),
    };

    // Six digits tell two values apart for a reader; the JSON form has them all.
    private static string Digits(double number) => number.ToString("G6", CultureInfo.InvariantCulture);

    private static string List(IEnumerable<string> items) => $"[{string.Join(", ", items)}]";
}
