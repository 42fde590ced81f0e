using Grader.Checking;
using Grader.Running;

namespace Grader.Programs;

/// <summary>What is said about a program as a whole, and about its end.</summary>
internal static class ProgramMessages
{
    public static Feedback Died(Death cause, string? before = null) => new(CodeOf(cause), before is null ? cause.Sentence : $"{before}. {cause.Sentence}");

    public static Feedback NotCallable(string detail) => new("wrong-signature", $"The method cannot be called: {detail}");

    private static string CodeOf(Death cause) => cause switch
    {
        Death.TimedOut => "timeout",
        Death.MemoryExhausted => "memory",
        Death.OutputFlood => "output-flood",
        Death.StackOverflow or Death.Crashed or Death.ExitedEarly or Death.BadReply => "crashed",
        Death.ForbiddenCall => "forbidden-api",
        _ => throw new System.Diagnostics.UnreachableException(),
    };
}
