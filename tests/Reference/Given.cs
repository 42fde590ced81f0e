using Formulas.Expressions;
using MathNet.Numerics.LinearAlgebra;

namespace Reference.Tests;

/// <summary>Short ways to write inputs and to read what a method returned.</summary>
internal static class Given
{
    public static Assignment Inputs(params (string Name, object Value)[] inputs) => new(
        inputs.ToDictionary(input => input.Name, input => AsValue(input.Value)), new Dictionary<string, int>());

    /// <summary>Runs the method of a part.</summary>
    public static Value Run(string part, params (string Name, object Value)[] inputs) => Catalogue.Methods[part](Inputs(inputs));

    public static Vector<double> Vector(params double[] entries) => Vector<double>.Build.DenseOfArray(entries);

    public static Matrix<double> Matrix(double[,] entries) => Matrix<double>.Build.DenseOfArray(entries);

    public static double Number(this Value value) => ((Value.Scalar)value).Number;

    public static Vector<double> Vector(this Value value) => ((Value.Vector)value).ToVector();

    public static Matrix<double> Matrix(this Value value) => ((Value.Matrix)value).ToMatrix();

    public static bool Truth(this Value value) => ((Value.Truth)value).Holds;

    public static Value Cell(this Value value, string name) => ((Value.Named)value).Items.Single(item => item.Name == name).Value;

    public static IReadOnlyList<double> Cells(this Value value) =>
        [.. ((Value.Named)value).Items.Select(item => item.Value.Number())];

    public static void AreClose(Vector<double> actual, Vector<double> expected, double within = Numerical.Tolerance) =>
        Assert.That((actual - expected).AbsoluteMaximum(), Is.LessThanOrEqualTo(within), $"{actual} against {expected}");

    public static void AreClose(Matrix<double> actual, Matrix<double> expected, double within = Numerical.Tolerance) =>
        Assert.That((actual - expected).Enumerate().Max(Math.Abs), Is.LessThanOrEqualTo(within), $"{actual} against {expected}");

    private static Value AsValue(object value) => value switch
    {
        Value given => given,
        double number => number.ToValue(),
        int number => ((double)number).ToValue(),
        string name => new Value.ScalarFunction(name),
        double[] entries => Vector(entries).ToValue(),
        double[,] entries => Matrix(entries).ToValue(),
        Vector<double> vector => vector.ToValue(),
        Matrix<double> matrix => matrix.ToValue(),
        _ => throw new ArgumentException($"No value is made from a {value.GetType()}.", nameof(value)),
    };
}
