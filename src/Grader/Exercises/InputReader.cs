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
        foreach (var (written, token) in record)
        {
            if (bystanders.Contains(written)) continue;
            var name = Canonical(written, scope);
            var symbol = scope.Find(name);
            var known = names.Contains(name) || symbol?.Kind == SymbolKind.Derived || scope.Sizes.Contains(name);
            if (!known) return Fail("unknown-input", $"There is no input \"{written}\".", Suggestion.For(written, names));
            if (values.ContainsKey(name) || sizes.ContainsKey(name)) return Fail("doubled-input", $"The input {name} is given twice.");
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

    /// <summary>
    /// The symbol's own name for a declared spelling (<c>c_1</c> for c1), and for a vector named by its entries (<c>dg_i</c> for dg).
    /// </summary>
    private static string Canonical(string written, Scope scope)
    {
        if (scope.Find(written) is not null || scope.Sizes.Contains(written)) return written;
        if (scope.Symbols.FirstOrDefault(symbol => symbol.Spellings.Contains(written)) is { } spelled) return spelled.Name;
        var subscript = written.LastIndexOf('_');
        if (subscript < 1) return written;
        var axes = scope.Find(written[..subscript])?.Shape switch
        {
            Shape.VectorShape => 1,
            Shape.MatrixShape => 2,
            _ => 0,
        };
        var letters = written.AsSpan(subscript + 1);
        return letters.Length == axes && !letters.ContainsAnyExceptInRange('a', 'z') ? written[..subscript] : written;
    }

    private static Reading<Assignment>.Failure Fail(string code, string message, string? hint = null) =>
        new(new Diagnostic(code, message, default, hint));
}
