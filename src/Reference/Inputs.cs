using Formulas.Expressions;
using MathNet.Numerics.LinearAlgebra;

namespace Reference;

/// <summary>Reads inputs with the type that a method needs; a missing or mistyped input is named in the exception.</summary>
public static class Inputs
{
    public static bool Has(this Assignment inputs, string name) => inputs.Values.ContainsKey(name);

    /// <summary>Whether a derived symbol has to be computed: it is not given (nor a size), and what it is computed from is.</summary>
    public static bool FromData(this Assignment inputs, string derived, string data) =>
        !inputs.Has(derived) && !inputs.Sizes.ContainsKey(derived) && inputs.Has(data);

    /// <summary>The second name where only it is given, else the first: for inputs that have a name as a whole and by entry.</summary>
    public static string EitherName(this Assignment inputs, string first, string second) =>
        inputs.Has(second) && !inputs.Has(first) ? second : first;

    /// <summary>A number. A size is a number too, so one that is not given as an input is looked up among the sizes.</summary>
    public static double Number(this Assignment inputs, string name) =>
        !inputs.Has(name) && inputs.Sizes.TryGetValue(name, out var size)
            ? size
            : inputs.Find(name) is Value.Scalar scalar ? scalar.Number : throw Mistyped(inputs, name, "a number");

    /// <summary>A whole number: a size or a label.</summary>
    public static int Whole(this Assignment inputs, string name)
    {
        var number = inputs.Number(name);
        return number == Math.Round(number) ? (int)number : throw Mistyped(inputs, name, "a whole number");
    }

    /// <summary>An index, which worksheets count from 1, as a position counted from 0.</summary>
    public static int Index(this Assignment inputs, string name) => inputs.Whole(name) - 1;

    public static Vector<double> Vector(this Assignment inputs, string name) =>
        inputs.Find(name) is Value.Vector vector ? vector.ToVector() : throw Mistyped(inputs, name, "a vector");

    public static Matrix<double> Matrix(this Assignment inputs, string name) =>
        inputs.Find(name) is Value.Matrix matrix ? matrix.ToMatrix() : throw Mistyped(inputs, name, "a matrix");

    public static ScalarFunction ScalarFunction(this Assignment inputs, string name) =>
        inputs.Find(name) is Value.ScalarFunction function
            ? ScalarFunctions.Named(function.Name)
            : throw Mistyped(inputs, name, "a scalar function");

    /// <summary>A vector map; a scalar function given in its place acts entry by entry.</summary>
    public static VectorMap VectorMap(this Assignment inputs, string name) => inputs.Find(name) switch
    {
        Value.VectorMap { A: null, C: null } map => Reference.VectorMap.EntryByEntry(ScalarFunctions.Named(map.G)),
        Value.VectorMap { A: { } a } map => Reference.VectorMap.AfterAffine(
            a.ToMatrix(), Shift(map.C, a.Rows), ScalarFunctions.Named(map.G)),
        Value.VectorMap { C: { } c } map => Reference.VectorMap.AfterAffine(
            Matrix<double>.Build.DenseIdentity(c.Entries.Count), c.ToVector(), ScalarFunctions.Named(map.G)),
        Value.ScalarFunction function => Reference.VectorMap.EntryByEntry(ScalarFunctions.Named(function.Name)),
        _ => throw Mistyped(inputs, name, "a vector map"),
    };

    private static Vector<double> Shift(Value.Vector? c, int entries) =>
        c?.ToVector() ?? Vector<double>.Build.Dense(entries);

    private static Value Find(this Assignment inputs, string name) =>
        inputs.Values.TryGetValue(name, out var value)
            ? value
            : throw new KeyNotFoundException($"The input '{name}' is missing.");

    private static ArgumentException Mistyped(Assignment inputs, string name, string expected) =>
        new($"The input '{name}' must be {expected}; found {inputs.Find(name)}.", nameof(inputs));
}
