using Grader.Running;

namespace Attacks.Tests;

/// <summary>The levels that are attacked. A machine that lacks one fails these tests: it cannot grade students' code either.</summary>
internal static class Levels
{
    public static IReadOnlyList<IsolationLevel> Tested { get; } = [IsolationLevel.Bubblewrap, IsolationLevel.Seal, IsolationLevel.Process];

    public static Expectation? Expected(Attack attack, IsolationLevel level) => level switch
    {
        IsolationLevel.Bubblewrap => attack.InBubblewrap,
        IsolationLevel.Seal => attack.Sealed,
        _ => attack.InProcess,
    };
}
