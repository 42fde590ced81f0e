namespace Reference;

/// <summary>A differentiable function of one number, with its derivative.</summary>
public sealed record ScalarFunction(string Name, Func<double, double> Of, Func<double, double> Derivative);

/// <summary>
/// The functions that may stand for a generic g, written so that neither a large nor a small argument loses digits.
/// </summary>
public static class ScalarFunctions
{
    public static ScalarFunction Tanh { get; } = new("tanh", Math.Tanh, z => 1 / (Math.Cosh(z) * Math.Cosh(z)));

    public static ScalarFunction Sigmoid { get; } = new("sigmoid", Logistic, LogisticDerivative);

    public static ScalarFunction Softplus { get; } = new("softplus", LogOnePlusExp, Logistic);

    public static ScalarFunction Sin { get; } = new("sin", Math.Sin, Math.Cos);

    public static ScalarFunction Relu { get; } = new("relu", Rectify, ReluDerivative);

    public static ScalarFunction Identity { get; } = new("identity", z => z, _ => 1);

    /// <exception cref="ArgumentException">No function has that name.</exception>
    public static ScalarFunction Named(string name) => name switch
    {
        "tanh" => Tanh,
        "sigmoid" => Sigmoid,
        "softplus" => Softplus,
        "sin" => Sin,
        "relu" => Relu,
        "identity" => Identity,
        _ => throw new ArgumentException(
            $"'{name}' is no scalar function; expected tanh, sigmoid, softplus, sin, relu or identity.", nameof(name)),
    };

    /// <summary>s(z) = 1 / (1 + e^-z). The exponential is only ever taken of a number that is not positive.</summary>
    public static double Logistic(double z)
    {
        if (z >= 0) return 1 / (1 + Math.Exp(-z));
        var power = Math.Exp(z);
        return power / (1 + power);
    }

    /// <summary>s'(z) = s(z) (1 - s(z)), with 1 - s(z) as s(-z), which does not cancel.</summary>
    public static double LogisticDerivative(double z) => Logistic(z) * Logistic(-z);

    /// <summary>ln(1 + e^z), finite for every finite z; -LogOnePlusExp(-z) is ln s(z) and -LogOnePlusExp(z) is ln(1 - s(z)).</summary>
    public static double LogOnePlusExp(double z) => Math.Max(z, 0) + LogOnePlus(Math.Exp(-Math.Abs(z)));

    public static double Rectify(double a) => Math.Max(a, 0);

    /// <summary>1 for a above 0, else 0: at 0 itself the worksheets take 0.</summary>
    public static double ReluDerivative(double a) => a > 0 ? 1 : 0;

    /// <summary>x ln p, with 0 ln 0 = 0: a thing never seen adds nothing to a log-likelihood.</summary>
    public static double TimesLog(double x, double p) => x == 0 ? 0 : x * Math.Log(p);

    /// <summary>ln(1 + x) for small x (Kahan): the rounding of 1 + x cancels in the quotient.</summary>
    private static double LogOnePlus(double x)
    {
        var sum = 1 + x;
        return sum == 1 ? x : Math.Log(sum) * (x / (sum - 1));
    }
}
