namespace Formulas.Numbers;

/// <summary>
/// A number in single precision. Steps are computed in doubles and rounded: for the four operations and the root that is what
/// 32-bit arithmetic gives.
/// </summary>
public readonly record struct SingleReal : IReal<SingleReal>
{
    private readonly float value;

    private SingleReal(double value) => this.value = (float)value;

    public double Value => value;

    public double Uncertainty => 0;

    public bool IsZero => Value == 0;

    public static SingleReal Unknown => new(double.NaN);

    public static SingleReal Exact(double value) => new(value);

    public static SingleReal Rounded(double value) => new(value);

    public static SingleReal Between(double low, double high) => low == high ? new(low) : Unknown;

    public static SingleReal operator +(SingleReal left, SingleReal right) => new(left.Value + right.Value);

    public static SingleReal operator -(SingleReal left, SingleReal right) => new(left.Value - right.Value);

    public static SingleReal operator -(SingleReal value) => new(-value.Value);

    public static SingleReal operator *(SingleReal left, SingleReal right) => new(left.Value * right.Value);

    public static SingleReal operator /(SingleReal left, SingleReal right) => new(left.Value / right.Value);

    public static SingleReal Abs(SingleReal x) => new(Math.Abs(x.Value));

    public static SingleReal Sign(SingleReal x) => double.IsNaN(x.Value) ? x : new(Math.Sign(x.Value));

    public static SingleReal Step(SingleReal x) => double.IsNaN(x.Value) ? x : new(x.Value > 0 ? 1 : 0);

    public static SingleReal Relu(SingleReal x) => new(Math.Max(x.Value, 0));

    public static SingleReal Max(SingleReal x, SingleReal y) => new(Math.Max(x.Value, y.Value));

    public static SingleReal Min(SingleReal x, SingleReal y) => new(Math.Min(x.Value, y.Value));

    public static SingleReal Sqrt(SingleReal x) => new(Math.Sqrt(x.Value));

    public static SingleReal Exp(SingleReal x) => new(Math.Exp(x.Value));

    public static SingleReal Log(SingleReal x) => new(Math.Log(x.Value));

    public static SingleReal Sin(SingleReal x) => new(Math.Sin(x.Value));

    public static SingleReal Cos(SingleReal x) => new(Math.Cos(x.Value));

    public static SingleReal Asin(SingleReal x) => new(Math.Asin(x.Value));

    public static SingleReal Acos(SingleReal x) => new(Math.Acos(x.Value));

    public static SingleReal Atan(SingleReal x) => new(Math.Atan(x.Value));

    public static SingleReal Sinh(SingleReal x) => new(Math.Sinh(x.Value));

    public static SingleReal Cosh(SingleReal x) => new(Math.Cosh(x.Value));

    public static SingleReal Tanh(SingleReal x) => new(Math.Tanh(x.Value));

    public static SingleReal Sigmoid(SingleReal x) => new(Elementary.Sigmoid(x.Value));

    public static SingleReal Softplus(SingleReal x) => new(Elementary.Softplus(x.Value));

    /// <summary>Not a number where an operand is none; IEEE's 1 for NaN^0 and 1^NaN would hide an overflow.</summary>
    public static SingleReal Pow(SingleReal x, SingleReal y)
    {
        if (double.IsNaN(x.Value) || double.IsNaN(y.Value)) return Unknown;
        return y.Value == 2 ? x * x : new(Math.Pow(x.Value, y.Value));
    }
}
