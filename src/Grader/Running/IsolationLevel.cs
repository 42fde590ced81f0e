namespace Grader.Running;

/// <summary>How well student code is kept apart from the machine. See docs/sandbox.md for what each level promises.</summary>
public enum IsolationLevel
{
    /// <summary>A container without anything in it, limits, and a filter of system calls.</summary>
    Bubblewrap,

    /// <summary>A process that can open, start and reach nothing any more.</summary>
    Seal,

    /// <summary>A plain process with limits: for a student's own code on the student's own machine.</summary>
    Process,
}

public static class IsolationLevels
{
    /// <summary>As <c>--sandbox</c> takes it and as reports show it.</summary>
    public static string Name(this IsolationLevel level) => level switch
    {
        IsolationLevel.Bubblewrap => "bwrap",
        IsolationLevel.Seal => "seal",
        IsolationLevel.Process => "process",
        _ => throw new ArgumentOutOfRangeException(nameof(level)),
    };

    /// <summary>Reads what <c>--sandbox</c> takes, but for <c>auto</c>: the strongest that works.</summary>
    public static bool TryRead(string name, out IsolationLevel level)
    {
        foreach (var candidate in Enum.GetValues<IsolationLevel>())
        {
            level = candidate;
            if (candidate.Name() == name) return true;
        }

        level = default;
        return false;
    }
}
