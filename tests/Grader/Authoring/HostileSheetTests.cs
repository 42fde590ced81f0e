using System.Globalization;
using Grader.Authoring;

namespace Grader.Tests.Authoring;

/// <summary>Looking a worksheet over comes to an end, whatever its files hold, and says what was not looked at.</summary>
public sealed class HostileSheetTests
{
    /// <summary>Far beyond what a loaded machine needs; it only tells an end from none.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    private static readonly string Nested = string.Concat(Enumerable.Range(0, 12).Select(k => string.Create(CultureInfo.InvariantCulture, $"sum(k{k},1,1000, "))) + "y" + new string(')', 12);

    [TestCase("[2, 4]", "[2, 2000000000]", "unreadable")]
    [TestCase("\"shape\": [\"d\"] }", "\"shape\": [1000000, 1000000] }", "unreadable")]
    [TestCase("[2, 4]", "[50, 50]", "single-size")]
    [TestCase("\"y\": { \"shape\": [] }", "\"y\": {}, \"h\": { \"kind\": \"derived\", \"definition\": \"sum(k,1,10^9, y)\" }", "too-slow")]
    [TestCase("\"constraints\": []", "\"constraints\": [\"sum(k,1,10^9, y) < 0\"]", "empty-domain")]
    [TestCase("(w . x - y)^2 / 2", "(w . x - y)^2 / 2 + sum(k,1,190000, 0)", "too-slow")]
    public void Lint_OfCostlyFormulas_Ends(string from, string to, string rule) =>
        Assert.That(Rules(AuthoredSheet.Json.Replace(from, to, StringComparison.Ordinal), AuthoredSheet.Statements), Does.Contain(rule));

    [TestCase("\"2 y\"")]
    [TestCase("\"y > 1\"")]
    [TestCase("\"(w . x - y) w\"")]
    public void Lint_OfNestedSums_Ends(string formula) =>
        Assert.That(Rules(AuthoredSheet.Json.Replace(formula, $"\"{Nested}\"", StringComparison.Ordinal), AuthoredSheet.Statements), Is.Not.Empty);

    [Test]
    public void Lint_OfVeryManyParts_SaysFromWhichOnItLookedAtNothing()
    {
        var parts = Enumerable.Range(0, 999).Select(k => string.Create(CultureInfo.InvariantCulture,
            $$"""{ "id": "1.{{k}}", "kind": "function", "points": 1, "method": "M", "inputs": ["y"], "canonical": "sum(k,1,200, y^k)" }"""));
        var json = $$"""{ "id": "sheet", "questions": [ { "id": "1", "symbols": { "y": {} }, "given": { "y": 2 }, "parts": [ {{string.Join(",\n", parts)}} ] } ] }""";
        Assert.That(Rules(json, AuthoredSheet.Statements), Does.Contain("not-checked"));
    }

    [Test]
    public void Lint_OfMorePartsThanAWorksheetHas_DoesNotReadThem()
    {
        var parts = Enumerable.Repeat("{ \"canonical\": \"y\" }", 1001);
        Assert.That(Rules($$"""{ "id": "sheet", "questions": [ { "id": "1", "parts": [ {{string.Join(',', parts)}} ] } ] }""", AuthoredSheet.Statements), Is.EqualTo(new[] { "unreadable" }));
    }

    [Test]
    public void Lint_OfManyPartsWithSlowDerivedSymbols_Ends()
    {
        var parts = Enumerable.Range(0, 30).Select(k => string.Create(CultureInfo.InvariantCulture,
            $$"""{ "id": "1.{{k}}", "kind": "function", "points": 1, "method": "M", "inputs": ["y"], "canonical": "2 y" }"""));
        var derived = Enumerable.Range(0, 50).Select(k => string.Create(CultureInfo.InvariantCulture,
            $$"""
            "h{{k}}": { "kind": "derived", "definition": "y sum(k,1,190000, 1)" }
            """));
        var json = $$"""{ "id": "sheet", "questions": [ { "id": "1", "symbols": { "y": {}, {{string.Join(',', derived)}} }, "given": { "y": 2 }, "parts": [ {{string.Join(",\n", parts)}} ] } ] }""";
        Assert.That(Rules(json, AuthoredSheet.Statements), Does.Contain("too-slow"));
    }

    [TestCase("$$x ", "\n")]
    [TestCase("$a b$", "")]
    [TestCase("${", "")]
    [TestCase("$_{_{", " ")]
    [TestCase("`$\\", "\n")]
    [TestCase("### 1.a: $v u$", "\n")]
    public void Lint_OfHugeStatements_Ends(string piece, string between) =>
        Assert.That(Rules(AuthoredSheet.Json, AuthoredSheet.Statements + string.Join(between, Enumerable.Repeat(piece, 30_000))), Is.Not.Null);

    private static List<string> Rules(string json, string statements)
    {
        var work = Task.Run(() => AuthoredSheet.LintFiles(json, statements));
        Assert.That(work.Wait(Patience), "It does not end.");
        return [.. work.Result.Select(finding => finding.Rule.Name)];
    }
}
