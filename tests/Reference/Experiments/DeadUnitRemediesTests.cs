using Reference.Experiments;

namespace Reference.Tests.Experiments;

public sealed class DeadUnitRemediesTests
{
    [Test]
    public void Run_OfADeadUnit_MovesItByTheRemediesAlone()
    {
        var result = DeadUnitRemedies.Run(1);
        foreach (var remedy in new[] { "leaky-relu", "parametric-relu", "elu" }) Assert.That(result.Measured(remedy), Is.GreaterThan(0.1), remedy);
        foreach (var unit in new[] { "relu", "larger-rate", "hard-threshold" }) Assert.That(result.Measured(unit), Is.Zero, unit);
    }

    [Test]
    public void LargerRate_WhenTheUnitIsAliveForSomeInput_DoesMoveIt() =>
        Assert.That(DeadUnitRemedies.Run(1, margin: 1).Claims["larger-rate"]);
}
