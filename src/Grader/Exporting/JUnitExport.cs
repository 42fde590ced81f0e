using System.Globalization;
using System.Text;
using System.Xml;
using Grader.Batching;
using Grader.Checking;
using Grader.Marking;
using Grader.Reporting;

namespace Grader.Exporting;

/// <summary>JUnit XML in the form that both common schemas take: a suite for each submission, a test case for each part.</summary>
internal static class JUnitExport
{
    // Nothing is timed, and the same results make the same file.
    private const string NoTime = "0.000";

    private const string WholeFile = "file";

    public static Export Make(Gradebook book, ExportSettings settings)
    {
        var text = new StringBuilder();
        using (var writer = XmlWriter.Create(text, XmlText.Settings))
        {
            writer.WriteStartElement("testsuites");
            for (var at = 0; at < book.Lines.Count; at++) Suite(writer, book.Lines[at], at, settings.Written);
            writer.WriteEndElement();
        }

        return new([new("junit.xml", XmlText.Declaration + text + "\n")], book.Problems);
    }

    private static void Suite(XmlWriter writer, ResultLine line, int id, DateTime written)
    {
        var cases = Cases(line).ToList();
        writer.WriteStartElement("testsuite");
        Attribute(writer, "package", line.Worksheet ?? "unknown");
        Attribute(writer, "id", Number(id));
        Attribute(writer, "name", line.Student ?? line.File);
        Attribute(writer, "timestamp", written.ToString("yyyy-MM-dd'T'HH:mm:ss", CultureInfo.InvariantCulture));
        Attribute(writer, "hostname", "localhost");
        Attribute(writer, "tests", Number(cases.Count));
        Attribute(writer, "failures", Number(cases.Count(test => test.Outcome is Outcome.Failure)));
        Attribute(writer, "errors", Number(cases.Count(test => test.Outcome is Outcome.Error)));
        Attribute(writer, "skipped", Number(cases.Count(test => test.Outcome is Outcome.Skipped)));
        Attribute(writer, "time", NoTime);
        Properties(writer, line);
        foreach (var test in cases) Case(writer, line, test);
        writer.WriteElementString("system-out", string.Empty);
        writer.WriteElementString("system-err", string.Empty);
        writer.WriteEndElement();
    }

    private static void Properties(XmlWriter writer, ResultLine line)
    {
        writer.WriteStartElement("properties");
        Property(writer, "file", line.File);
        if (line.Status == BatchStatus.Graded)
        {
            Property(writer, "maxScore", Scoring.Written(line.MaxScore));
            Property(writer, "waiting", Scoring.Written(line.Waiting));
            if (!line.IsFaulty) Property(writer, "score", Scoring.Written(line.Score));
        }

        writer.WriteEndElement();
    }

    private static void Property(XmlWriter writer, string name, string value)
    {
        writer.WriteStartElement("property");
        Attribute(writer, "name", name);
        Attribute(writer, "value", value);
        writer.WriteEndElement();
    }

    private static void Case(XmlWriter writer, ResultLine line, TestCase test)
    {
        writer.WriteStartElement("testcase");
        Attribute(writer, "name", test.Name);
        Attribute(writer, "classname", line.Worksheet ?? "unknown");
        Attribute(writer, "time", NoTime);
        switch (test.Outcome)
        {
            case Outcome.Passed:
                break;
            case Outcome.Skipped:
                writer.WriteElementString("skipped", string.Empty);
                break;
            case Outcome.Failure(var type, var message):
                Ending(writer, "failure", type, message);
                break;
            case Outcome.Error(var type, var message):
                Ending(writer, "error", type, message);
                break;
            default:
                throw new System.Diagnostics.UnreachableException();
        }

        writer.WriteEndElement();
    }

    private static void Ending(XmlWriter writer, string element, string type, string message)
    {
        writer.WriteStartElement(element);
        Attribute(writer, "message", message);
        Attribute(writer, "type", type);
        writer.WriteString(XmlText.Safe(message));
        writer.WriteEndElement();
    }

    private static IEnumerable<TestCase> Cases(ResultLine line) => line.Status switch
    {
        BatchStatus.Graded => line.Parts.Select(part => new TestCase(part.Part, OutcomeOf(part))),
        BatchStatus.Unreadable => [new(WholeFile, new Outcome.Failure("unreadable", string.Join(' ', line.Problems)))],
        BatchStatus.Fault => [new(WholeFile, new Outcome.Error("fault", "Not marked: a fault of the grader."))],
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    private static Outcome OutcomeOf(ResultPart part) => part.Verdict switch
    {
        Verdict.Correct => new Outcome.Passed(),
        Verdict.Pending when part.IsFaulty => new Outcome.Error("fault", "Not marked: a fault of the grader."),
        Verdict.Pending => new Outcome.Skipped(),
        _ => new Outcome.Failure(part.Verdict.ToString().ToLowerInvariant(), Said(part)),
    };

    private static string Said(ResultPart part)
    {
        var points = $"{Scoring.Written(part.Score)} of {Scoring.Written(part.MaxScore)} points.";
        return string.Join('\n', part.Feedback.Select(feedback => feedback.Message).Prepend(points));
    }

    private static void Attribute(XmlWriter writer, string name, string value) => writer.WriteAttributeString(name, XmlText.Safe(value));

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    private sealed record TestCase(string Name, Outcome Outcome);

    private abstract record Outcome
    {
        public sealed record Passed : Outcome;

        public sealed record Skipped : Outcome;

        public sealed record Failure(string Type, string Message) : Outcome;

        public sealed record Error(string Type, string Message) : Outcome;
    }
}
