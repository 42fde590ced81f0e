using MathNet.Numerics.LinearAlgebra;
using Reference.Trajectories;

namespace Reference.Tests.Trajectories;

public sealed class HiddenUnitsTests
{
    private static HiddenUnitsSetting Usual(ulong seed = 1) => new(seed, Units: 4, Steps: 500, Rate: 0.5, Spread: 0.5);

    [Test]
    public void Follow_ConstantStart_KeepsAllHiddenUnitsExactlyEqual([Values(1UL, 2UL, 3UL)] ulong seed, [Values(2, 3, 4, 7, 8)] int units)
    {
        var steps = HiddenUnits.Follow(Usual(seed) with { Units = units }).Constant;
        Assert.That(steps.Max(step => step.Difference), Is.Zero, "Not small: exactly 0, at every of 500 steps.");
        Assert.That(steps[^1].Loss, Is.LessThan(steps[0].Loss), "They learn all the same.");
    }

    [Test]
    public void Follow_RandomStart_TakesTheUnitsFurtherApart([Values(1UL, 2UL, 3UL, 4UL, 5UL)] ulong seed)
    {
        var steps = HiddenUnits.Follow(Usual(seed)).Random;
        Assert.That(steps[^1].Difference, Is.GreaterThan(steps[0].Difference));
    }

    /// <summary>
    /// A second derivation: equal hidden units are one unit that counts several times. That one unit, with derivatives by
    /// differences of its loss, goes the same way.
    /// </summary>
    [Test]
    public void Follow_ConstantStart_IsTheCourseOfOneUnitCountedFourTimes()
    {
        const int inputs = 3, steps = 40;
        var setting = Usual() with { Steps = steps };
        var course = HiddenUnits.Follow(setting).Constant;
        var (X, targets) = HiddenUnits.Examined(setting.Seed);
        double LossOf(Vector<double> v) => X.EnumerateRows().Zip(targets.EnumerateRows(), (x, target) =>
        {
            var hidden = Math.Tanh(v.SubVector(0, inputs) * x);
            return target.Select((t, k) => Math.Pow(ScalarFunctions.Logistic(setting.Units * hidden * v[inputs + k]) - t, 2) / 2).Sum();
        }).Average();

        var v = Vector<double>.Build.Dense(inputs + 2, course[0].FirstWeights[0]);
        for (var step = 0; step <= steps; step++)
        {
            Assert.That(v[0], Is.EqualTo(course[step].FirstWeights[0]).Within(1e-8), $"step {step}");
            Assert.That(LossOf(v), Is.EqualTo(course[step].Loss).Within(1e-8));

            // The loss of the one unit changes by the sum over the four: each gets a quarter.
            var each = Numerical.Gradient(LossOf, v) / setting.Units;
            Assert.That(each.SubVector(0, inputs).L2Norm(), Is.EqualTo(course[step].GradientNorms[0]).Within(1e-8));
            v -= setting.Rate * each;
        }
    }
}
