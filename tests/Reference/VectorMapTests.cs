using Formulas.Expressions;
using static Reference.Tests.Given;

namespace Reference.Tests;

public sealed class VectorMapTests
{
    [TestCase(true, true)]
    [TestCase(true, false)]
    [TestCase(false, true)]
    [TestCase(false, false)]
    public void Jacobian_WithOrWithoutTheAffinePart_IsTheNumericalOne(bool withA, bool withC)
    {
        var a = new Value.Matrix(2, 2, [1.5, -0.5, 0.25, 2]);
        var c = new Value.Vector([0.3, -0.7]);
        var map = Inputs(("Phi", new Value.VectorMap(withA ? a : null, withC ? c : null, "tanh"))).VectorMap("Phi");
        var z = Vector(0.4, -0.9);

        var inner = (withA ? Matrix(new[,] { { 1.5, -0.5 }, { 0.25, 2 } }) * z : z) + (withC ? Vector(0.3, -0.7) : Vector(0, 0));
        AreClose(map.Of(z), Vector(Math.Tanh(inner[0]), Math.Tanh(inner[1])), 1e-15);
        AreClose(map.Jacobian(z), Numerical.Jacobian(map.Of, z));
    }
}
