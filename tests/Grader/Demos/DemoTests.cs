using Grader.Demos;
using Grader.Plotting;

namespace Grader.Tests.Demos;

/// <summary>What the pages claim, as numbers. Second derivations of the courses behind them are in the tests of the reference.</summary>
public sealed class DemoTests
{
    private const int HangGuardSeconds = 120;

    private static Demonstration Usual(string name) => Run(DemoTable.Find(name)!);

    private static Demonstration Run(Demo demo, params (string Name, string Text)[] given) =>
        demo.Run(ParameterValues.Read(demo, given.ToDictionary(pair => pair.Name, pair => pair.Text)));

    /// <summary>Fails where an experiment hangs. The time is far beyond what any of them takes on a busy machine.</summary>
    private static Demonstration InTime(Func<Demonstration> run)
    {
        var running = Task.Run(run);
        Assert.That(() => running.IsCompleted, Is.True.After(HangGuardSeconds).Seconds.PollEvery(20).MilliSeconds);
        return running.GetAwaiter().GetResult();
    }

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

    [Test]
    public void Backprop_OneBackwardPass_GivesAllDerivatives()
    {
        var shown = Usual("backprop");
        Assert.That(shown.Claimed("dual-agreement").Value, Is.LessThan(1e-12));
        Assert.That(shown.Claimed("difference-agreement").Value, Is.LessThan(1e-6));
        Assert.That(shown.Claimed("dead-derivative").Value, Is.Zero);
    }

    /// <summary>At the sheet's numbers, with the derivatives that its answer key has.</summary>
    [Test]
    public void Backprop_AtTheSheetsNumbers_WalksToTheSheetsDerivatives()
    {
        var walk = Run(DemoTable.Find("backprop")!, ("a", "1"), ("b", "1"), ("c", "4"), ("d", "1"), ("e", "2"), ("f", "2"), ("x1", "1"), ("x2", "-1")).Walk!;
        var label = walk.Picture.Arrows.ToDictionary(arrow => (arrow.From, arrow.To), arrow => arrow.Label);
        Assert.That(new[] { ("a", "ar1"), ("c", "cx1"), ("e", "ex2"), ("d", "dx1"), ("f", "fx2"), ("b", "br2") }.Select(edge => label[edge]), Is.EqualTo(new[] { "0.21", "0.105", "−0.105", "0", "0", "0" }));
        Assert.That(walk.Steps.Select(step => step.Title), Has.Exactly(6).StartsWith("Forward").And.Exactly(6).StartsWith("Backward"));
        Assert.That(walk.Steps[^1].Lines, Does.Contain("∂y/∂x1 = 0.42 + 0 = 0.42"));
        Assert.That(walk.Picture.Nodes.Max(node => node.Step), Is.EqualTo(6));
        Assert.That(walk.Picture.Arrows.Select(arrow => arrow.Step), Is.All.InRange(7, 12));
    }

    [TestCaseSource(typeof(DemoTable), nameof(DemoTable.Names))]
    public void Demo_WithUsualNumbers_HoldsAllItsClaimsTheSameEachTime(string name)
    {
        var (once, again) = (InTime(() => Usual(name)), InTime(() => Usual(name)));
        Assert.That(once.Claims.Where(claim => !claim.Holds), Is.Empty);
        Assert.That(again.Claims, Is.EqualTo(once.Claims));
        Assert.That(once.Plots.Count + (once.Walk?.Steps.Count ?? 0), Is.GreaterThanOrEqualTo(3));
    }

    /// <summary>Whatever the range allows gives a page: numbers that run away leave gaps, nothing throws, nothing hangs.</summary>
    [Test]
    public void Demo_AtTheEndsOfItsRanges_StillDraws([ValueSource(typeof(DemoTable), nameof(DemoTable.Names))] string name, [Values] bool high)
    {
        var demo = DemoTable.Find(name)!;

        // One parameter at its end at a time; all at their high ends together would only be slow.
        foreach (var parameter in demo.Parameters)
        {
            var shown = InTime(() => Run(demo, (parameter.Name, Parameter.Written(high ? parameter.High : parameter.Low))));
            foreach (var plot in shown.Plots)
            {
                Assert.That(SvgPlot.Render(plot, "p"), Does.Not.Contain("NaN").And.Not.Contain("Infinity"), $"{parameter.Name}: {plot.Title}");
                Assert.That(PlotTable.Of(plot).Rows, Is.Not.Empty);
            }
        }
    }
}
