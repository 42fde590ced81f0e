using Formulas.Functions;

namespace Formulas.Numbers;

/// <summary>
/// A value and its derivative along one direction: a + b eps with eps^2 = 0. Nested duals carry higher derivatives.
/// The derivatives of functions are those of the table <see cref="ScalarFunctions{T}"/>.
/// </summary>
/// <typeparam name="T">The numbers that value and tangent are made of.</typeparam>
public readonly record struct Dual<T>(T Primal, T Tangent) : IReal<Dual<T>>
    where T : struct, IReal<T>
{
    private static readonly T Zero = T.Exact(0);

    public double Value => Primal.Value;

    public double Uncertainty => Primal.Uncertainty;

    public bool IsZero => Primal.IsZero && Tangent.IsZero;

    public static Dual<T> Unknown => new(T.Unknown, T.Unknown);

    /// <summary>The variable that is differentiated by.</summary>
    public static Dual<T> Variable(T value) => new(value, T.Exact(1));

    public static Dual<T> Constant(T value) => new(value, Zero);

    public static Dual<T> Exact(double value) => Constant(T.Exact(value));

    public static Dual<T> Rounded(double value) => Constant(T.Rounded(value));

    public static Dual<T> Between(double low, double high) => new(T.Between(low, high), low == high ? Zero : T.Unknown);

    public static Dual<T> operator +(Dual<T> left, Dual<T> right) =>
        new(left.Primal + right.Primal, left.Tangent + right.Tangent);

    public static Dual<T> operator -(Dual<T> left, Dual<T> right) =>
        new(left.Primal - right.Primal, left.Tangent - right.Tangent);

    public static Dual<T> operator -(Dual<T> value) => new(-value.Primal, -value.Tangent);

    public static Dual<T> operator *(Dual<T> left, Dual<T> right) =>
        new(left.Primal * right.Primal, Along(left.Tangent, right.Primal) + Along(right.Tangent, left.Primal));

    public static Dual<T> operator /(Dual<T> left, Dual<T> right)
    {
        var quotient = left.Primal / right.Primal;
        var change = left.Tangent - Along(right.Tangent, quotient);
        return new(quotient, change.IsZero ? Zero : change / right.Primal);
    }

    public static Dual<T> Abs(Dual<T> x) => Chain(ScalarFunctions<T>.Abs, x);

    public static Dual<T> Sign(Dual<T> x) => Chain(ScalarFunctions<T>.Sign, x);

    public static Dual<T> Step(Dual<T> x) => Chain(ScalarFunctions<T>.Step, x);

    public static Dual<T> Relu(Dual<T> x) => Chain(ScalarFunctions<T>.Relu, x);

    /// <summary>At a tie the tangent of the first operand is taken.</summary>
    public static Dual<T> Max(Dual<T> x, Dual<T> y) => Select(T.Max(x.Primal, y.Primal), x.Value >= y.Value, x, y);

    /// <summary>At a tie the tangent of the first operand is taken.</summary>
    public static Dual<T> Min(Dual<T> x, Dual<T> y) => Select(T.Min(x.Primal, y.Primal), x.Value <= y.Value, x, y);

    public static Dual<T> Sqrt(Dual<T> x) => Chain(ScalarFunctions<T>.Sqrt, x);

    public static Dual<T> Exp(Dual<T> x) => Chain(ScalarFunctions<T>.Exp, x);

    public static Dual<T> Log(Dual<T> x) => Chain(ScalarFunctions<T>.Log, x);

    public static Dual<T> Sin(Dual<T> x) => Chain(ScalarFunctions<T>.Sin, x);

    public static Dual<T> Cos(Dual<T> x) => Chain(ScalarFunctions<T>.Cos, x);

    public static Dual<T> Asin(Dual<T> x) => Chain(ScalarFunctions<T>.Asin, x);

    public static Dual<T> Acos(Dual<T> x) => Chain(ScalarFunctions<T>.Acos, x);

    public static Dual<T> Atan(Dual<T> x) => Chain(ScalarFunctions<T>.Atan, x);

    public static Dual<T> Sinh(Dual<T> x) => Chain(ScalarFunctions<T>.Sinh, x);

    public static Dual<T> Cosh(Dual<T> x) => Chain(ScalarFunctions<T>.Cosh, x);

    public static Dual<T> Tanh(Dual<T> x) => Chain(ScalarFunctions<T>.Tanh, x);

    public static Dual<T> Asinh(Dual<T> x) => Chain(ScalarFunctions<T>.Asinh, x);

    public static Dual<T> Atanh(Dual<T> x) => Chain(ScalarFunctions<T>.Atanh, x);

    public static Dual<T> Sigmoid(Dual<T> x) => Chain(ScalarFunctions<T>.Sigmoid, x);

    public static Dual<T> Softplus(Dual<T> x) => Chain(ScalarFunctions<T>.Softplus, x);

    public static Dual<T> Pow(Dual<T> x, Dual<T> y)
    {
        var power = T.Pow(x.Primal, y.Primal);
        var byBase = x.Tangent.IsZero || y.Primal.IsZero
            ? Zero
            : Along(x.Tangent, y.Primal * T.Pow(x.Primal, y.Primal - T.Exact(1)));
        // 0^y stays 0 along every exponent above 0, where ln x alone would be infinite.
        var byExponent = y.Tangent.IsZero || (x.Primal.IsZero && y.Value > 0)
            ? Zero
            : y.Tangent * power * T.Log(x.Primal);
        return new(power, byBase + byExponent);
    }

    private static Dual<T> Chain(ScalarFunction<T> function, Dual<T> x) =>
        new(function.Value(x.Primal), x.Tangent.IsZero ? Zero : x.Tangent * function.Derivative(x.Primal));

    /// <summary>A tangent times a factor; a zero tangent stays zero beside an infinite factor, because nothing changes along it.</summary>
    private static T Along(T tangent, T factor) => tangent.IsZero ? Zero : tangent * factor;

    /// <summary>Which operand is the larger may be uncertain; then so is the tangent.</summary>
    private static Dual<T> Select(T primal, bool first, Dual<T> x, Dual<T> y)
    {
        var margin = x.Uncertainty + y.Uncertainty;
        var decided = margin == 0 || Math.Abs(x.Value - y.Value) > margin;
        return decided || x.Tangent.Equals(y.Tangent) ? new(primal, first ? x.Tangent : y.Tangent) : new(primal, T.Unknown);
    }
}
