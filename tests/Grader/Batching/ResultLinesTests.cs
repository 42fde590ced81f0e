using Grader.Batching;
using Grader.Checking;
using Grader.Reporting;

namespace Grader.Tests.Batching;

public sealed class ResultLinesTests
{
    private const string Part =
        """{"part":"1a","verdict":"partial","score":0.5,"maxScore":2,"reading":"2 x","feedback":[{"code":"gap","message":"A gap."}],"evidence":{"samples":64,"seed":"ff","fault":"deep"}}""";

    [Test]
    public void Parsed_WhatABatchWrites_IsReadWhole()
    {
        var line = Parsed($$"""{"file":"a.json","status":"graded","name":"Ada","late":true,"attempt":2,"worksheet":"w","student":"s","score":0.5,"maxScore":2,"parts":[{{Part}}],"program":{"file":"a.dll","notes":[]},"problems":[{"code":"c","message":"m","line":1}]}""");
        var part = line.Parts[0];
        Assert.Multiple(() =>
        {
            Assert.That((line.File, line.Status, line.Name, line.IsLate, line.Attempt, line.Worksheet, line.Student, line.Score, line.MaxScore, line.IsProgram), Is.EqualTo(("a.json", BatchStatus.Graded, "Ada", true, (int?)2, "w", "s", 0.5m, 2m, true)));
            Assert.That((line.Problems, line.ProblemCodes), Is.EqualTo(((Formulas.Text.EquatableList<string>)["m"], (Formulas.Text.EquatableList<string>)["c"])));
            Assert.That((part.Part, part.Verdict, part.Score, part.MaxScore, part.Reading, part.IsFaulty, part.IsMarked), Is.EqualTo(("1a", Verdict.Partial, 0.5m, 2m, "2 x", true, false)));
            Assert.That(part.Feedback, Is.EqualTo([new Feedback("gap", "A gap.")]));
        });
    }

    [Test]
    public void Parsed_CellsAndAMark_AreRead()
    {
        var part = Parsed("""{"file":"a","status":"graded","parts":[{"part":"t","verdict":"correct","mark":{"items":{"x":1}},"evidence":{"cells":[{"cell":"r1","verdict":"incorrect","reading":null,"feedback":[],"counterexample":{"inputs":{}}}],"fault":null}}]}""").Parts[0];
        Assert.That((part.IsMarked, part.IsFaulty), Is.EqualTo((true, false)));
        Assert.That(part.Cells, Is.EqualTo([new ResultCell("r1", Verdict.Incorrect, null, [])]));
    }

    [Test]
    public void Parsed_WhatIsUnknownOrOfAnotherKind_IsPassedOver()
    {
        var line = Parsed("""{"later":{"file":["no",{"file":"no"}]},"file":"first","file":"last","status":"unreadable","worksheet":null,"student":{},"late":"yes","attempt":"3","parts":{"part":"1a"},"problems":[[{"code":"no"}],{"message":7}],"program":[]}""");
        Assert.That((line.File, line.Status, line.Worksheet, line.Student, line.IsLate, line.Attempt, line.Score, line.IsProgram), Is.EqualTo(("last", BatchStatus.Unreadable, (string?)null, (string?)null, false, (int?)null, 0m, false)));
        Assert.That(line.Parts, Is.Empty);
        Assert.That(line.Problems, Is.EqualTo([string.Empty]));
    }

    [TestCase("""{"status":"graded"}""", "it names no file")]
    [TestCase("""{"file":"a"}""", "it has no status")]
    [TestCase("""{"file":"a","status":"done"}""", "done")]
    [TestCase("""{"file":"a","status":"graded","parts":[{"verdict":"correct"}]}""", "a part has no name")]
    [TestCase("""{"file":"a","status":"graded","parts":[{"part":"1a"}]}""", "a part has no verdict")]
    [TestCase("""{"file":"a","status":"graded","score":[]}""", "number")]
    [TestCase("""{"file":"a","status":"graded","score":"many"}""", "many")]
    [TestCase("""{"file":"a","status":"graded","parts":[{"part":"1a","verd""", "line 7")]
    [TestCase("""{"file":"a","status":"graded" """, "line 7")]
    [TestCase("""["file"]""", "object")]
    [TestCase("", "line 7")]
    public void Parsed_WhatNoBatchWrites_IsRefusedWithItsPlace(string line, string said) =>
        Assert.That(() => ResultLines.Parsed(line, "r.jsonl, line 7"), Throws.TypeOf<FormatException>().With.Message.Contains("r.jsonl, line 7").And.Message.Contains(said));

    private static ResultLine Parsed(string line) => ResultLines.Parsed(line, "here");
}
