using System.Globalization;
using Grader.Checking;
using Grader.Commands;
using Grader.Exercises;
using Newtonsoft.Json.Linq;

namespace Grader.Tests.Commands;

/// <summary>A deadline between two runs of the same call.</summary>
public sealed class RevealByDateTests
{
    private const string Dates = "feedback@2026-12-01T18:00+01:00,solution@2026-12-08T18:00+01:00";

    private const string Wrong = """{"worksheet": "backprop-practice", "student": "s1", "answers": {"1b.value": "g(a)"}}""";

    private const string Right = """{"worksheet": "backprop-practice", "student": "s1", "answers": {"1b.value": "g(a sum(x))"}}""";

    private static (int Exit, string Output, string Error) Check(string now, string content, params string[] more)
    {
        using var folder = new TemporaryFolder();
        using var output = new StringWriter(CultureInfo.InvariantCulture);
        using var error = new StringWriter(CultureInfo.InvariantCulture);
        var surroundings = new Surroundings(
            TextReader.Null, output, error, Terminal: false, Colour: false, AppContext.BaseDirectory, ClassSecret.FromText("autumn"), new Stopped(RevealDates.Moment(now)!.Value));
        var exit = CommandLineRun.Run(["check", folder.Write("a.json", content), .. more], surroundings);
        return (exit, output.ToString(), error.ToString());
    }

    [Test]
    public void Check_BeforeTheDeadline_TellsVerdictsAndThatOtherChecksFollow()
    {
        var run = Check("2026-11-30T12:00Z", Wrong, "--reveal", Dates);

        Assert.That(run.Output, Does.Contain("incorrect").And.Contain("Only the public checks ran so far.").And.Contain("1 December 2026, 18:00 (UTC+01:00)"));
        Assert.That(run.Output, Does.Not.Contain("[missing-sum]").And.Not.Contain("For example"));
    }

    [Test]
    public void Check_RightAnswerBeforeTheDeadline_SaysThatThePublicChecksPassed() =>
        Assert.That(Check("2026-11-30T12:00Z", Right, "--reveal", Dates).Output, Does.Contain("Public checks passed; others run after the deadline"));

    [Test]
    public void Check_BeforeTheDeadline_TriesOnlySamplesThatEverybodyCanFindOut()
    {
        static string Seed(string now, params string[] more) =>
            (string)JObject.Parse(Check(now, Wrong, ["--format", "json", .. more]).Output).SelectToken("$.parts[?(@.part == '1b.value')].evidence.seed")!;

        var before = Seed("2026-11-30T12:00Z", "--reveal", Dates);
        Assert.That(before, Is.Not.EqualTo(Seed("2026-12-02T12:00Z", "--reveal", Dates)));
        Assert.That(before, Is.Not.EqualTo(Seed("2026-11-30T12:00Z", "--reveal", "feedback")), "A level of the call runs all checks.");
    }

    [Test]
    public void Check_AfterTheDates_TellsFeedbackThenTheSolution()
    {
        var feedback = Check("2026-12-02T12:00Z", Wrong, "--reveal", Dates);
        Assert.That(feedback.Output, Does.Contain("[").And.Not.Contain("public checks"));

        var json = JObject.Parse(Check("2026-12-09T12:00Z", Wrong, "--reveal", Dates, "--format", "json").Output);
        Assert.That(json.SelectToken("$.parts[?(@.part == '1b.value')].evidence.counterexample.expected"), Is.Not.Null);
        Assert.That(json["checks"], Is.Null);
    }

    [Test]
    public void Check_DateWithoutOffset_IsRefusedWithTheForm()
    {
        var run = Check("2026-12-02T12:00Z", Wrong, "--reveal", "feedback@2026-12-01T18:00");

        Assert.That(run.Exit, Is.EqualTo(ExitCode.Unusable));
        Assert.That(run.Error, Does.Contain("offset from UTC").And.Contain("feedback@2026-12-01T18:00+01:00"));
    }

    private sealed class Stopped(DateTimeOffset now) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => now.ToUniversalTime();
    }
}
