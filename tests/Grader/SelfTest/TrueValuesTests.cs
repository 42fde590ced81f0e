using Formulas.Expressions;
using Grader.Exercises;
using Grader.SelfTest;
using Grader.Tests.Authoring;
using Grader.Tests.Exercises;

namespace Grader.Tests.SelfTest;

/// <summary>A worksheet that the reference knows nothing of is held against its derivations alone.</summary>
public sealed class TrueValuesTests
{
    [Test]
    public void SelfTest_OfASheetOfDataOnly_HoldsItsFormulasAgainstTheirDerivations()
    {
        var results = Results(AuthoredSheet.Json);
        Assert.That(results.Select(result => result.Disagreement), Is.All.Null);
        Assert.That(results.Select(result => result.Check), Does.Contain("derivative").And.Contain("differences").And.Contain("from cells").And.Not.Contain("formula"));

        var wrong = Results(AuthoredSheet.Json.Replace("\"(w . x - y) x\"", "\"(w . x + y) x\"", StringComparison.Ordinal));
        Assert.That(wrong.Single(result => result.Disagreement is not null).Check, Is.EqualTo("derivative"));
    }

    [Test]
    public void Of_ATable_GivesItsCellsByName()
    {
        var at = new Assignment(new Dictionary<string, Value> { ["y"] = new Value.Scalar(3) }, new Dictionary<string, int>());
        var value = (Value.Named)new TrueValues(Sheet(AuthoredSheet.Json)).Of("1.table")(at);
        Assert.That(value.Items.Select(item => (item.Name, item.Value)), Is.EqualTo(new (string, Value)[] { ("p", new Value.Scalar(6)), ("q", new Value.Scalar(7)) }));
    }

    [Test]
    public void Of_AShippedWorksheetsPartThatTheReferenceLacks_IsAFaultNotAFormula()
    {
        var sheet = ((Found.Success)Library.Open(RepositoryExercises.Folder).Find("backprop-practice")).Worksheet;
        var nowhere = new Assignment(new Dictionary<string, Value>(), new Dictionary<string, int>());
        Assert.That(() => new TrueValues(sheet).Of("2c.new")(nowhere), Throws.TypeOf<UnreadableFormulaException>());
    }

    private static List<CheckResult> Results(string json)
    {
        var sheet = Sheet(json);
        return [.. sheet.Parts.SelectMany(part => new PartChecks(sheet, part).All())];
    }

    private static Worksheet Sheet(string json)
    {
        using var folder = new WorksheetFolder("sheet", json, AuthoredSheet.Statements);
        return ((Loaded.Success)WorksheetReader.Read(folder.Path)).Worksheet;
    }
}
