namespace Formulas.Numbers;

/// <summary>
/// A kind of real number that formulas can be evaluated in: plain doubles, doubles with an error bound, dual numbers.
/// Operations outside their domain give NaN or an infinity as IEEE 754 does (or an unbounded number where bounds are kept);
/// naming the reason is the evaluator's business.
/// </summary>
public interface IReal<TSelf>
    where TSelf : struct, IReal<TSelf>
{
    /// <summary>The nearest double: for comparisons, pivoting and output.</summary>
    double Value { get; }

    /// <summary>How far <see cref="Value"/> may be from the true value; 0 where no bound is kept.</summary>
    double Uncertainty { get; }

    /// <summary>True where the number, its bound and its tangents are all exactly 0.</summary>
    bool IsZero { get; }

    /// <summary>A number that is the double itself: an input, an index, a whole number.</summary>
    static abstract TSelf Exact(double value);

    /// <summary>A number that was rounded to the nearest double.</summary>
    static abstract TSelf Rounded(double value);

    /// <summary>A decimal as it was written; <paramref name="value"/> is the nearest double.</summary>
    static virtual TSelf Literal(double value, string text) =>
        Literals.IsExact(value, text) ? TSelf.Exact(value) : TSelf.Rounded(value);

    static virtual TSelf Pi => TSelf.Rounded(Math.PI);

    /// <summary>Euler's number.</summary>
    static virtual TSelf E => TSelf.Rounded(Math.E);

    /// <summary>A number of which nothing is known.</summary>
    static abstract TSelf Unknown { get; }

    /// <summary>Any number from <paramref name="low"/> to <paramref name="high"/>, as after a comparison that could not be decided.</summary>
    static abstract TSelf Between(double low, double high);

    /// <summary>Below 0, 0 or above 0 as the left number is smaller, equal or larger; null where the bounds leave it open.</summary>
    static virtual int? Order(TSelf left, TSelf right)
    {
        var margin = left.Uncertainty + right.Uncertainty;
        // Exact operands are compared as doubles: a difference may underflow, the order does not.
        if (margin == 0) return left.Value.CompareTo(right.Value);
        var difference = left.Value - right.Value;
        return Math.Abs(difference) > margin * (1 + (4 * Elementary.Epsilon)) ? Math.Sign(difference) : null;
    }

    /// <summary>Whether one of two numbers other than 0 lies below all digits of the other, so that their sum does not show it; false where that is not looked at.</summary>
    static virtual bool IsLostBeside(TSelf left, TSelf right) => false;

    static abstract TSelf operator +(TSelf left, TSelf right);

    static abstract TSelf operator -(TSelf left, TSelf right);

    static abstract TSelf operator -(TSelf value);

    static abstract TSelf operator *(TSelf left, TSelf right);

    static abstract TSelf operator /(TSelf left, TSelf right);

    static abstract TSelf Abs(TSelf x);

    static abstract TSelf Sign(TSelf x);

    /// <summary>1 for positive numbers, else 0.</summary>
    static abstract TSelf Step(TSelf x);

    static abstract TSelf Relu(TSelf x);

    static abstract TSelf Max(TSelf x, TSelf y);

    static abstract TSelf Min(TSelf x, TSelf y);

    static abstract TSelf Sqrt(TSelf x);

    static abstract TSelf Exp(TSelf x);

    static abstract TSelf Log(TSelf x);

    static abstract TSelf Sin(TSelf x);

    static abstract TSelf Cos(TSelf x);

    static abstract TSelf Asin(TSelf x);

    static abstract TSelf Acos(TSelf x);

    static abstract TSelf Atan(TSelf x);

    static abstract TSelf Sinh(TSelf x);

    static abstract TSelf Cosh(TSelf x);

    static abstract TSelf Tanh(TSelf x);

    static virtual TSelf Asinh(TSelf x) => TSelf.Log(x + TSelf.Sqrt((x * x) + TSelf.Exact(1)));

    static virtual TSelf Atanh(TSelf x) => TSelf.Log((TSelf.Exact(1) + x) / (TSelf.Exact(1) - x)) / TSelf.Exact(2);

    /// <summary>1 / (1 + exp(-x)), without overflow.</summary>
    static abstract TSelf Sigmoid(TSelf x);

    /// <summary>ln(1 + exp(x)), without overflow or cancellation.</summary>
    static abstract TSelf Softplus(TSelf x);

    /// <summary>x^y, with x^0 = 1 everywhere; negative x only for whole y.</summary>
    static abstract TSelf Pow(TSelf x, TSelf y);
}
