using System.Diagnostics;
using System.Text;
using Grader.Submissions;

namespace Grader.Tests.Submissions;

[TestFixture]
public sealed class AnswerFileReaderTests
{
    private static Submission Read(string text) => AnswerFileReader.Read("file.json", Encoding.UTF8.GetBytes(text));

    private static string FileWith(string json) =>
        "{\"worksheet\": \"w\", \"student\": \"s\", \"answers\": {\"p\": " + json + "}}";

    private static Answer Answer(string json) =>
        Read(FileWith(json)).Answers.Single().Answer;

    private static string[] Codes(Submission submission) => [.. submission.Problems.Select(problem => problem.Code)];

    [TestCase("[[[1]]]")]
    [TestCase("[1, [2]]")]
    [TestCase("[[1], [\"a\", [2]]]")]
    public void Read_ArrayThatIsNoAnswer_SaysWhatIsWrongWithIt(string array)
    {
        var answer = (Answer.Unusable)Answer(array);

        Assert.That(answer.Problem.Message, Does.Contain("differ in kind, or are nested more than two deep"));
    }

    [Test]
    public void Read_CompleteFileWithCommentsAndTrailingCommas_HasNoProblems()
    {
        var submission = Read("""
            {
              // a comment
              "worksheet": "w", /* another */ "student": "s1",
              "answers": { "1": "x + 1", "2": [1, 2,], },
            }
            """);
        Assert.That(submission.Problems, Is.Empty);
        Assert.That(submission.Worksheet, Is.EqualTo("w"));
        Assert.That(submission.Student, Is.EqualTo("s1"));
        Assert.That(submission.Answers.Select(answer => answer.PartId), Is.EqualTo(new[] { "1", "2" }));
        Assert.That(submission.Answers[1].Position, Is.EqualTo(new FilePosition(4, 35)));
    }

    [TestCase("0.90", "0.90")]
    [TestCase("1e-3", "1e-3")]
    [TestCase("-2", "-2")]
    [TestCase("/* c */ 5.10 // d\n", "5.10")]
    [TestCase(".5", ".5")]
    public void Read_Number_KeepsWrittenForm(string json, string written) =>
        Assert.That(((Answer.Number)Answer(json)).Written, Is.EqualTo(written));

    [Test]
    public void Read_ArraysOfNumbers_AreListsAndTables()
    {
        Assert.That(((Answer.NumberList)Answer("[1, 2.50]")).Entries[1].Written, Is.EqualTo("2.50"));
        Assert.That(((Answer.NumberTable)Answer("[[1, 2], [3]]")).Rows.Select(row => row.Entries.Count), Is.EqualTo(new[] { 2, 1 }));
        Assert.That(((Answer.TextList)Answer("[\"a\", 2.0]")).Items, Is.EqualTo(new[] { "a", "2.0" }));
        Assert.That(((Answer.Text)Answer("[[\"a\", 1], [\"b\", \"c\"]]")).Content, Is.EqualTo("[[a, 1], [b, c]]"));
    }

    [Test]
    public void Read_ExplicitForms_AreKept()
    {
        Assert.That(Answer("{\"value\": [1]}"), Is.InstanceOf<Answer.ExplicitValue>());
        Assert.That(Answer("{\"formula\": \"x\"}"), Is.EqualTo(new Answer.ExplicitFormula("x")));
        Assert.That(Answer("{\"option\": \"x\"}"), Is.EqualTo(new Answer.ExplicitOption("x")));
        Assert.That(Answer("{\"text\": \"x\"}"), Is.EqualTo(new Answer.ExplicitText("x")));
        Assert.That(Answer("{\"a\": 1, \"b\": \"x\"}"), Is.InstanceOf<Answer.Cells>());
        Assert.That(Answer("null"), Is.EqualTo(new Answer.Text("")));
    }

    [Test]
    public void Read_Graph_KeepsNodesOutputAndMarks()
    {
        var graph = ((Answer.Graph)Answer("""
            {"graph": {"nodes": {"c": {"op": "constant", "value": 2}, "s": {"op": "add", "in": ["c", "x"]}}, "output": "s", "marks": {"m": "s"}}}
            """)).Content;
        Assert.That(graph.Nodes.Select(node => node.Operation), Is.EqualTo(new[] { "constant", "add" }));
        Assert.That(graph.Nodes[0].Value, Is.EqualTo(2));
        Assert.That(graph.Output, Is.EqualTo("s"));
        Assert.That(graph.Marks.Single().Node, Is.EqualTo("s"));
    }

    [TestCase("{\"nodes\": [1]}", "wrong-type")]
    [TestCase("{\"nodes\": {\"a\": 1}}", "wrong-type")]
    [TestCase("{\"nodes\": {\"a\": {}}}", "wrong-type")]
    [TestCase("{\"nodes\": {\"a\": {\"op\": \"x\"}, \"a\": {\"op\": \"y\"}}}", "doubled-key")]
    [TestCase("{\"graph\": 3}", "wrong-type")]
    [TestCase("true", "wrong-type")]
    [TestCase("[]", "wrong-type")]
    [TestCase("[1, [2]]", "wrong-type")]
    [TestCase("[1, null]", "wrong-type")]
    [TestCase("NaN", "not-a-number")]
    [TestCase("[1, -Infinity]", "not-a-number")]
    [TestCase("{\"value\": NaN}", "not-a-number")]
    [TestCase("1e999", "not-a-number")]
    [TestCase("017", "not-a-number")]
    [TestCase("0x1F", "not-a-number")]
    public void Read_UnusableAnswer_IsReportedAndKept(string json, string code)
    {
        Assert.That(((Answer.Unusable)Answer(json)).Problem.Code, Is.EqualTo(code));
        Assert.That(Codes(Read(FileWith(json))), Is.EqualTo(new[] { code }));
    }

    [Test]
    public void Read_DoubledPart_NamesBothPlacesAndGradesNeither()
    {
        var submission = Read("{\"worksheet\": \"w\", \"student\": \"s\", \"answers\": {\"p\": 1,\n \"p\": 2, \"q\": 3}}");
        Assert.That(Codes(submission), Is.EqualTo(new[] { "doubled-key" }));
        Assert.That(submission.Problems[0].Message, Does.Contain("line 1, column 48").And.Contain("line 2, column 2"));
        Assert.That(submission.Answers[0].Answer, Is.InstanceOf<Answer.Unusable>());
        Assert.That(submission.Answers[1].Answer, Is.InstanceOf<Answer.Number>());
    }

    [Test]
    public void Read_DoubledCell_LosesThatCellOnly()
    {
        var cells = (Answer.Cells)Answer("{\"a\": 1, \"b\": 2, \"a\": 3}");
        Assert.That(cells.Items.Select(item => item.Answer is Answer.Unusable), Is.EqualTo(new[] { true, false }));
    }

    [TestCase("{\"a\": 1 \"b\": 2}", 1, 9, "comma")]
    [TestCase("{\n\"a\" 1}", 2, 5, "colon")]
    [TestCase("{\"a\": \"x", 1, 9, "quote")]
    [TestCase("{\"a\": \"\\sigma\"}", 1, 10, "twice")]
    [TestCase("{\"a\": [1, 2", 1, 12, "end")]
    [TestCase("{} {}", 1, 4, "too many")]
    public void Read_BrokenJson_NamesPlaceAndWayOut(string text, int line, int column, string hint)
    {
        var problem = Read(text).Problems.Single();
        Assert.That(problem.Code, Is.EqualTo("broken-json"));
        Assert.That(problem.Severity, Is.EqualTo(ProblemSeverity.Fatal));
        Assert.That(problem.Position, Is.EqualTo(new FilePosition(line, column)));
        Assert.That(problem.Hint, Does.Contain(hint));
    }

    [TestCase("", "empty-file")]
    [TestCase("// nothing", "empty-file")]
    [TestCase("[1]", "wrong-type")]
    [TestCase("{\"student\": \"s\", \"answers\": {}}", "missing-worksheet")]
    [TestCase("{\"worksheet\": 3, \"student\": \"s\", \"answers\": {}}", "missing-worksheet")]
    public void Read_FileWithoutAnythingToGrade_IsUnreadable(string text, string code)
    {
        var submission = Read(text);
        Assert.That(submission.IsUnreadable);
        Assert.That(Codes(submission), Does.Contain(code));
    }

    [Test]
    public void Read_NestingOf64_IsTaken() =>
        Assert.That(Codes(Read(new string('[', 64) + new string(']', 64))), Is.EqualTo(new[] { "wrong-type" }));

    [TestCase(65)]
    [TestCase(10_000)]
    [TestCase(1_000_000)]
    public void Read_NestingOver64_IsRefusedQuickly(int depth)
    {
        var clock = Stopwatch.StartNew();
        var submission = Read(new string('[', depth));
        Assert.That(Codes(submission), Is.EqualTo(new[] { "nested-too-deep" }));
        Assert.That(submission.Problems[0].Position, Is.EqualTo(new FilePosition(1, 65)));
        Assert.That(clock.Elapsed, Is.LessThan(TimeSpan.FromSeconds(2)));
    }

    [Test]
    public void Read_FileOver1MiB_IsRefused() =>
        Assert.That(Codes(AnswerFileReader.Read("f", new byte[AnswerFileReader.MaxBytes + 1])), Is.EqualTo(new[] { "file-too-large" }));

    [Test]
    public void Read_InvalidUtf8_NamesByteAndLine()
    {
        byte[] bytes = [.. "{\n \"é"u8, 0xFF, .. "\"}"u8];
        var problem = AnswerFileReader.Read("f", bytes).Problems.Single();
        Assert.That(problem.Code, Is.EqualTo("not-utf8"));
        Assert.That(problem.Message, Does.Contain("Byte 7"));
        Assert.That(problem.Position, Is.EqualTo(new FilePosition(2, 4)));
    }

    [Test]
    public void Read_Utf16_SaysSo() =>
        Assert.That(AnswerFileReader.Read("f", Encoding.Unicode.GetPreamble()).Problems.Single().Message, Does.Contain("UTF-16"));

    [Test]
    public void Read_ByteOrderMark_IsPassedOver()
    {
        byte[] bytes = [0xEF, 0xBB, 0xBF, .. "{\"worksheet\": \"w\", \"student\": \"s\", \"answers\": {}}"u8];
        Assert.That(AnswerFileReader.Read("f", bytes).Problems, Is.Empty);
    }

    [Test]
    public void Read_UnknownKey_IsAHintWithDidYouMean()
    {
        var problem = Read("{\"worksheet\": \"w\", \"student\": \"s\", \"answer\": {}, \"answers\": {}}").Problems.Single();
        Assert.That(problem.Code, Is.EqualTo("unknown-key"));
        Assert.That(problem.Severity, Is.EqualTo(ProblemSeverity.Hint));
        Assert.That(problem.Hint, Does.Contain("\"answers\""));
    }

    [Test]
    public void Read_MissingStudent_IsListedUnderTheFile()
    {
        var submission = Read("{\"worksheet\": \"w\", \"answers\": {}}");
        Assert.That(Codes(submission), Is.EqualTo(new[] { "missing-student" }));
        Assert.That(submission.Student, Is.EqualTo("file"));
    }

    [Test]
    public void Read_AnswersOfWrongTypeOrAbsent_IsReported()
    {
        Assert.That(Codes(Read("{\"worksheet\": \"w\", \"student\": \"s\", \"answers\": [1]}")), Is.EqualTo(new[] { "wrong-type" }));
        Assert.That(Codes(Read("{\"worksheet\": \"w\", \"student\": \"s\"}")), Is.EqualTo(new[] { "missing-answers" }));
    }

    [Test]
    public void Read_LatexWithSingleBackslash_IsHinted()
    {
        var submission = Read("{\"worksheet\": \"w\", \"student\": \"s\", \"answers\": {\"p\": \"\\theta + \\frac{1}{2}\"}}");
        Assert.That(Codes(submission), Is.EqualTo(new[] { "swallowed-backslash" }));
        Assert.That(submission.Answers.Single().Answer, Is.InstanceOf<Answer.Text>());
    }

    [Test]
    public void Read_HalfASurrogatePair_IsReplaced() =>
        Assert.That(((Answer.Text)Answer("\"a\\ud800b\"")).Content, Is.EqualTo("a\uFFFDb"));

    [TestCase("{\"a\": new Date(1)}")]
    [TestCase("{\"worksheet\": undefined}")]
    [TestCase("{\"answers\": {\"p\": [,,]}}")]
    [TestCase("{'a': 'b', c: \"d\"}")]
    [TestCase("\u0000\u0001")]
    [TestCase("{\"answers\": {\"p\": 0xFFFFFFFFFFFFFFFFFFFFFFFFFFFFFF, \"q\": 08, \"r\": 1e, \"s\": -}}")]
    [TestCase("{\"answers\": {\"\": \"\"}, \"\": 1}")]
    public void Read_StrangeJson_NeverThrows(string text) =>
        Assert.That(Read(text).Problems, Is.Not.Empty);

    [Test]
    public void Read_EveryPrefixOfAFile_NeverThrows()
    {
        const string File = "{ // c\n \"worksheet\": \"w\", \"student\": \"s\", \"answers\": {\"p\": [[1.5, -2e3], [\"x\", null]], \"g\": {\"nodes\": {\"a\": {\"op\": \"x\"}}}}}";
        for (var length = 0; length < File.Length; length++) Assert.That(Read(File[..length]).IsUnreadable, $"{length}");
        Assert.That(Read(File).IsUnreadable, Is.False);
    }

    [Test]
    public void ReadFile_PipeThatNobodyWritesTo_IsRefusedInsteadOfWaitedFor()
    {
        if (OperatingSystem.IsWindows()) Assert.Ignore("There are no such pipes in folders here.");
        var folder = Directory.CreateTempSubdirectory();
        try
        {
            var pipe = Path.Combine(folder.FullName, "pipe.json");
            using (var made = Process.Start("mkfifo", [pipe])) made.WaitForExit();
            var submission = AnswerFileReader.ReadFile(pipe);
            Assert.That(Codes(submission), Is.EqualTo(new[] { "cannot-open" }));
            Assert.That(submission.Problems[0].Message, Does.Contain("pipe"));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Test]
    public void ReadFile_DirectoryMissingAndPresentFile_AreToldApart()
    {
        var folder = Directory.CreateTempSubdirectory();
        try
        {
            var path = Path.Combine(folder.FullName, "s.json");
            Assert.That(Codes(AnswerFileReader.ReadFile(folder.FullName)), Is.EqualTo(new[] { "is-directory" }));
            Assert.That(Codes(AnswerFileReader.ReadFile(path)), Is.EqualTo(new[] { "no-such-file" }));
            Assert.That(Codes(AnswerFileReader.ReadFile("a\0b")), Is.EqualTo(new[] { "cannot-open" }));
            File.WriteAllText(path, "{\"worksheet\": \"w\", \"student\": \"s\", \"answers\": {}}");
            Assert.That(AnswerFileReader.ReadFile(path).Problems, Is.Empty);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
