using System.Diagnostics;
using System.Globalization;
using Formulas.Expressions;
using Formulas.Text;
using Newtonsoft.Json.Linq;

namespace Grader.Exercises;

/// <summary>Reads one input's value from JSON, as its symbol's kind and shape ask for it.</summary>
internal static class InputValueReader
{
    /// <summary>What a generic scalar function may be set to, in the order of the help text.</summary>
    public static EquatableList<string> ScalarFunctions { get; } = ["tanh", "sigmoid", "softplus", "sin", "relu", "identity"];

    public static Reading<Value> Read(string name, Symbol symbol, JToken token) => symbol.Kind switch
    {
        SymbolKind.ScalarFunction => Function(name, token),
        SymbolKind.VectorMap => Map(name, token),
        SymbolKind.Index => Index(name, token),
        SymbolKind.Variable or SymbolKind.Derived => Array(name, symbol.Shape, token),
        _ => throw new UnreachableException(),
    };

    /// <summary>The value of a number, vector or matrix; sizes are not compared here.</summary>
    public static Reading<Value> Array(string name, Shape shape, JToken token) => shape switch
    {
        Shape.ScalarShape => Scalar(name, token),
        Shape.VectorShape or Shape.RowShape => Vector(name, token),
        Shape.MatrixShape => Matrix(name, token),
        Shape.TruthShape => token.Type == JTokenType.Boolean
            ? Success(new Value.Truth(token.Value<bool>()))
            : Fail("wrong-type", $"{name} must be true or false."),
        _ => throw new UnreachableException(),
    };

    private static Reading<Value> Scalar(string name, JToken token)
    {
        if (token is JArray) return Fail("shape-mismatch", $"{name} must be a number, but is an array.");
        return JsonRecord.NumberOf(token) is { } number ? Success(new Value.Scalar(number)) : NotANumber(name, token);
    }

    private static Reading<Value> Index(string name, JToken token) => JsonRecord.WholeOf(token) is { } index
        ? Success(new Value.Scalar(index))
        : Fail("wrong-type", $"{name} is an index and must be a whole number, but is {Show(token)}.");

    private static Reading<Value> Vector(string name, JToken token)
    {
        if (token is not JArray array) return Fail("shape-mismatch", $"{name} must be an array of numbers, but is {Show(token)}.");
        if (array.Count == 0) return Fail("shape-mismatch", $"{name} is empty.", "Give at least one number.");
        var entries = new double[array.Count];
        for (var place = 0; place < entries.Length; place++)
        {
            if (array[place] is JArray) return Fail("shape-mismatch", $"{name} must be an array of numbers, but holds an array at entry {place + 1}.");
            if (JsonRecord.NumberOf(array[place]) is not { } number) return NotANumber($"Entry {place + 1} of {name}", array[place]);
            entries[place] = number;
        }

        return Success(new Value.Vector(entries.ToEquatableList()));
    }

    private static Reading<Value> Matrix(string name, JToken token)
    {
        if (token is not JArray rows || rows.Any(row => row is not JArray))
        {
            return Fail("shape-mismatch", $"{name} must be an array of rows, each an array of numbers.", "Write a 2 x 2 matrix as [[1, 2], [3, 4]].");
        }

        if (rows.Count == 0 || !rows[0].HasValues) return Fail("shape-mismatch", $"{name} is empty.", "Give at least one row with one number.");
        var entries = new List<double>();
        var columns = ((JArray)rows[0]).Count;
        for (var row = 0; row < rows.Count; row++)
        {
            var array = (JArray)rows[row];
            if (array.Count != columns)
            {
                return Fail("shape-mismatch", $"Row {row + 1} of {name} has {Count(array.Count)}, but row 1 has {Count(columns)}.");
            }

            for (var column = 0; column < columns; column++)
            {
                if (JsonRecord.NumberOf(array[column]) is not { } number)
                {
                    return NotANumber($"Entry ({row + 1}, {column + 1}) of {name}", array[column]);
                }

                entries.Add(number);
            }
        }

        return Success(new Value.Matrix(rows.Count, columns, entries.ToEquatableList()));
    }

    private static Reading<Value> Function(string name, JToken token)
    {
        if (token.Type == JTokenType.String && ScalarFunctions.Contains(token.Value<string>()!))
        {
            return Success(new Value.ScalarFunction(token.Value<string>()!));
        }

        return Fail("wrong-type", $"{name} must be the name of a function, but is {Show(token)}.", $"Known are: {string.Join(", ", ScalarFunctions)}.");
    }

    private static Reading<Value> Map(string name, JToken token)
    {
        if (token is not JObject record)
        {
            return Function(name, token) is Reading<Value>.Success(Value.ScalarFunction(var function), _)
                ? Success(new Value.VectorMap(null, null, function))
                : Fail("wrong-type", $"{name} must be the name of a function or {{\"A\": ..., \"c\": ..., \"g\": ...}}.", $"Known functions are: {string.Join(", ", ScalarFunctions)}.");
        }

        if (record.Properties().FirstOrDefault(property => property.Name is not ("A" or "c" or "g")) is { } unknown)
        {
            return Fail("unknown-input", $"{name} has no entry \"{unknown.Name}\".", "A vector map has \"A\", \"c\" and \"g\", and means g(A z + c).");
        }

        Value.Matrix? factor = null;
        Value.Vector? shift = null;
        if (record["A"] is { } given)
        {
            var reading = Matrix($"A of {name}", given);
            if (reading is not Reading<Value>.Success(Value.Matrix matrix, _)) return reading;
            factor = matrix;
        }

        if (record["c"] is { } constant)
        {
            var reading = Vector($"c of {name}", constant);
            if (reading is not Reading<Value>.Success(Value.Vector vector, _)) return reading;
            shift = vector;
        }

        if (factor is not null && shift is not null && factor.Rows != shift.Entries.Count)
        {
            return Fail("shape-mismatch", $"A of {name} has {factor.Rows} rows, but c of {name} has {shift.Entries.Count} entries.");
        }

        var outer = Function($"g of {name}", record["g"] ?? JValue.CreateString("identity"));
        return outer is Reading<Value>.Success(Value.ScalarFunction(var g), _) ? Success(new Value.VectorMap(factor, shift, g)) : outer;
    }

    private static string Count(int numbers) => numbers == 1 ? "1 number" : $"{numbers} numbers";

    private static Reading<Value> NotANumber(string name, JToken token) =>
        token.Type == JTokenType.Float || token.Type == JTokenType.String && token.Value<string>() is "NaN" or "Infinity" or "-Infinity"
            ? Fail("not-finite", $"{name} is {Show(token)}, which is not a finite number.")
            : Fail("wrong-type", $"{name} must be a number, but is {Show(token)}.");

    private static string Show(JToken token) => token switch
    {
        JArray => "an array",
        JObject => "an object",
        { Type: JTokenType.Null } => "null",
        // Written out as JSON these would stand in quotation marks.
        { Type: JTokenType.Float } when !double.IsFinite(token.Value<double>()) => token.Value<double>().ToString(CultureInfo.InvariantCulture),
        _ when token.ToString(Newtonsoft.Json.Formatting.None) is { Length: > 40 } text => text[..40] + "...",
        _ => token.ToString(Newtonsoft.Json.Formatting.None),
    };

    private static Reading<Value> Success(Value value) => new Reading<Value>.Success(value, []);

    private static Reading<Value> Fail(string code, string message, string? hint = null) =>
        new Reading<Value>.Failure(new(code, message, default, hint));
}
