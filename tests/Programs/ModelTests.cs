using Grader.Checking;
using Grader.Exercises;
using Grader.Programs;
using Grader.Running;
using Grader.Submissions;
using Sandbox.Tests;

namespace Programs.Tests;

/// <summary>Programs written apart from the reference get full marks, under the public samples and under a class's own.</summary>
public sealed class ModelTests
{
    [Test]
    public void EveryMethodOfAModelSolutionIsRight(
        [Values("logistic-initialization", "initialization-skip-layer", "sgd-backprop-tables", "backprop-practice", "naive-bayes-dead-relu",
            "softmax-regression", "gaussian-likelihood")] string id,
        [Values(null, "autumn")] string? phrase)
    {
        var source = File.ReadAllText(Path.Combine(TestContext.CurrentContext.TestDirectory, "Model", $"{id}.cs"));
        var result = Grading.Check(id, Student.Assembly(source), ClassSecret.FromText(phrase));
        var asked = result.Parts.Where(part => Grading.IsByMethod(id, part.PartId)).ToList();
        Assert.That(asked, Is.Not.Empty);
        Assert.That(
            asked.Where(part => part.Verdict != Verdict.Correct || part.Feedback.Count > 0).Select(part => $"{part.PartId} {part.Verdict}: {string.Join(" ", part.Feedback)} {part.Fault}"),
            Is.Empty);
    }
}
