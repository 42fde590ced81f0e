using System.Globalization;
using Formulas.Expressions;
using Formulas.Text;
using Grader.Exercises;
using Newtonsoft.Json;

namespace Grader.Authoring;

/// <summary>The numbers in values, compared and shown.</summary>
internal static class Numbers
{
    /// <summary>Farther apart than rounding could bring them, nearer than any two formulas that differ.</summary>
    private const double Clearly = 1e-9;

    public static IReadOnlyList<double> Of(Value value) => value switch
    {
        Value.Scalar(var number) => [number],
        Value.Vector(var entries) => entries,
        Value.Matrix matrix => matrix.Entries,
        Value.Truth(var holds) => [holds ? 1 : 0],
        Value.Named(var items) => [.. items.SelectMany(item => Of(item.Value))],
        Value.ScalarFunction or Value.VectorMap => [],
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    public static int Count(Value value) => Of(value).Count;

    /// <summary>Whether two values of one shape are the same but for rounding.</summary>
    public static bool Same(Value left, Value right)
    {
        var (here, there) = (Of(left), Of(right));
        if (here.Count != there.Count) return false;
        var scale = here.Concat(there).Select(Math.Abs).DefaultIfEmpty(0).Max();
        return here.Zip(there).All(pair => Math.Abs(pair.First - pair.Second) <= Clearly * scale);
    }

    public static string Show(Value value) => value is Value.Scalar(var number)
        ? number.ToString("G9", CultureInfo.InvariantCulture)
        : Shortened(ValueWriter.ToJson(value).ToString(Formatting.None));

    /// <summary>Inputs as an author would write them under "given".</summary>
    public static string Show(Assignment inputs, EquatableList<string> names) => Shortened(ValueWriter.ToJson(inputs, names).ToString(Formatting.None));

    private static string Shortened(string text) => text.Length <= 200 ? text : $"{text[..200]}...";
}
