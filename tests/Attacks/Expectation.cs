using Grader.Running;
using Protocol;

namespace Attacks.Tests;

/// <summary>How a call has to end. Two of them joined by | are both good ends: which one comes first is the machine's choice.</summary>
internal sealed record Expectation(string Words, Func<CallOutcome, bool> Holds)
{
    public static Expectation TimedOut { get; } = Dies<Death.TimedOut>() with { MayTimeOut = true };

    public static Expectation MemoryExhausted { get; } = Dies<Death.MemoryExhausted>() | Throws("System.OutOfMemoryException");

    /// <summary>.NET's collector sometimes writes where it could not get memory, and dies of it without a word: the reason must name memory.</summary>
    public static Expectation MemoryFault { get; } =
        new("Crashed of memory", outcome => outcome is CallOutcome.Died { Cause: Death.Crashed { Kind: var kind } } && kind.Contains("memory runs out", StringComparison.Ordinal));

    public static Expectation StackOverflow { get; } = Dies<Death.StackOverflow>();

    public static Expectation OutputFlood { get; } = Dies<Death.OutputFlood>();

    public static Expectation ExitedEarly { get; } = Dies<Death.ExitedEarly>();

    public static Expectation Crashed { get; } = Dies<Death.Crashed>();

    public static Expectation BadReply { get; } = Dies<Death.BadReply>();

    public static Expectation ForbiddenCall { get; } = Dies<Death.ForbiddenCall>();

    public static Expectation NotCallable { get; } = new("cannot be called", outcome => outcome is CallOutcome.NotCallable);

    /// <summary>What the methods that try something return when it was refused.</summary>
    public static Expectation Refused { get; } = Returns(0) with { Words = "refused" };

    /// <summary>Whether it may take all the time there is: such an attack gets little.</summary>
    public bool MayTimeOut { get; private init; }

    public static Expectation operator |(Expectation first, Expectation second) =>
        new($"{first.Words} or {second.Words}", outcome => first.Holds(outcome) || second.Holds(outcome)) { MayTimeOut = first.MayTimeOut || second.MayTimeOut };

    public static Expectation Returns(double value) =>
        new($"returns {value:R}", outcome => outcome is CallOutcome.Returned { Value: Datum.Number number } && number.Value.Equals(value));

    public static Expectation Returns(string words, Func<Datum, bool> holds) =>
        new($"returns {words}", outcome => outcome is CallOutcome.Returned returned && holds(returned.Value));

    public static Expectation Throws(string kind, string message = "") =>
        new($"throws {kind}", outcome => outcome is CallOutcome.Threw threw && threw.Kind == kind && threw.Message.Contains(message, StringComparison.Ordinal));

    public static Expectation Other(string type) =>
        new($"returns a {type}", outcome => outcome is CallOutcome.Returned { Value: Datum.Other other } && other.TypeName.Contains(type, StringComparison.Ordinal));

    /// <summary>With the entries of a vector, which is how an attack tells what it got.</summary>
    public static string Shown(CallOutcome outcome) => outcome is CallOutcome.Returned { Value: Datum.Vector vector } ? string.Join(' ', vector.Entries) : outcome.ToString();

    private static Expectation Dies<T>()
        where T : Death =>
        new(typeof(T).Name, outcome => outcome is CallOutcome.Died { Cause: T cause } && cause.Sentence.Length > 0);
}
