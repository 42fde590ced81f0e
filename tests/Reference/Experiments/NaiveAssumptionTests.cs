using Reference.Experiments;

namespace Reference.Tests.Experiments;

public sealed class NaiveAssumptionTests
{
    [Test]
    public void Run_OfEachAssumption_FactorisesUnderConditionalIndependenceAlone()
    {
        var result = NaiveAssumption.Run(1);
        Assert.That(result.Measured("conditional-independence"), Is.LessThan(1e-15));
        foreach (var other in new[] { "independence", "gaussian-features", "equal-priors" })
            Assert.That(result.Measured(other), Is.GreaterThan(0.01), other);
    }

    [Test]
    public void GaussianFeatures_WithoutCorrelation_DoFactorise() =>
        Assert.That(NaiveAssumption.Run(1, correlation: 0).Claims["gaussian-features"]);
}
