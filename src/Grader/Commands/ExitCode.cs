namespace Grader.Commands;

/// <summary>How a call ended, for scripts.</summary>
public static class ExitCode
{
    /// <summary>All well: every machine-marked part right, every submission dealt with, all checks in agreement.</summary>
    public const int Well = 0;

    public const int NotWell = 1;

    /// <summary>The call or an input file cannot be used.</summary>
    public const int Unusable = 2;

    /// <summary>A fault of the grader's own.</summary>
    public const int Fault = 3;
}
