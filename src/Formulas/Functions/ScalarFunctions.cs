using Formulas.Numbers;

namespace Formulas.Functions;

/// <summary>
/// Every scalar function with its derivative, one row each. relu'(0) = 0 and step(0) = 0 by convention.
/// To add a function: a row here, a row in <see cref="FunctionSignature"/>.
/// </summary>
public static class ScalarFunctions<T>
    where T : struct, IReal<T>
{
    private static readonly T Zero = T.Exact(0);
    private static readonly T One = T.Exact(1);
    private static readonly T Two = T.Exact(2);
    private static readonly T Ten = T.Exact(10);

    public static ScalarFunction<T> Exp { get; } = Row("exp", T.Exp, T.Exp);

    public static ScalarFunction<T> Log { get; } = Row("ln", T.Log, x => One / x, FunctionDomain.Positive);

    public static ScalarFunction<T> Log2 { get; } =
        Row("log2", x => T.Log(x) / T.Log(Two), x => One / (x * T.Log(Two)), FunctionDomain.Positive);

    public static ScalarFunction<T> Log10 { get; } =
        Row("log10", x => T.Log(x) / T.Log(Ten), x => One / (x * T.Log(Ten)), FunctionDomain.Positive);

    public static ScalarFunction<T> Sqrt { get; } = Row("sqrt", T.Sqrt, x => One / (Two * T.Sqrt(x)), FunctionDomain.NotNegative);

    public static ScalarFunction<T> Abs { get; } = Row("abs", T.Abs, T.Sign);

    public static ScalarFunction<T> Sign { get; } = Row("sign", T.Sign, _ => Zero);

    public static ScalarFunction<T> Step { get; } = Row("step", T.Step, _ => Zero);

    public static ScalarFunction<T> Relu { get; } = Row("relu", T.Relu, T.Step);

    public static ScalarFunction<T> Sin { get; } = Row("sin", T.Sin, T.Cos);

    public static ScalarFunction<T> Cos { get; } = Row("cos", T.Cos, x => -T.Sin(x));

    public static ScalarFunction<T> Tan { get; } = Row("tan", x => T.Sin(x) / T.Cos(x), x => One / Square(T.Cos(x)));

    public static ScalarFunction<T> Sec { get; } = Row("sec", x => One / T.Cos(x), x => T.Sin(x) / Square(T.Cos(x)));

    public static ScalarFunction<T> Csc { get; } =
        Row("csc", x => One / T.Sin(x), x => -T.Cos(x) / Square(T.Sin(x)), FunctionDomain.NotZero);

    public static ScalarFunction<T> Cot { get; } =
        Row("cot", x => T.Cos(x) / T.Sin(x), x => -One / Square(T.Sin(x)), FunctionDomain.NotZero);

    public static ScalarFunction<T> Asin { get; } =
        Row("asin", T.Asin, x => One / T.Sqrt((One - x) * (One + x)), FunctionDomain.UnitInterval);

    public static ScalarFunction<T> Acos { get; } =
        Row("acos", T.Acos, x => -One / T.Sqrt((One - x) * (One + x)), FunctionDomain.UnitInterval);

    public static ScalarFunction<T> Atan { get; } = Row("atan", T.Atan, x => One / (One + Square(x)));

    public static ScalarFunction<T> Sinh { get; } = Row("sinh", T.Sinh, T.Cosh);

    public static ScalarFunction<T> Cosh { get; } = Row("cosh", T.Cosh, T.Sinh);

    // 1 / cosh^2 keeps its digits where 1 - tanh^2 loses them.
    public static ScalarFunction<T> Tanh { get; } = Row("tanh", T.Tanh, x => One / Square(T.Cosh(x)));

    public static ScalarFunction<T> Sech { get; } = Row("sech", x => One / T.Cosh(x), x => -T.Sinh(x) / Square(T.Cosh(x)));

    public static ScalarFunction<T> Csch { get; } =
        Row("csch", x => One / T.Sinh(x), x => -T.Cosh(x) / Square(T.Sinh(x)), FunctionDomain.NotZero);

    public static ScalarFunction<T> Coth { get; } =
        Row("coth", x => T.Cosh(x) / T.Sinh(x), x => -One / Square(T.Sinh(x)), FunctionDomain.NotZero);

    public static ScalarFunction<T> Asinh { get; } =
        Row("asinh", T.Asinh, x => One / T.Sqrt(Square(x) + One));

    public static ScalarFunction<T> Acosh { get; } = Row(
        "acosh", x => T.Log(x + T.Sqrt((x - One) * (x + One))), x => One / T.Sqrt((x - One) * (x + One)), FunctionDomain.AtLeastOne);

    public static ScalarFunction<T> Atanh { get; } =
        Row("atanh", T.Atanh, x => One / ((One - x) * (One + x)), FunctionDomain.OpenUnitInterval);

    public static ScalarFunction<T> Sigmoid { get; } = Row("sigmoid", T.Sigmoid, x => T.Sigmoid(x) * T.Sigmoid(-x));

    public static ScalarFunction<T> Softplus { get; } = Row("softplus", T.Softplus, T.Sigmoid);

    /// <summary>Only for generic functions: formulas have no name for it.</summary>
    public static ScalarFunction<T> Identity { get; } = Row("identity", x => x, _ => One);

    public static IReadOnlyList<ScalarFunction<T>> All { get; } =
    [
        Exp, Log, Log2, Log10, Sqrt, Abs, Sign, Step, Relu, Sin, Cos, Tan, Sec, Csc, Cot, Asin, Acos, Atan, Sinh, Cosh, Tanh, Sech, Csch, Coth,
        Asinh, Acosh, Atanh, Sigmoid, Softplus, Identity,
    ];

    /// <summary>The row of a canonical name; null where there is none.</summary>
    public static ScalarFunction<T>? Find(string name)
    {
        foreach (var row in Rows)
        {
            if (row.Name == name) return row;
        }

        return null;
    }

    private static readonly ScalarFunction<T>[] Rows = [.. All];

    private static ScalarFunction<T> Row(
        string name, Func<T, T> value, Func<T, T> derivative, FunctionDomain domain = FunctionDomain.Everywhere) =>
        new(name, value, derivative, domain);

    private static T Square(T x) => x * x;
}
