using Reference.Experiments;
using Reference.LogisticInitialization;
using Reference.Trajectories;

namespace Reference.Tests.Trajectories;

public sealed class LogisticDescentTests
{
    private static LogisticSetting Usual(ulong seed = 1) => new(seed, Steps: 200, Rate: 1);

    [Test]
    public void Newton_FromZero_IsThereInAFewSteps([Values(1UL, 2UL, 3UL, 4UL, 5UL, 6UL)] ulong seed)
    {
        var searches = LogisticDescent.Follow(Usual(seed));
        var steps = searches.Newton.TakeWhile(step => step.Gradient >= 1e-10).Count();
        Assert.That(steps, Is.InRange(3, 8));
        Assert.That((searches.Newton[^1].Weights - searches.Maximum).L2Norm(), Is.LessThan(1e-10), "Where the damped search with another stopping rule ends.");
    }

    [Test]
    public void Descent_FromZero_GoesDownAllTheWayToTheSameMaximum([Values(1UL, 2UL, 3UL)] ulong seed)
    {
        var searches = LogisticDescent.Follow(Usual(seed) with { Steps = 2000 });
        Assert.That(searches.Descent.Select(step => step.Loss).Zip(searches.Descent.Skip(1), (before, after) => after.Loss - before), Has.All.LessThanOrEqualTo(1e-15));
        Assert.That((searches.Descent[^1].Weights - searches.Maximum).L2Norm(), Is.LessThan(1e-8));
        Assert.That(searches.Descent[0].Loss, Is.EqualTo(Math.Log(2)).Within(1e-15), "At w = 0 every probability is 1/2.");
    }

    [Test]
    public void Stochastic_FromZero_EndsNearTheMaximum([Values(1UL, 2UL, 3UL)] ulong seed)
    {
        var searches = LogisticDescent.Follow(Usual(seed));
        Assert.That(searches.Stochastic[^1].Loss, Is.LessThan(searches.Newton[^1].Loss + 0.01));
        Assert.That(searches.Stochastic[^1].Gradient, Is.GreaterThan(1e-6), "near, not on it");
    }

    [Test]
    public void Gradient_Norms_AreThoseOfTheLossByDifferences()
    {
        var data = LogisticData.Draw(new SeededGenerator(1));
        var searches = LogisticDescent.Follow(Usual());
        foreach (var step in new[] { searches.Descent[0], searches.Descent[3], searches.Stochastic[2], searches.Newton[1] })
        {
            var gradient = Numerical.Gradient(w => -LogisticRegression.LogLikelihood(data.X, data.Y, w) / data.Y.Count, step.Weights);
            Assert.That(step.Gradient, Is.EqualTo(gradient.L2Norm()).Within(Numerical.Tolerance));
        }
    }

    [Test]
    public void Separable_Descent_LengthensTheWeightsForEver([Values(1UL, 2UL, 3UL)] ulong seed)
    {
        var data = LogisticDescent.Separable(seed);
        var steps = LogisticDescent.FollowSeparable(Usual(seed) with { Steps = 3000 });
        var lengths = steps.Select(step => step.Weights.L2Norm()).ToList();
        Assert.That(lengths.Zip(lengths.Skip(1), (before, after) => after - before), Has.All.Positive);
        Assert.That(lengths[^1], Is.GreaterThan(2 * lengths[30]));
        Assert.That(steps[^1].Loss, Is.LessThan(0.1));
        Assert.That(() => NewtonFit.Fit(data.X, data.Y), Throws.TypeOf<SeparableDataException>(), "A second witness that there is no maximum.");
    }
}
