using System.Globalization;

namespace Grader.Running;

/// <summary>Why a box ended before it answered, with words for the student: which limit was met, and what usually causes that.</summary>
public abstract record Death
{
    private Death()
    {
    }

    public abstract string Sentence { get; }

    /// <summary>What happened, as a part of a sentence: "your method ran longer than 2 s".</summary>
    public abstract string Clause { get; }

    /// <param name="InAll">Whether the time of all calls together ran out, not that of one.</param>
    public sealed record TimedOut(TimeSpan Limit, bool InAll) : Death
    {
        public override string Sentence => InAll
            ? $"Your methods ran longer than {Seconds(Limit)} in all: does each call do more work than it needs?"
            : $"Your method ran longer than {Seconds(Limit)}: an endless loop?";

        public override string Clause => InAll ? $"your methods had run longer than {Seconds(Limit)} in all" : $"your method ran longer than {Seconds(Limit)}";
    }

    public sealed record MemoryExhausted(long LimitBytes) : Death
    {
        public override string Sentence =>
            $"Your method used more than {LimitBytes >> 20} MiB of memory: a list that grows in an endless loop, or an array much larger than the input?";

        public override string Clause => $"your method used more than {LimitBytes >> 20} MiB of memory";
    }

    public sealed record StackOverflow : Death
    {
        public override string Sentence => "The call stack overflowed: a method that calls itself without an end?";

        public override string Clause => "the call stack overflowed";
    }

    public sealed record OutputFlood(int LimitBytes) : Death
    {
        public override string Sentence => $"Your method printed more than {LimitBytes >> 20} MiB: a print in an endless loop?";

        public override string Clause => $"your method printed more than {LimitBytes >> 20} MiB";
    }

    public sealed record ExitedEarly(int Code) : Death
    {
        public override string Sentence => $"Your code ended the process (exit code {Code}) before the method returned: a call of Environment.Exit?";

        public override string Clause => "your code ended the process";
    }

    /// <param name="Kind">What the runtime said, in a few words.</param>
    public sealed record Crashed(string Kind) : Death
    {
        public override string Sentence => $"Your code crashed the process: {Kind}.";

        public override string Clause => "your code crashed the process";
    }

    public sealed record ForbiddenCall : Death
    {
        public override string Sentence => "Your code asked the operating system for something that is not allowed here. Only computing is.";

        public override string Clause => "your code asked for what is not allowed here";
    }

    /// <summary>The bytes that came back are no reply: the student's code wrote into the grader's line.</summary>
    public sealed record BadReply : Death
    {
        public override string Sentence => "Your code wrote where only the method's result may stand.";

        public override string Clause => "your code wrote over the method's result";
    }

    private static string Seconds(TimeSpan time) => $"{time.TotalSeconds.ToString("0.###", CultureInfo.InvariantCulture)} s";
}
