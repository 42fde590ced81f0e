using Reference.Trajectories;

namespace Reference.Tests.Trajectories;

public sealed class DyingUnitTests
{
    private static DyingUnitSetting Usual(ulong seed = 1) => new(seed, Steps: 300, Rate: 0.05, Blow: 3, Slope: 0.3);

    [Test]
    public void Follow_Relu_LearnsThenDiesAndDoesNotMoveInOneBit([Values(1UL, 2UL, 3UL, 4UL, 5UL, 6UL, 7UL, 8UL)] ulong seed)
    {
        var steps = DyingUnit.Follow(Usual(seed)).Relu;
        Assert.That(steps[DyingUnit.BlowAt].LargestInput, Is.Positive, "alive until then");
        Assert.That(steps[DyingUnit.BlowAt].Loss, Is.LessThan(steps[0].Loss), "and learning");
        var dead = steps.Skip(DyingUnit.BlowAt + 1).ToList();
        Assert.That(dead, Has.Count.EqualTo(295));
        Assert.That(dead.Max(step => step.LargestInput), Is.Not.Positive);
        Assert.That(dead.Max(step => step.GradientNorm), Is.Zero);
        Assert.That(dead.SelectMany(step => step.Weights.Select(BitConverter.DoubleToInt64Bits)).Distinct().Count(), Is.EqualTo(3), "Three weights, and no further bit pattern in 295 steps.");
    }

    [Test]
    public void Follow_LeakyRelu_ComesBackToLife([Values(1UL, 2UL, 3UL, 4UL, 5UL, 6UL, 7UL, 8UL)] ulong seed)
    {
        var (relu, leaky) = DyingUnit.Follow(Usual(seed));
        Assert.That(leaky.Take(DyingUnit.BlowAt + 1).Select(step => step.Loss), Is.EqualTo(relu.Take(DyingUnit.BlowAt + 1).Select(step => step.Loss)), "One course until the blow.");
        Assert.That(leaky[DyingUnit.BlowAt + 1].LargestInput, Is.Not.Positive);
        Assert.That(leaky[^1].LargestInput, Is.Positive);
        Assert.That(leaky[^1].Loss, Is.LessThan(relu[^1].Loss / 2));
    }

    [Test]
    public void Follow_Gradients_AreThoseOfTheLossByDifferences([Values(0, 0.3)] double slope)
    {
        var setting = Usual() with { Slope = slope };
        var (X, targets, start) = DyingUnit.Drawn(setting.Seed);
        var steps = DyingUnit.Follow(setting).Leaky;
        Assert.That(steps[0].Weights, Is.EqualTo(start));
        foreach (var step in new[] { 0, 3, 6, 7 }.Select(step => steps[step]))
        {
            var gradient = Numerical.Gradient(v => DyingUnit.Loss(X, targets, v, slope), step.Weights);
            Assert.That(step.GradientNorm, Is.EqualTo(gradient.L2Norm()).Within(Numerical.Tolerance));
        }
    }
}
