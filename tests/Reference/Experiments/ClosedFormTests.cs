using Reference.Experiments;

namespace Reference.Tests.Experiments;

public sealed class ClosedFormTests
{
    [Test]
    public void Run_OfEveryWay_TellsTheIterativeFromTheRest()
    {
        var result = ClosedForm.Run(1);
        Assert.That(result.Measured("no-closed-form"), Is.GreaterThan(1));
        Assert.That(result.Measured("linear-bend"), Is.LessThan(1e-9));
        Assert.That(result.Measured("gradient-ascent"), Is.LessThan(1e-10));
        Assert.That(result.Measured("newton-irls"), Is.LessThan(1e-10));
        Assert.That(result.Measured("newton-steps"), Is.LessThanOrEqualTo(10));
        Assert.That(result.Measured("normal-equations"), Is.GreaterThan(0.01));
        Assert.That(result.Measured("label-frequencies"), Is.GreaterThan(0.01));
        Assert.That(result.Measured("single-svd"), Is.GreaterThan(1e-4));
    }

    [Test]
    public void LabelFrequencies_WithoutFeatures_DoGiveTheMaximum()
    {
        var result = ClosedForm.RunWithoutFeatures(1);
        Assert.That(result.Claims["label-frequencies"]);
        Assert.That(result.Claims["normal-equations"], Is.False);
    }
}
