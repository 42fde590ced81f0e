using System.Diagnostics;
using Protocol;

namespace Sandbox;

/// <summary>The scalar functions that a part hands in, with their first two derivatives.</summary>
internal static class Activations
{
    /// <exception cref="MalformedFrameException">The derivative is not among 0, 1 and 2.</exception>
    public static Func<double, double> Of(ActivationName name, int derivativeOrder)
    {
        var (value, first, second) = Row(name);
        return derivativeOrder switch
        {
            0 => value,
            1 => first,
            2 => second,
            _ => throw new MalformedFrameException($"There is no derivative of order {derivativeOrder}."),
        };
    }

    private static (Func<double, double> Value, Func<double, double> First, Func<double, double> Second) Row(ActivationName name) => name switch
    {
        ActivationName.Identity => (z => z, _ => 1, _ => 0),
        ActivationName.Tanh => (Math.Tanh, TanhSlope, z => -2 * Math.Tanh(z) * TanhSlope(z)),
        ActivationName.Sigmoid => (Sigmoid, z => Sigmoid(z) * Sigmoid(-z), z => Sigmoid(z) * Sigmoid(-z) * (Sigmoid(-z) - Sigmoid(z))),
        ActivationName.Softplus => (Softplus, Sigmoid, z => Sigmoid(z) * Sigmoid(-z)),
        ActivationName.Sin => (Math.Sin, Math.Cos, z => -Math.Sin(z)),
        ActivationName.Relu => (z => Math.Max(0, z), z => z > 0 ? 1 : 0, _ => 0),
        _ => throw new UnreachableException(),
    };

    // Not 1 - tanh(z)^2, which keeps no digit where tanh is near 1.
    private static double TanhSlope(double z) => 1 / (Math.Cosh(z) * Math.Cosh(z));

    private static double Sigmoid(double z) => z >= 0 ? 1 / (1 + Math.Exp(-z)) : Math.Exp(z) / (1 + Math.Exp(z));

    // ln(1 + e^z) without overflow at large z.
    private static double Softplus(double z) => Math.Max(z, 0) + LogOfOnePlus(Math.Exp(-Math.Abs(z)));

    // Kahan's way keeps the digits that 1 + x loses.
    private static double LogOfOnePlus(double x)
    {
        var sum = 1 + x;
        return sum == 1 ? x : Math.Log(sum) * x / (sum - 1);
    }
}
