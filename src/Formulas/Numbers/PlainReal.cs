namespace Formulas.Numbers;

/// <summary>A double and nothing else.</summary>
public readonly record struct PlainReal(double Value) : IReal<PlainReal>
{
    public double Uncertainty => 0;

    public bool IsZero => Value == 0;

    public static PlainReal Unknown => new(double.NaN);

    public static PlainReal Exact(double value) => new(value);

    public static PlainReal Rounded(double value) => new(value);

    public static PlainReal Between(double low, double high) => low == high ? new(low) : Unknown;

    public static PlainReal operator +(PlainReal left, PlainReal right) => new(left.Value + right.Value);

    public static PlainReal operator -(PlainReal left, PlainReal right) => new(left.Value - right.Value);

    public static PlainReal operator -(PlainReal value) => new(-value.Value);

    public static PlainReal operator *(PlainReal left, PlainReal right) => new(left.Value * right.Value);

    public static PlainReal operator /(PlainReal left, PlainReal right) => new(left.Value / right.Value);

    public static PlainReal Abs(PlainReal x) => new(Math.Abs(x.Value));

    public static PlainReal Sign(PlainReal x) => double.IsNaN(x.Value) ? x : new(Math.Sign(x.Value));

    public static PlainReal Step(PlainReal x) => double.IsNaN(x.Value) ? x : new(x.Value > 0 ? 1 : 0);

    public static PlainReal Relu(PlainReal x) => new(Math.Max(x.Value, 0));

    public static PlainReal Max(PlainReal x, PlainReal y) => new(Math.Max(x.Value, y.Value));

    public static PlainReal Min(PlainReal x, PlainReal y) => new(Math.Min(x.Value, y.Value));

    public static PlainReal Sqrt(PlainReal x) => new(Math.Sqrt(x.Value));

    public static PlainReal Exp(PlainReal x) => new(Math.Exp(x.Value));

    public static PlainReal Log(PlainReal x) => new(Math.Log(x.Value));

    public static PlainReal Sin(PlainReal x) => new(Math.Sin(x.Value));

    public static PlainReal Cos(PlainReal x) => new(Math.Cos(x.Value));

    public static PlainReal Asin(PlainReal x) => new(Math.Asin(x.Value));

    public static PlainReal Acos(PlainReal x) => new(Math.Acos(x.Value));

    public static PlainReal Atan(PlainReal x) => new(Math.Atan(x.Value));

    public static PlainReal Sinh(PlainReal x) => new(Math.Sinh(x.Value));

    public static PlainReal Cosh(PlainReal x) => new(Math.Cosh(x.Value));

    public static PlainReal Tanh(PlainReal x) => new(Math.Tanh(x.Value));

    public static PlainReal Asinh(PlainReal x) => new(Math.Asinh(x.Value));

    public static PlainReal Atanh(PlainReal x) => new(Math.Atanh(x.Value));

    public static PlainReal Sigmoid(PlainReal x) => new(Elementary.Sigmoid(x.Value));

    public static PlainReal Softplus(PlainReal x) => new(Elementary.Softplus(x.Value));

    /// <summary>Not a number where an operand is none; IEEE's 1 for NaN^0 and 1^NaN would hide an overflow.</summary>
    public static PlainReal Pow(PlainReal x, PlainReal y)
    {
        if (double.IsNaN(x.Value) || double.IsNaN(y.Value)) return Unknown;
        return y.Value == 2 ? x * x : new(Math.Pow(x.Value, y.Value));
    }
}
