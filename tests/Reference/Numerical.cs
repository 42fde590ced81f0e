using MathNet.Numerics.LinearAlgebra;

namespace Reference.Tests;

/// <summary>
/// Derivatives by central differences of fourth order, straight from a loss: the second derivation that the closed
/// forms are held against. With steps of 1e-3 on smooth functions the error is about 1e-11.
/// </summary>
internal static class Numerical
{
    public const double Tolerance = 1e-8;

    private const double Step = 1e-3;

    public static double Derivative(Func<double, double> f, double at) =>
        ((8 * (f(at + Step) - f(at - Step))) - (f(at + (2 * Step)) - f(at - (2 * Step)))) / (12 * Step);

    public static Vector<double> Gradient(Func<Vector<double>, double> f, Vector<double> at) =>
        Vector<double>.Build.Dense(at.Count, i => Derivative(
            t => f(Vector<double>.Build.Dense(at.Count, k => k == i ? t : at[k])), at[i]));

    public static Matrix<double> Gradient(Func<Matrix<double>, double> f, Matrix<double> at) =>
        Matrix<double>.Build.Dense(at.RowCount, at.ColumnCount, (i, j) => Derivative(
            t => f(Matrix<double>.Build.Dense(at.RowCount, at.ColumnCount, (r, c) => r == i && c == j ? t : at[r, c])), at[i, j]));

    public static Matrix<double> Jacobian(Func<Vector<double>, Vector<double>> map, Vector<double> at) =>
        Matrix<double>.Build.DenseOfRowVectors(Enumerable.Range(0, map(at).Count).Select(r => Gradient(z => map(z)[r], at)));
}
