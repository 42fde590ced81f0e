using NUnit.Framework;
using Submission;

namespace OneTest;

/// <summary>What people use instead of a box: one test of one submission.</summary>
public sealed class LossTests
{
    [Test]
    public void Loss_OfOneRow_IsTheSquare() => Assert.That(Answers.Loss([1, 2], [[3, 4]], [1]), Is.EqualTo(100));
}
