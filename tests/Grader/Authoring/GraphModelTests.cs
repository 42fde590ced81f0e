using Grader.Authoring;
using Grader.Tests.Exercises;

namespace Grader.Tests.Authoring;

/// <summary>The model of a graph part must earn what its author says it does: full marks.</summary>
[TestFixture]
public sealed class GraphModelTests
{
    [TestCase("\"v\": { \"op\": \"max\", \"in\": [\"ii\", \"iii\"] }", "\"v\": { \"op\": \"max\", \"in\": [\"iii\", \"iii\"] }")]
    [TestCase("\"iv\": { \"op\": \"add\", \"in\": [\"i\", \"ii\"] }", "\"iv\": { \"op\": \"add\", \"in\": [\"i\", \"vii\"] }")]
    [TestCase("\"iv\": { \"op\": \"add\", \"in\": [\"i\", \"ii\"] }", "\"iv\": { \"op\": \"add\", \"in\": [\"i\", \"i\"] }")]
    [TestCase("\"vi\": { \"op\": \"min\"", "\"vi\": { \"op\": \"minn\"")]
    [TestCase("\"requiredOperations\": [\"add\"", "\"requiredOperations\": [\"summ\"")]
    [TestCase("\"requiredOperations\": [\"add\"", "\"requiredOperations\": [\"tanh\"")]
    public void Lint_OfAModelThatDoesNotEarnFullMarks_SaysSo(string from, string to)
    {
        var sheet = Path.Combine(RepositoryExercises.Folder, "sgd-backprop-tables");
        var json = File.ReadAllText(Path.Combine(sheet, "worksheet.json"));
        Assert.That(json, Does.Contain(from));
        using var folder = new WorksheetFolder("sgd-backprop-tables", json.Replace(from, to, StringComparison.Ordinal), File.ReadAllText(Path.Combine(sheet, "statements.md")));

        var found = Lint.Run(folder.Path).Single(finding => finding.Rule.Name == "model-not-right");

        Assert.That(found.Rule.Level, Is.EqualTo(FindingLevel.Error));
        Assert.That(found.Problem.Message, Does.StartWith("The model of 2a.graph does not earn full marks."));
        var line = json.Split('\n').Select((text, index) => (text, index)).Where(row => row.text.Contains("\"model\"", StringComparison.Ordinal)).Select(row => row.index + 1).First();
        Assert.That(found.Problem.Position?.Line, Is.EqualTo(line));
    }
}
