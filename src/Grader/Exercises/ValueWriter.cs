using System.Diagnostics;
using Formulas.Expressions;
using Formulas.Text;
using Newtonsoft.Json.Linq;

namespace Grader.Exercises;

/// <summary>Writes values in the JSON form that <see cref="InputReader"/> reads.</summary>
public static class ValueWriter
{
    /// <summary>Whole numbers are written without a fraction. JSON has no word for NaN and the infinities: they become texts.</summary>
    public static JToken ToJson(Value value) => value switch
    {
        Value.Scalar(var number) => Number(number),
        Value.Vector(var entries) => Array(entries),
        Value.Matrix matrix => new JArray(Enumerable.Range(0, matrix.Rows).Select(row =>
            Array(matrix.Entries.Skip(row * matrix.Columns).Take(matrix.Columns)))),
        Value.Truth(var holds) => new JValue(holds),
        Value.ScalarFunction(var name) => new JValue(name),
        Value.VectorMap(null, null, var g) => new JValue(g),
        Value.VectorMap map => Map(map),
        Value.Named(var items) => new JObject(items.Select(item => new JProperty(item.Name, ToJson(item.Value)))),
        _ => throw new UnreachableException(),
    };

    /// <summary>Inputs by name, sizes that are inputs among them, in the order of <paramref name="names"/>.</summary>
    public static JObject ToJson(Assignment assignment, EquatableList<string> names)
    {
        var record = new JObject();
        foreach (var name in names)
        {
            if (assignment.Values.TryGetValue(name, out var value)) record[name] = ToJson(value);
            else if (assignment.Sizes.TryGetValue(name, out var size)) record[name] = size;
        }

        return record;
    }

    private static JObject Map(Value.VectorMap map)
    {
        var record = new JObject();
        if (map.A is not null) record["A"] = ToJson(map.A);
        if (map.C is not null) record["c"] = ToJson(map.C);
        record["g"] = map.G;
        return record;
    }

    private static JArray Array(IEnumerable<double> entries) => new(entries.Select(Number));

    private static JValue Number(double number)
    {
        const double LargestExactWhole = 1L << 53;
        if (Math.Floor(number) == number && Math.Abs(number) <= LargestExactWhole) return new((long)number);
        if (double.IsNaN(number)) return new("NaN");
        if (double.IsInfinity(number)) return new(number > 0 ? "Infinity" : "-Infinity");
        return new(number);
    }
}
