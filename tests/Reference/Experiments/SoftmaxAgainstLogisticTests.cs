using Reference.Experiments;

namespace Reference.Tests.Experiments;

public sealed class SoftmaxAgainstLogisticTests
{
    [Test]
    public void Run_WithTheDifference_AgreesEverywhere()
    {
        var result = SoftmaxAgainstLogistic.Run(1);
        Assert.That(result.Measured("difference"), Is.LessThan(1e-14));
        Assert.That(result.Measured("difference-reversed"), Is.GreaterThan(0.01));
        Assert.That(result.Measured("sum"), Is.GreaterThan(0.01));
        Assert.That(result.Measured("orthogonal-elsewhere"), Is.GreaterThan(0.01));
    }

    [Test]
    public void DifferenceReversed_WhenTheClassesAreEqual_Agrees() =>
        Assert.That(SoftmaxAgainstLogistic.RunWithEqualClasses(1).Claims["difference-reversed"]);
}
