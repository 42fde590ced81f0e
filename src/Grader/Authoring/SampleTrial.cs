using Formulas.Text;
using Grader.Checking;
using Grader.Exercises;
using Grader.Submissions;

namespace Grader.Authoring;

/// <summary>An answer of a sample that earned something else than was promised.</summary>
internal sealed record BrokenPromise(SampleFile Sample, Promise Promise, PartResult Got);

/// <summary>What trying out one sample came to.</summary>
/// <param name="Kept">How many of its answers earned what was promised.</param>
/// <param name="Problems">What is wrong with the files themselves.</param>
internal sealed record SampleResult(SampleFile Sample, int Kept, EquatableList<BrokenPromise> Broken, EquatableList<WorksheetProblem> Problems)
{
    public bool IsWell => Broken.Count == 0 && Problems.Count == 0;
}

/// <summary>Checks sample answers as a student's would be, and holds what they earn against what was promised.</summary>
internal sealed class SampleTrial(Worksheet worksheet)
{
    /// <summary>Any secret will do: no verdict hangs on it.</summary>
    private readonly Checker checker = new(classSecret: 1);

    public SampleResult Try(SampleFile sample)
    {
        var submission = AnswerFileReader.ReadFile(sample.Path);
        var result = checker.Check(worksheet, submission);
        var log = new ProblemLog(sample.Path);
        foreach (var problem in result.Problems.Where(problem => problem.Severity != ProblemSeverity.Hint)) log.Add(problem.Position, problem.Message, problem.Hint);
        if (!submission.IsUnreadable && submission.Worksheet != worksheet.Id)
        {
            log.Add(new FilePosition(1, 1), $"The sample answers the worksheet \"{submission.Worksheet}\", not \"{worksheet.Id}\".", $"Write \"worksheet\": \"{worksheet.Id}\".");
        }

        var expectedLog = new ProblemLog(sample.ExpectedPath);
        var promises = Promises(sample, submission, log, expectedLog);
        var parts = result.Parts.ToDictionary(part => part.PartId);
        var judged = promises.Where(promise => parts.TryGetValue(promise.PartId, out var part) && part.Verdict != Verdict.Missing).Select(promise => new BrokenPromise(sample, promise, parts[promise.PartId])).ToList();
        var broken = judged.Where(promise => !promise.Promise.IsKeptBy(promise.Got)).ToEquatableList();
        return new(sample, judged.Count - broken.Count, broken, log.InFileOrder().Concat(expectedLog.InFileOrder()).ToEquatableList());
    }

    /// <summary>Of a right sample, full marks for every answer, and what is written beside it besides. Of a wrong one, what is written.</summary>
    private EquatableList<Promise> Promises(SampleFile sample, Submission submission, ProblemLog log, ProblemLog expectedLog)
    {
        var answered = submission.Answers.Where(answer => worksheet.Find(answer.PartId) is not null).DistinctBy(answer => answer.PartId).ToList();
        var written = File.Exists(sample.ExpectedPath) ? PromiseReader.Read(sample.ExpectedPath, expectedLog) : [];
        foreach (var promise in written.Where(promise => answered.TrueForAll(answer => answer.PartId != promise.PartId)))
        {
            expectedLog.Add(
                promise.Position, $"{Path.GetFileName(sample.Path)} has no answer to {promise.PartId}.",
                Suggestion.For(promise.PartId, answered.Select(answer => answer.PartId)));
        }

        if (sample.IsRight)
        {
            return written.Concat(answered.Select(answer => new Promise(answer.PartId, Verdict.Correct, [], sample.Path, answer.Position))).ToEquatableList();
        }

        if (!File.Exists(sample.ExpectedPath))
        {
            log.Add(position: null, "Nothing says what this sample must earn.", $"Write {Path.GetFileName(sample.ExpectedPath)} beside it: for each part its verdict and codes. 'grader check' shows them.");
        }
        else
        {
            foreach (var answer in answered.Where(answer => expectedLog.IsEmpty && written.All(promise => promise.PartId != answer.PartId)))
            {
                log.Add(answer.Position, $"Nothing says what the answer to {answer.PartId} must earn.", $"Add \"{answer.PartId}\" to {Path.GetFileName(sample.ExpectedPath)}.");
            }
        }

        return written;
    }
}
