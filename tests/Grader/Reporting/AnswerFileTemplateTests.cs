using Grader.Exercises;
using Grader.Reporting;
using Grader.Tests.Exercises;

namespace Grader.Tests.Reporting;

[TestFixture]
public sealed class AnswerFileTemplateTests
{
    private static readonly string[] Lines =
        AnswerFileTemplate.For(((Found.Success)Library.Open(RepositoryExercises.Folder).Find("sgd-backprop-tables")).Worksheet).Split('\n');

    [TestCase("2a.graph", "x")]
    [TestCase("2b.graph", "a, b, c, d, e, f, x1, x2")]
    public void Graph_IsOfferedItsInputsAlone(string part, string offered) => Assert.That(Offer(part), Is.EqualTo($"// You may use {offered}."));

    [Test]
    public void Table_IsOfferedItsCells_AndTheOrderIsSaid()
    {
        Assert.That(Offer("2a.table"), Is.EqualTo("// You may use x, i, ii, iii, iv, v, vi."));
        Assert.That(Lines, Has.Some.Contains("A formula never uses its own cell or later ones."));
    }

    private static string Offer(string part) => Lines[Array.FindIndex(Lines, line => line.Contains($"\"{part}\":", StringComparison.Ordinal)) - 1].Trim();
}
