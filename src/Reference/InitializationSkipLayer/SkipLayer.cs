using MathNet.Numerics.LinearAlgebra;

namespace Reference.InitializationSkipLayer;

/// <summary>Networks whose input is connected to the output as well; worksheet `initialization-skip-layer`, question 2.</summary>
public static class SkipLayer
{
    /// <summary>
    /// sum_{l=1..L} d_{l-1} d_l + d_0 d_L weights, without biases; part 2b.count. With a single layer (L = 1) the
    /// skip connection would repeat that layer, so L is at least 2.
    /// </summary>
    /// <param name="L">The number of layers after the input.</param>
    /// <param name="d">The widths d_0 .. d_L, so L + 1 entries.</param>
    /// <exception cref="ArgumentException">L is below 2, or d has not L + 1 entries.</exception>
    public static double WeightCount(int L, Vector<double> d)
    {
        if (L < 2) throw new ArgumentException("A skip-layer network has at least 2 layers after its input.", nameof(L));
        if (d.Count != L + 1) throw new ArgumentException("The widths are those of layers 0 to L: L + 1 entries.", nameof(d));
        return Enumerable.Range(1, L).Sum(l => d[l - 1] * d[l]) + (d[0] * d[L]);
    }

    /// <summary>y = g(w_hy g(w_xh x) + w_xy x), the simplest skip-layer network.</summary>
    public static double Output(double w_xh, double w_hy, double w_xy, double x, ScalarFunction g) =>
        g.Of((w_hy * g.Of(w_xh * x)) + (w_xy * x));

    /// <summary>
    /// The gradient of y by [w_xh, w_hy, w_xy]: with u = w_hy g(w_xh x) + w_xy x it is
    /// [g'(u) w_hy g'(w_xh x) x, g'(u) g(w_xh x), g'(u) x]; part 2d.gradient.
    /// </summary>
    public static Vector<double> Gradient(double w_xh, double w_hy, double w_xy, double x, ScalarFunction g)
    {
        var hidden = g.Of(w_xh * x);
        var slope = g.Derivative((w_hy * hidden) + (w_xy * x));
        return slope * LinearOutputGradient(w_xh, w_hy, x, g);
    }

    /// <summary>The same gradient where the output unit is linear, y = u: the second accepted reading of part 2d.gradient.</summary>
    public static Vector<double> LinearOutputGradient(double w_xh, double w_hy, double x, ScalarFunction g) =>
        Vector<double>.Build.DenseOfArray([w_hy * g.Derivative(w_xh * x) * x, g.Of(w_xh * x), x]);
}
