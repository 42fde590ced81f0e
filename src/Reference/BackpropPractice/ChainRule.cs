using MathNet.Numerics.LinearAlgebra;

namespace Reference.BackpropPractice;

/// <summary>The chain rule for a function of several functions of one variable; worksheet `backprop-practice`, part 2a.</summary>
public static class ChainRule
{
    /// <summary>
    /// d/dw f(g_1(w), .., g_n(w)) = sum_i (df/dx_i)(g(w)) g_i'(w); part 2a.derivative.
    /// </summary>
    /// <param name="f">The n partial derivatives of f, taken at g(w).</param>
    /// <param name="dg">The n derivatives g_i'(w).</param>
    public static double Derivative(Vector<double> f, Vector<double> dg) => f * dg;

    /// <summary>
    /// The value of f(g_1(w), g_2(w), g_3(w)), part 2a.graph, with g_1 = tanh, g_2 = sin, g_3 = s and
    /// f(a, b, c) = a b^2 + c. The part asks for the shape of the graph alone; these functions are chosen only so that
    /// a graph can be run, with an f that no exchange of its inputs leaves as it is.
    /// </summary>
    public static double GraphValue(double w) => Outer(First(w), Second(w), Third(w));

    public static double First(double w) => Math.Tanh(w);

    public static double Second(double w) => Math.Sin(w);

    public static double Third(double w) => ScalarFunctions.Logistic(w);

    public static double Outer(double a, double b, double c) => (a * b * b) + c;
}
