using MathNet.Numerics.LinearAlgebra;
using Reference.Experiments;
using Reference.LogisticInitialization;
using static Reference.Tests.Given;

namespace Reference.Tests.LogisticInitialization;

public sealed class LogisticFitPropertyTests
{
    [Test]
    public void Judge_AtTheFit_Holds()
    {
        var data = LogisticData.Draw(new SeededGenerator(3));
        var verdict = Judge(data, NewtonFit.Fit(data.X, data.Y).ToValue());
        Assert.That(verdict.Holds);
        Assert.That(verdict.Allowed, Is.EqualTo(1e-6 * data.X.RowCount).Within(1e-18));
        Assert.That(verdict.Measured, Is.LessThan(1e-9));
    }

    [Test]
    public void Judge_BesideTheFit_DoesNotHold()
    {
        var data = LogisticData.Draw(new SeededGenerator(3));
        var verdict = Judge(data, (NewtonFit.Fit(data.X, data.Y) + 1e-4).ToValue());
        Assert.That(verdict.Holds, Is.False);
        Assert.That(verdict.Message, Does.StartWith("The gradient of the log-likelihood"));
    }

    [TestCase(2, "one weight for each of the 3 columns")]
    [TestCase(4, "it returned 4")]
    public void Judge_OfTheWrongNumberOfWeights_SaysHowMany(int entries, string message)
    {
        var verdict = Judge(LogisticData.Draw(new SeededGenerator(3)), Vector<double>.Build.Dense(entries).ToValue());
        Assert.That(verdict.Holds, Is.False);
        Assert.That(verdict.Message, Does.Contain(message));
    }

    [Test]
    public void Judge_OfWeightsThatAreNotNumbers_SaysSo()
    {
        var verdict = Judge(LogisticData.Draw(new SeededGenerator(3)), Vector(0, double.NaN, 0).ToValue());
        Assert.That(verdict.Holds, Is.False);
        Assert.That(verdict.Message, Does.Contain("finite"));
    }

    [Test]
    public void Judge_OfANumber_AsksForTheVector() =>
        Assert.That(Judge(LogisticData.Draw(new SeededGenerator(3)), 1.0.ToValue()).Message, Does.Contain("the vector of weights"));

    private static FitVerdict Judge(LogisticData data, Formulas.Expressions.Value returned) =>
        Catalogue.Fits["logistic-initialization/1.fit"](Inputs(("X", data.X), ("y", data.Y)), returned);
}
