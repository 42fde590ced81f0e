using Formulas.Expressions;
using Grader.Exercises;

namespace Grader.Tests.Exercises;

public sealed class WorksheetReaderTests
{
    private const string Minimal = """
        {
          // comments are allowed
          "id": "sheet",
          "questions": [
            {
              "id": "1",
              "sizes": { "d": [2, 4] },
              "symbols": {
                "w": { "shape": ["d"] }, "x": { "shape": ["d"], "low": -1, "high": 1 },
                "h": { "kind": "derived", "definition": "s(w . x)" }, "b": {}
              },
              "given": { "w": [1, 2], "x": [0.5, 1], "b": 1 },
              "parts": [
                { "id": "1.value", "kind": "function", "points": 2, "inputs": ["w", "x"], "method": "Value", "canonical": "w . x" },
                { "id": "1.claims", "kind": "claims", "points": 1, "options": [
                  { "id": "one", "text": "One.", "truth": true, "feedback": "It is." },
                  { "id": "two", "text": "Two.", "truth": false, "feedback": "It is not." } ] }
              ]
            }
          ]
        }
        """;

    private const string Statements = """
        # A sheet
        Introduction.
        ## Question 1: Products
        Shared.
        ### 1.value: The product
        What is $w \cdot x$?
        #### Explanation
        Multiply and add.
        #### Look at next
        The definition.
        ### 1.claims: Claims
        Which hold?
        """;

    [Test]
    public void Reader_RulesForCode_GoBeforeTheUsualOnes()
    {
        var code = Success(Minimal.Replace("\"questions\"", "\"code\": { \"allow\": [\"T:System.IO.File\"], \"refuse\": [\"N:System.Linq\"], \"callSeconds\": 5 }, \"questions\"", StringComparison.Ordinal)).Code;
        Assert.That(code, Is.EqualTo(new CodeRules(["T:System.IO.File"], ["N:System.Linq"], Grader.Running.Limits.Default with { CallTime = TimeSpan.FromSeconds(5) })));
        Assert.That(code.Policy.Lines, Is.SupersetOf(new[] { "-N:System.Linq", "T:System.IO.File" }).And.None.EqualTo("N:System.Linq"));
        Assert.That(CodeRules.Usual.Policy.Lines, Does.Contain("N:System.Linq"), "What the sheet turns round.");
        Assert.That(Success(Minimal).Code, Is.EqualTo(CodeRules.Usual));
    }

    [Test]
    public void Reader_RuleForCodeThatIsNone_IsAProblem()
    {
        using var folder = new WorksheetFolder("sheet", Minimal.Replace("\"questions\"", "\"code\": { \"allow\": [\"System.IO\"] }, \"questions\"", StringComparison.Ordinal), Statements);
        var problems = ((Loaded.Failure)WorksheetReader.Read(folder.Path)).Problems;
        Assert.That(problems.Select(problem => problem.Message), Is.EqualTo(new[] { "\"System.IO\" is no rule: it begins with N:, T: or M:, for a namespace, a type or a member." }));
    }

    private static string TableOf(string first, string more = "") => Minimal.Replace(
        "{ \"id\": \"1.value\", \"kind\": \"function\", \"points\": 2, \"inputs\": [\"w\", \"x\"], \"method\": \"Value\", \"canonical\": \"w . x\" },",
        $$"""
        { "id": "1.value", "kind": "table", "points": 2, "inputs": ["b"], "method": "Value", {{more}} "cells": [
          { "name": "p", "canonical": "2 b", {{first}} },
          { "name": "q", "canonical": "2 b + 1", "fromCells": "p + 1", "dependsOn": [ { "symbol": "p", "part": "1.value", "cell": "p" } ] } ] },
        """,
        StringComparison.Ordinal);

    [TestCase("\"q\"", "Cells depend on each other in a circle: 1.value:p -> 1.value:q -> 1.value:p.")]
    [TestCase("\"p\"", "Cells depend on each other in a circle: 1.value:p -> 1.value:p.")]
    [TestCase("\"r\"", "The cell 1.value:p depends on 1.value:r, which is no cell.")]
    public void Reader_CellsThatCannotFollow_AreAProblem(string source, string message)
    {
        var json = TableOf($$"""  "fromCells": "z - 1", "dependsOn": [ { "symbol": "z", "part": "1.value", "cell": {{source}} } ] """);
        Assert.That(Failure(json, Statements).Select(problem => problem.Message), Is.EqualTo(new[] { message }));
    }

    [TestCase("\"cap\": 0.25", 0.25)]
    [TestCase("\"cap\": 2", null)]
    [TestCase("", null)]
    public void Reader_CapOnCarriedCells_IsAShare(string cap, double? expected)
    {
        var json = TableOf("\"spellings\": []", $"\"carry\": {{ {cap} }},");
        if (expected is { } share) Assert.That(((PartKind.Table)Success(json).Find("1.value")!.Kind).CarryCap, Is.EqualTo((decimal)share));
        else Assert.That(Failure(json, Statements).Single().Message, Does.StartWith("\"carry\" needs a \"cap\""));
    }

    [Test]
    public void Reader_RevealDates_AreMomentsWithTheirOffset()
    {
        Assert.That(Success(Minimal).Reveal, Is.Null);
        Assert.That(Success(WithReveal("{ \"feedback\": \"2026-12-01T18:00+01:00\" }")).Reveal,
            Is.EqualTo(new RevealDates(new(2026, 12, 1, 18, 0, 0, TimeSpan.FromHours(1)), null)));
    }

    [TestCase("{ \"feedback\": \"2026-12-01\" }", "\"2026-12-01\" is no moment.")]
    [TestCase("{ \"solution\": \"2026-12-01T18:00Z\" }", "The dates do not say from when on feedback is given.")]
    [TestCase("{ \"feedback\": \"2026-12-01T18:00Z\", \"solution\": \"2026-11-01T18:00Z\" }", "The solution would be shown before the feedback.")]
    [TestCase("{ \"feedback\": \"2026-12-01T18:00Z\", \"solutions\": 1 }", "\"solutions\" is no key of reveal.")]
    public void Reader_RevealDatesThatAreNone_AreAProblem(string dates, string message) =>
        Assert.That(Failure(WithReveal(dates), Statements).Select(problem => problem.Message), Is.EqualTo(new[] { message }));

    private static string WithReveal(string dates) => Minimal.Replace("\"questions\"", $"\"reveal\": {dates}, \"questions\"", StringComparison.Ordinal);

    [Test]
    public void Reader_FitThatSaysNotWhatItReturns_IsAProblem()
    {
        const string Fit = "{ \"id\": \"1.value\", \"kind\": \"fit\", \"points\": 2, \"inputs\": [\"x\"], \"method\": \"Fit\", \"property\": \"It fits.\", \"returns\": [\"w\"] },";
        var function = Minimal.Split('\n').Single(line => line.Contains("\"1.value\"", StringComparison.Ordinal)).Trim();
        var json = Minimal.Replace(function, Fit, StringComparison.Ordinal);
        Assert.That(((PartKind.Fit)Success(json).Find("1.value")!.Kind).Returns.Select(symbol => symbol.Name), Is.EqualTo(new[] { "w" }));
        var problems = Failure(json.Replace(", \"returns\": [\"w\"]", "", StringComparison.Ordinal), Statements);
        Assert.That(problems.Select(problem => problem.Message), Is.EqualTo(new[] { "The part does not say what its method returns." }));
    }

    [Test]
    public void Reader_MinimalWorksheet_ReadsTextsAndSpecification()
    {
        var worksheet = Success(Minimal);

        var part = worksheet.Find("1.value")!;
        var specification = ((PartKind.Function)part.Kind).Specification;
        Assert.That(worksheet.Title, Is.EqualTo("A sheet"));
        Assert.That(worksheet.Questions[0].Statement, Is.EqualTo("Shared."));
        Assert.That((part.Title, part.Explanation, part.LookAtNext), Is.EqualTo(("The product", "Multiply and add.", "The definition.")));
        Assert.That(specification.Scope.Symbols.Select(symbol => symbol.Name), Is.EqualTo(new[] { "w", "x", "h" }));
        Assert.That(specification.Scope.Sizes, Is.EqualTo(new[] { "d" }));
        Assert.That(specification.SizeRanges, Is.EqualTo(new[] { new SizeRange("d", 2, 4) }));
        Assert.That(specification.Given.Values["x"], Is.EqualTo(new Value.Vector([0.5, 1])));
        Assert.That(worksheet.MaxScore, Is.EqualTo(3m));
    }

    [TestCase("\"method\": \"Value\"", "\"method\": \"1 step!\"", "\"1 step!\" is no name of a method.")]
    [TestCase("\"method\": \"Value\"", "\"method\": \"\"", "\"\" is no name of a method.")]
    [TestCase("\"text\": \"Two.\"", "\"text\": \" \"", "\"text\" is empty in")]
    [TestCase("\"points\": 2", "\"ponts\": 2", "Did you mean \"points\"?")]
    [TestCase("\"points\": 2", "\"points\": 2, \"points\": 2", "The key \"points\" stands twice")]
    [TestCase("\"points\": 2", "\"points\": -2", "has no points")]
    [TestCase("\"inputs\": [\"w\", \"x\"]", "\"inputs\": [\"w\", \"z\"]", "The input z is no symbol")]
    [TestCase("\"shape\": [\"d\"], \"low\"", "\"shape\": [\"e\"], \"low\"", "uses the size e")]
    [TestCase("\"x\": [0.5, 1]", "\"x\": [0.5, NaN]", "not a finite number")]
    [TestCase("\"x\": [0.5, 1]", "\"x\": 3", "must be an array")]
    [TestCase(", \"x\": [0.5, 1]", "", "has no given value for x")]
    [TestCase("\"truth\": true", "\"truth\": false", "None of the options")]
    [TestCase("\"kind\": \"claims\"", "\"kind\": \"claim\"", "Did you mean \"claims\"?")]
    [TestCase("\"id\": \"two\"", "\"id\": \"one\"", "stands twice")]
    [TestCase("\"id\": \"sheet\"", "\"id\": \"shed\"", "but its folder is \"sheet\"")]
    [TestCase("\"id\": \"1.claims\"", "\"id\": \"1.clams\"", "has no statement")]
    [TestCase("\"questions\": [", "\"questions\": [ [", "This is not readable JSON")]
    [TestCase("\"canonical\": \"w . x\"", "\"canonical\": \"w . \"", "canonical cannot be read")]
    [TestCase("\"canonical\": \"w . x\"", "\"canonical\": \"w . x + b\"", "canonical cannot be read")]
    [TestCase("\"canonical\": \"w . x\"", "\"canonical\": \"2 x\"", "gives a vector(d), but a scalar is asked for")]
    [TestCase("\"canonical\": \"w . x\"", "\"canonical\": \"w . x\", \"misconceptions\": [ { \"code\": \"missing-sum\", \"formula\": \"w + q\", \"message\": \"No.\" } ]", "misconceptions[0].formula cannot be read")]
    [TestCase("\"canonical\": \"w . x\"", "\"canonical\": \"w . x\", \"derivation\": { \"gradientOf\": { \"loss\": \"w . x\", \"by\": \"w\" } , \"combine\": \"G\" }", "derivation.combine gives a vector(d)")]
    [TestCase("\"definition\": \"s(w . x)\"", "\"definition\": \"s(w . )\"", "The definition of h cannot be read")]
    [TestCase("\"definition\": \"s(w . x)\" }, \"b\": {}", "\"definition\": \"sum(b(w))\" }, \"b\": { \"kind\": \"map\" }", "The map b needs a shape of two sizes")]
    [TestCase("\"d\": [2, 4]", "\"d\": [2, 400]", "two whole numbers from 1 to 100")]
    [TestCase("\"w\": [1, 2]", "\"w\": [1, 2, 3]", "do not fit")]
    [TestCase("\"points\": 2", "\"points\": 2, \"demo\": \"symetry\"", "\"symetry\" is no experiment of 'grader demo'. Did you mean \"symmetry\"?")]
    public void Reader_WrongContent_NamesItWithLineAndColumn(string original, string replacement, string expected)
    {
        var problems = Failure(Minimal.Replace(original, replacement, StringComparison.Ordinal), Statements);

        var problem = problems.FirstOrDefault(problem => problem.ToString().Contains(expected, StringComparison.Ordinal));
        Assert.That(problem, Is.Not.Null, string.Join('\n', problems));
        Assert.That(problem!.Position, Is.Not.Null);
    }

    [Test]
    public void Reader_SeveralMistakes_ReportsAllAtOnce()
    {
        var json = Minimal.Replace("\"points\": 2", "\"points\": 0", StringComparison.Ordinal)
            .Replace("\"kind\": \"claims\"", "\"kind\": \"claim\"", StringComparison.Ordinal);

        var problems = Failure(json, Statements + "\n### 1.more: More\n");

        Assert.That(problems.Select(problem => problem.Message), Has.Some.Contains("no points").And.Some.Contains("no kind of part").And.Some.Contains("no part 1.more"));
    }

    [Test]
    public void Reader_NoFiles_ReportsBoth()
    {
        var loaded = WorksheetReader.Read(Path.Combine(Path.GetTempPath(), Path.GetRandomFileName()));

        Assert.That(((Loaded.Failure)loaded).Problems, Has.Count.EqualTo(2));
    }

    private static Worksheet Success(string json)
    {
        using var folder = new WorksheetFolder("sheet", json, Statements);
        var loaded = WorksheetReader.Read(folder.Path);
        Assert.That(loaded, Is.InstanceOf<Loaded.Success>(), loaded is Loaded.Failure(var problems) ? string.Join('\n', problems) : null);
        return ((Loaded.Success)loaded).Worksheet;
    }

    private static IReadOnlyList<WorksheetProblem> Failure(string json, string statements)
    {
        using var folder = new WorksheetFolder("sheet", json, statements);
        var loaded = WorksheetReader.Read(folder.Path);
        Assert.That(loaded, Is.InstanceOf<Loaded.Failure>());
        return ((Loaded.Failure)loaded).Problems;
    }
}
