using Reference.Experiments;

namespace Reference.Tests.Experiments;

public sealed class DeadUnitsTests
{
    [Test]
    public void Run_WithADeadUnit_MovesOnlyTheOthers()
    {
        var result = DeadUnits.Run(1);
        Assert.That(result.Measured("zero-gradient"), Is.Zero);
        Assert.That(result.Measured("never-revived"), Is.Zero);
        Assert.That(result.Measured("larger-rate-revives"), Is.Zero);
        Assert.That(result.Measured("other-units-gradient"), Is.GreaterThan(0.01));
    }

    [Test]
    public void Run_WithAUnitOfWeightedInputExactlyZero_CountsItAsDead() =>
        Assert.That(DeadUnits.Run(1, margin: 0).Claims["never-revived"]);

    [TestCase("zero-gradient", false)]
    [TestCase("never-revived", false)]
    [TestCase("larger-rate-revives", true)]
    [TestCase("plain-descent-revives", true)]
    public void Claim_WhenTheUnitIsAliveForSomeInput_TurnsOver(string claim, bool expected) =>
        Assert.That(DeadUnits.Run(1, margin: 1.5).Claims[claim], Is.EqualTo(expected));
}
