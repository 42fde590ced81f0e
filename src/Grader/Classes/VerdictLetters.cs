using Grader.Checking;

namespace Grader.Classes;

/// <summary>Verdicts as single letters, so that thousands of rows stay small.</summary>
public static class VerdictLetters
{
    public static char Of(Verdict verdict) => verdict switch
    {
        Verdict.Correct => 'c',
        Verdict.Partial => 'h',
        Verdict.Incorrect => 'i',
        Verdict.Unreadable => 'u',
        Verdict.Missing => 'm',
        Verdict.Pending => 'p',
        _ => throw new System.Diagnostics.UnreachableException(),
    };
}
