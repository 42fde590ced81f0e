using Grader.Checking;
using Grader.Exercises;

namespace Grader.Authoring;

/// <summary>Sample answers that earn something else than was promised, or of which nothing is promised.</summary>
internal static class SampleRules
{
    public static void Check(WorksheetSource source, Worksheet worksheet, FindingLog log)
    {
        var (samples, stray) = SampleFile.Of(source.Folder);
        if (!samples.Any(sample => sample.IsRight))
        {
            log.Add(LintRules.NoSamples, source.WorksheetFile, new(1, 1), "There is no right sample: nothing shows that a right answer earns its marks.", $"Write answers to right/plain.json; 'grader new {worksheet.Id}' begins the file.");
        }

        foreach (var file in stray) log.Add(LintRules.SampleUnclear, file, null, "There is no sample of this name beside it.", "Name it after the sample: signs.expected.json for signs.json.");
        var trial = new SampleTrial(worksheet);
        foreach (var result in samples.Select(trial.Try))
        {
            foreach (var (file, position, message, hint) in result.Problems) log.Add(LintRules.SampleUnclear, file, position, message, hint);
            foreach (var broken in result.Broken) Report(broken, log);
        }
    }

    private static void Report(BrokenPromise broken, FindingLog log)
    {
        var (sample, promise, got) = broken;
        var feedback = Promise.FeedbackOf(got).FirstOrDefault();
        var said = feedback is null ? string.Empty : $" It was told: {feedback.Message}";
        if (sample.IsRight && promise.Codes.Count == 0)
        {
            log.Add(LintRules.SampleNotRight, promise.File, promise.Position, $"The answer to {promise.PartId} in {sample.Name} is {Words(got)}, not right.{said}", "Mend the answer, or the part.");
        }
        else
        {
            log.Add(LintRules.SampleDiffers, promise.File, promise.Position, $"The answer to {promise.PartId} in {sample.Name} is {Words(got)}, but {Words(promise)} is promised.{said}", $"'grader author test' shows all that differs. 'grader check' shows how the answer is read.");
        }
    }

    /// <summary>The verdict and the codes, as they are promised.</summary>
    public static string Words(Promise promise) => Words(promise.Verdict, promise.Codes);

    public static string Words(PartResult got) => Words(got.Verdict, [.. Promise.CodesOf(got).Distinct()]);

    private static string Words(Verdict verdict, IReadOnlyList<string> codes) =>
        codes.Count == 0 ? PromiseReader.Name(verdict) : $"{PromiseReader.Name(verdict)} ({string.Join(", ", codes)})";
}
