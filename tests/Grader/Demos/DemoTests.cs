using Grader.Demos;
using Grader.Plotting;

namespace Grader.Tests.Demos;

/// <summary>What the pages claim, as numbers. Second derivations of the courses behind them are in the tests of the reference.</summary>
public sealed class DemoTests
{
    private static Demonstration Usual(string name) => Run(DemoTable.Find(name)!);

    private static Demonstration Run(Demo demo, params (string Name, string Text)[] given) =>
        demo.Run(ParameterValues.Read(demo, given.ToDictionary(pair => pair.Name, pair => pair.Text)));

    [Test]
    public void Symmetry_ConstantStart_DiffersByExactlyZeroIn500Steps()
    {
        var shown = Usual("symmetry");
        Assert.That(shown.Claimed("constant-difference").Value, Is.Zero);
        Assert.That(shown.Claimed("random-growth").Value, Is.GreaterThan(2));
        Assert.That(shown.Claimed("loss-ratio").Value, Is.GreaterThan(2));
    }

    [Test]
    public void DeadRelu_DeadUnit_DoesNotMoveInOneBitAndTheLeakyOneComesBack()
    {
        var shown = Usual("dead-relu");
        Assert.That(shown.Claimed("bits-moved").Value, Is.Zero);
        Assert.That(shown.Claimed("dead-gradient").Value, Is.Zero);
        Assert.That(shown.Claimed("leaky-back").Value, Is.InRange(2, 100));
    }

    [Test]
    public void DeadRelu_UnitThatDoesNotDie_IsNotCalledDead()
    {
        var shown = Run(DemoTable.Find("dead-relu")!, ("blow", "0.01"));
        Assert.That(shown.Claims.Select(claim => claim.Holds), Has.All.False);
        Assert.That(shown.Claimed("bits-moved").Value, Is.Positive);
    }

    [Test]
    public void Logistic_FromZero_NewtonIsThereInAFewSteps()
    {
        var shown = Usual("logistic");
        Assert.That(shown.Claimed("newton-steps").Value, Is.InRange(3, 8));
        Assert.That(shown.Claimed("newton-agreement").Value, Is.LessThan(1e-10));
        Assert.That(shown.Claimed("separable-shrinking").Value, Is.Zero);
        Assert.That(shown.Claimed("separable-loss").Value, Is.LessThan(0.1));
    }

    [Test]
    public void NaiveBayes_Top_IsWhereTheCountsSay()
    {
        var shown = Usual("naive-bayes");
        Assert.That(shown.Claimed("search-agreement").Value, Is.LessThan(1e-6));
        Assert.That(shown.Claimed("grid-above-top").Value, Is.Not.Positive);
    }

    [Test]
    public void SoftmaxLogistic_Probabilities_DifferByAFewUlp()
    {
        var shown = Usual("softmax-logistic");
        Assert.That(shown.Claimed("largest-difference").Value, Is.LessThanOrEqualTo(4));
        Assert.That(shown.Claimed("redundant-drift").Value, Is.LessThan(1e-13));
        Assert.That(shown.Claimed("flat-directions").Value, Is.EqualTo(3));
    }

    [Test]
    public void SkipLayer_Gradient_VanishesWithoutAndPassesWithSkips()
    {
        var shown = Usual("skip-layer");
        Assert.That(shown.Claimed("plain-ratio").Value, Is.LessThan(0.01));
        Assert.That(shown.Claimed("direct-ratio").Value, Is.GreaterThan(100));
        Assert.That(shown.Claimed("hidden-change").Value, Is.Zero);
        Assert.That(shown.Claimed("every-layer-ratio").Value, Is.GreaterThan(0.2));
    }

    [TestCaseSource(typeof(DemoTable), nameof(DemoTable.Names))]
    [CancelAfter(60_000)]
    public void Demo_WithUsualNumbers_HoldsAllItsClaimsTheSameEachTime(string name)
    {
        var (once, again) = (Usual(name), Usual(name));
        Assert.That(once.Claims.Where(claim => !claim.Holds), Is.Empty);
        Assert.That(again.Claims, Is.EqualTo(once.Claims));
        Assert.That(once.Plots, Has.Count.GreaterThanOrEqualTo(3));
    }

    /// <summary>Whatever the range allows gives a page: numbers that run away leave gaps, nothing throws, nothing hangs.</summary>
    [Test]
    [CancelAfter(120_000)]
    public void Demo_AtTheEndsOfItsRanges_StillDraws([ValueSource(typeof(DemoTable), nameof(DemoTable.Names))] string name, [Values] bool high)
    {
        var demo = DemoTable.Find(name)!;

        // One parameter at its end at a time; all at their high ends together would only be slow.
        foreach (var parameter in demo.Parameters)
        {
            var shown = Run(demo, (parameter.Name, Parameter.Written(high ? parameter.High : parameter.Low)));
            foreach (var plot in shown.Plots)
            {
                Assert.That(SvgPlot.Render(plot, "p"), Does.Not.Contain("NaN").And.Not.Contain("Infinity"), $"{parameter.Name}: {plot.Title}");
                Assert.That(PlotTable.Of(plot).Rows, Is.Not.Empty);
            }
        }
    }
}
