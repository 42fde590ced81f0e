using Formulas.Expressions;
using Formulas.Rendering;

namespace Formulas.Tests.Rendering;

public sealed class CalculatorTests
{
    private static readonly Expression A = new Expression.Reference("a", Shape.Scalar);

    private static readonly Expression B = new Expression.Reference("b", Shape.Scalar);

    [Test]
    public void Print_NestedPower_KeepsItsBrackets()
    {
        var power = new Expression.Power(A, B, Shape.Scalar);

        Assert.That(Calculator.Print(new Expression.Power(power, A, Shape.Scalar)), Is.EqualTo("(a^b)^a"));
    }

    [Test]
    public void Print_NegatedProduct_DiffersFromProductOfNegation()
    {
        var product = new Expression.Product(ProductKind.Scale, A, B, Shape.Scalar);
        var negatedFirst = new Expression.Product(ProductKind.Scale, new Expression.Negate(A), B, Shape.Scalar);

        Assert.That(Calculator.Print(new Expression.Negate(product)), Is.EqualTo("-(a * b)"));
        Assert.That(Calculator.Print(negatedFirst), Is.EqualTo("(-a) * b"));
    }

    [Test]
    public void Print_EveryNode_IsNotEmpty()
    {
        foreach (var node in Nodes.All) Assert.That(Calculator.Print(node), Is.Not.Empty, node.ToString());
    }
}
