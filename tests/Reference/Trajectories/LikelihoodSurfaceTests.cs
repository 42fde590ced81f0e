using Reference.NaiveBayesDeadRelu;
using Reference.Trajectories;

namespace Reference.Tests.Trajectories;

public sealed class LikelihoodSurfaceTests
{
    [Test]
    public void SearchTop_ByComparingHeights_EndsAtTheRatiosOfCounts([Values(1UL, 2UL, 3UL, 4UL)] ulong seed, [Values(4, 5, 40, 500)] int examples)
    {
        var surface = LikelihoodSurface.Draw(seed, examples);
        var (theta_y, theta_1) = surface.SearchTop();
        Assert.That(theta_y, Is.EqualTo(surface.Counts.C1 / examples).Within(1e-6));
        Assert.That(theta_1, Is.EqualTo(surface.Counts.K[0, 1] / surface.Counts.C1).Within(1e-6));
        Assert.That((surface.Fit.ThetaY, surface.Fit.Theta[0, 1]), Is.EqualTo((surface.Counts.C1 / examples, surface.Counts.K[0, 1] / surface.Counts.C1)));
    }

    [Test]
    public void Height_OnAGrid_IsNowhereAboveTheClosedForm([Values(1UL, 2UL, 3UL)] ulong seed)
    {
        var surface = LikelihoodSurface.Draw(seed, 40);
        var heights = from a in Enumerable.Range(1, 99) from b in Enumerable.Range(1, 99) select surface.Height(a / 100.0, b / 100.0);
        Assert.That(heights.Max() - surface.Top, Is.Not.Positive);
    }

    [Test]
    public void Height_AtTheTop_HasNoSlope()
    {
        var surface = LikelihoodSurface.Draw(1, 40);
        Assert.That(Numerical.Derivative(at => surface.Height(at, 0.5), surface.Fit.ThetaY), Is.Zero.Within(Numerical.Tolerance));
        Assert.That(Numerical.Derivative(at => surface.Height(0.5, at), surface.Fit.Theta[0, 1]), Is.Zero.Within(Numerical.Tolerance));
        Assert.That(NaiveBayes.Score(surface.Counts.C1, surface.Counts.C0, surface.Fit.ThetaY), Is.Zero.Within(1e-9));
    }
}
