namespace Grader.Running.Filters;

/// <summary>What becomes of a system call, as seccomp encodes it.</summary>
internal sealed record Verdict(uint Value)
{
    private const int NotPermittedError = 1;
    private const int NoSuchCallError = 38;

    public static Verdict Allow { get; } = new(0x7fff_0000);

    /// <summary>The whole process dies with SIGSYS.</summary>
    public static Verdict Kill { get; } = new(0x8000_0000);

    public static Verdict NotPermitted { get; } = Error(NotPermittedError);

    /// <summary>As a kernel without the call answers: the C library then takes an older way.</summary>
    public static Verdict NoSuchCall { get; } = Error(NoSuchCallError);

    /// <summary>Says that it was done, and does nothing.</summary>
    public static Verdict Pretend { get; } = Error(0);

    private static Verdict Error(int number) => new(0x0005_0000 | (uint)number);
}
