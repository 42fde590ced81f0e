using Grader.Checking;
using Grader.Commands;
using Grader.Exercises;
using Grader.Simulation;
using Grader.Tests.Commands;

namespace Grader.Tests.Simulation;

public sealed class SimulatedClassTests
{
    private static readonly string Exercises = Path.Combine(AppContext.BaseDirectory, "exercises");

    /// <summary>The largest test there is: every kind of answer to every part, with verdicts known from how the answers were made.</summary>
    [Test]
    public void Batch_SimulatedClass_AgreesWithTheTruthOnEveryPart()
    {
        using var folder = new TemporaryFolder();
        var (practice, output) = (Path.Combine(folder.Path, "practice"), Path.Combine(folder.Path, "out"));
        Assert.That(CommandRun.Of("simulate", "-n", "60", "--seed", "2", "-o", practice).Exit, Is.EqualTo(ExitCode.Well));
        Assert.That(CommandRun.Of("batch", Path.Combine(practice, "submissions"), "-o", output).Exit, Is.EqualTo(ExitCode.Well));

        var compared = Verification.Of(File.ReadLines(Path.Combine(practice, "truth.jsonl")), File.ReadLines(Path.Combine(output, "results.jsonl")));
        Assert.That(compared.Verdicts, Is.Empty);
        Assert.That(compared.Mistakes, Is.GreaterThan(700));
        Assert.That(compared.Named, Is.GreaterThanOrEqualTo(0.95 * compared.Mistakes), string.Join('\n', compared.Names));
        Assert.That(CommandRun.Of("simulate", "--verify", output).Exit, Is.EqualTo(ExitCode.Well));

        // A truth that says otherwise is noticed, by name.
        var other = folder.Write("other.jsonl", File.ReadAllText(Path.Combine(practice, "truth.jsonl")).Replace("\"verdict\":\"partial\"", "\"verdict\":\"incorrect\"", StringComparison.Ordinal));
        var disagreeing = CommandRun.Of("simulate", "--verify", output, "--truth", other);
        Assert.That(disagreeing.Exit, Is.EqualTo(ExitCode.NotWell));
        Assert.That(disagreeing.Output, Does.Contain("verdicts that differ").And.Contain("rounding"));
    }

    [Test]
    public void Files_OfOneSeed_AreTheSameAndStayWhenStudentsJoin()
    {
        var few = Class(seed: 3).Files(2).ToList();
        var more = Class(seed: 3).Files(4).ToList();
        var others = Class(seed: 4).Files(2).ToList();
        Assert.That(more.Take(few.Count).Select(Described), Is.EqualTo(few.Select(Described)));
        Assert.That(others.Select(Described), Is.Not.EqualTo(few.Select(Described)));
    }

    [Test]
    public void Files_OfManyStudents_HoldEveryVerdictAndBrokenFiles()
    {
        var truths = Class(seed: 5).Files(150).Select(file => file.Truth).ToList();
        var parts = truths.SelectMany(truth => truth.Parts).ToList();
        Assert.That(parts.Select(part => part.Verdict).Distinct(), Is.EquivalentTo(Enum.GetValues<Verdict>().Except([Verdict.Pending])), "this worksheet has no prose");
        Assert.That(parts.Select(part => part.Made), Is.SupersetOf(new[] { "formula", "value", "sample", "rounding", "misconception", "mutation", "carried", "blank", "cells left out", "doubled key" }));
        Assert.That(truths.Count(truth => !truth.IsReadable), Is.InRange(1, truths.Count / 10));
    }

    private static SimulatedClass Class(ulong seed) => new([((Found.Success)Library.Open(Exercises).Find("sgd-backprop-tables")).Worksheet], Exercises, seed);

    private static string Described(SimulatedFile file) => $"{file.Truth.ToLine()} {Convert.ToBase64String(file.Content)}";
}
