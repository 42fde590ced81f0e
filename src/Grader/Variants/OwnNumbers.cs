using Grader.Exercises;
using Grader.Submissions;

namespace Grader.Variants;

/// <summary>Which numbers a submission is judged by: those of the code in it, or, where the class has a phrase, those of its student.</summary>
/// <param name="phrase">The class's phrase, by which each student's code is known; null where files are taken at their word.</param>
public sealed class OwnNumbers(string? phrase)
{
    private readonly System.Runtime.CompilerServices.ConditionalWeakTable<Worksheet, VariantMaker> makers = [];

    /// <summary>The worksheet to judge by, and the submission with what there is to say about its code.</summary>
    public (Worksheet Worksheet, Submission Submission) For(Worksheet worksheet, Submission submission)
    {
        var written = submission.Variant is { } text ? VariantCode.Parse(text) : null;
        var own = phrase is null ? written : VariantCode.Of(phrase, worksheet.Id, submission.Student);
        var told = Problem(submission, written, own) is { } problem ? submission with { Problems = [.. submission.Problems, problem] } : submission;
        return (own is null ? worksheet : makers.GetValue(worksheet, sheet => new VariantMaker(sheet)).Make(own), told);
    }

    private Problem? Problem(Submission submission, VariantCode? written, VariantCode? own) => (submission.Variant, written, own) switch
    {
        ({ } text, null, null) => new(
            "bad-variant", $"\"{text}\" is no code of numbers, so the numbers of the sheet were taken.", null, "Copy the \"variant\" from the file that was handed out."),
        ({ } text, null, _) => new(
            "bad-variant", $"\"{text}\" is no code of numbers; your own numbers were taken.", null, "Copy the \"variant\" from the file that was handed out."),
        ({ } text, _, { } right) when written != right => new(
            "foreign-variant", $"\"{text}\" is not the code of {submission.Student}; the right one was taken.", null,
            "Write your name or number as the class list has it, and work with the numbers that were handed out to you."),
        (null, _, { } right) when phrase is not null && submission.Student.Length > 0 => new(
            "missing-variant", $"The file has no \"variant\"; the numbers of {submission.Student} were taken.", null, null, ProblemSeverity.Hint),
        _ => null,
    };
}
