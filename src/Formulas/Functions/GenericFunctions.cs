using Formulas.Text;

namespace Formulas.Functions;

/// <summary>What a generic scalar function g may stand for; each is a row of <see cref="ScalarFunctions{T}"/>.</summary>
public static class GenericFunctions
{
    public static EquatableList<string> Names { get; } = ["tanh", "sigmoid", "softplus", "sin", "relu", "identity"];

    /// <summary>Those with derivatives of every order that vanish nowhere for long: samples are drawn from them.</summary>
    public static EquatableList<string> Smooth { get; } = ["tanh", "sigmoid", "softplus", "sin"];
}
