using Formulas.Expressions;
using Formulas.Text;

namespace Grader.Checking.Methods;

/// <summary>What a method did at one point.</summary>
internal abstract record MethodOutcome
{
    private MethodOutcome()
    {
    }

    /// <param name="ChangedInputs">The parameters whose arrays the method wrote into.</param>
    public sealed record Returned(Value Value, EquatableList<string> ChangedInputs) : MethodOutcome;

    /// <summary>It returned something that is no value of the kind asked for: null, a text, rows of different lengths.</summary>
    public sealed record Unusable(Feedback Reason) : MethodOutcome;

    /// <param name="Kind">The exception's type, as <c>IndexOutOfRangeException</c>.</param>
    /// <param name="Frames">The lines of the stack that are the student's own, innermost first.</param>
    public sealed record Threw(string Kind, string Message, EquatableList<string> Frames) : MethodOutcome;

    /// <summary>The box had to be closed: time, memory, a crash.</summary>
    /// <param name="Instead">The same as the end of a sentence, as in <see cref="Counterexample.Instead"/>.</param>
    public sealed record Died(Feedback Reason, string Instead) : MethodOutcome;

    /// <summary>It was not called here, because it had died before.</summary>
    public sealed record NotCalled : MethodOutcome;
}

/// <summary>All that a student's code did for one part.</summary>
internal abstract record MethodRecord
{
    private MethodRecord()
    {
    }

    /// <summary>There is no such method.</summary>
    public sealed record Absent(string? Near) : MethodRecord;

    /// <summary>The method cannot be called, or the code cannot be run at all.</summary>
    /// <param name="Signature">What was found; null where nothing was.</param>
    public sealed record Unfit(string? Signature, Feedback Reason) : MethodRecord;

    /// <param name="First">At each point of the question, in their order.</param>
    /// <param name="Second">The same in another process and another order; empty where chance is allowed.</param>
    public sealed record Ran(string Signature, EquatableList<MethodOutcome> First, EquatableList<MethodOutcome> Second) : MethodRecord;
}
