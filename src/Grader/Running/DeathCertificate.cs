namespace Grader.Running;

/// <summary>Tells from how a host ended what the student's code did.</summary>
internal static class DeathCertificate
{
    private const int Aborted = 128 + 6;
    private const int Killed = 128 + 9;
    private const int SegmentationFault = 128 + 11;
    private const int BadSystemCall = 128 + 31;
    private const int FileSizeExceeded = 128 + 25;

    /// <param name="code">The exit code; null where the process still runs though its line is closed.</param>
    /// <param name="printed">What stands in the error pipe: the runtime says there what ended it.</param>
    public static Death Write(int? code, string printed, Limits limits) => code switch
    {
        null => new Death.BadReply(),
        Aborted => OfRuntimeWords(printed, limits),
        // Nobody but the kernel kills with this signal: the limit of processor time, or of memory.
        Killed => new Death.TimedOut(TimeSpan.FromSeconds(limits.ProcessorSeconds), InAll: true),
        // For a student's own wild pointer the runtime finds words and aborts. Without a word it died in its own work.
        SegmentationFault => new Death.Crashed("the .NET runtime failed, as it does when memory runs out or when unsafe code overwrites it"),
        BadSystemCall => new Death.ForbiddenCall(),
        FileSizeExceeded => new Death.ForbiddenCall(),
        var other => new Death.ExitedEarly(other.Value),
    };

    /// <summary>Too much was printed. After a stack overflow it is the runtime that prints, and types within types have long names.</summary>
    public static Death OfFlood(string printed, Limits limits) =>
        Says(printed, "Stack overflow.") ? new Death.StackOverflow() : new Death.OutputFlood(limits.OutputBytes);

    private static Death OfRuntimeWords(string printed, Limits limits)
    {
        if (Says(printed, "Stack overflow.")) return new Death.StackOverflow();
        if (Says(printed, "Out of memory.") || Says(printed, "OutOfMemoryException")) return new Death.MemoryExhausted(limits.MemoryBytes);
        if (Says(printed, "AccessViolationException")) return new Death.Crashed("it read or wrote memory that is not its own");
        if (Says(printed, "Unhandled exception.")) return new Death.Crashed("an exception on another thread, which nothing caught");
        return Says(printed, "Process terminated.")
            ? new Death.Crashed("a call of Environment.FailFast or a failed assertion")
            : new Death.Crashed("the .NET runtime ended it");
    }

    private static bool Says(string printed, string words) => printed.Contains(words, StringComparison.Ordinal);
}
