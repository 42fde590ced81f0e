using Formulas.Analysis;
using Formulas.Expressions;
using Formulas.Text;
using Newtonsoft.Json.Linq;

namespace Grader.Exercises;

/// <summary>
/// Reads inputs in their JSON form: numbers, arrays, row-wise arrays of arrays, indices counted as the worksheet counts them,
/// the name of a scalar function for a generic one, and <c>{"A": [[..]], "c": [..], "g": NAME}</c> for a vector map.
/// </summary>
public static class InputReader
{
    /// <summary>
    /// The assignment of every input, with sizes taken from the inputs and derived symbols computed.
    /// A failure names the input that is missing, unknown, of the wrong shape or not finite.
    /// </summary>
    public static Reading<Assignment> Read(JToken inputs, FunctionSpecification specification) =>
        Read(inputs, specification.Scope, specification.Inputs, specification.Bystanders ?? []);

    /// <param name="scope">The symbols of the part: its inputs and what is derived from them.</param>
    /// <param name="names">The inputs; of the derived symbols, each may be given as well.</param>
    /// <param name="bystanders">Names that may stand among the inputs and are passed over.</param>
    internal static Reading<Assignment> Read(
        JToken inputs, Scope scope, EquatableList<string> names, EquatableList<string> bystanders)
    {
        if (inputs is not JObject record)
        {
            return Fail("wrong-type", "Inputs must be an object with one entry for each input.", $"The inputs are {string.Join(", ", names)}.");
        }

        var values = new Dictionary<string, Value>(StringComparer.Ordinal);
        var sizes = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var (name, token) in record)
        {
            if (bystanders.Contains(name)) continue;
            var symbol = scope.Find(name);
            var known = names.Contains(name) || symbol?.Kind == SymbolKind.Derived;
            if (!known) return Fail("unknown-input", $"There is no input \"{name}\".", Suggestion.For(name, names));
            if (symbol is null)
            {
                if (token is null || JsonRecord.WholeOf(token) is not { } size || size < 1)
                {
                    return Fail("wrong-type", $"{name} is a size and must be a whole number from 1.");
                }

                sizes[name] = size;
                continue;
            }

            switch (InputValueReader.Read(name, symbol, token!))
            {
                case Reading<Value>.Success(var value, _):
                    values[name] = value;
                    break;
                case Reading<Value>.Failure(var diagnostic):
                    return new Reading<Assignment>.Failure(diagnostic);
            }
        }

        foreach (var name in names.Where(name => scope.Find(name) is null && !sizes.ContainsKey(name)))
        {
            return Fail("missing-input", $"The size {name} is missing.", $"The inputs are {string.Join(", ", names)}.");
        }

        return DerivedSymbols.Complete(scope, new(values, sizes));
    }

    private static Reading<Assignment>.Failure Fail(string code, string message, string? hint = null) =>
        new(new Diagnostic(code, message, default, hint));
}
