using static Reference.Tests.Given;

namespace Reference.Tests;

public sealed class SoftmaxTests
{
    [Test]
    public void Of_SmallScores_IsTheQuotientOfPowers()
    {
        var powers = new[] { Math.Exp(0.3), Math.Exp(-1.2), Math.Exp(2) };
        AreClose(Softmax.Of(Vector(0.3, -1.2, 2)), Vector([.. powers.Select(power => power / powers.Sum())]), 1e-15);
    }

    [Test]
    public void LogSumExp_OfLargeScores_DoesNotOverflow() =>
        Assert.That(Softmax.LogSumExp(Vector(800, 800)), Is.EqualTo(800 + Math.Log(2)).Within(1e-12));

    [Test]
    public void Of_ScoresFarApart_IsOneAndZero() => AreClose(Softmax.Of(Vector(800, -800)), Vector(1, 0), 0);
}
