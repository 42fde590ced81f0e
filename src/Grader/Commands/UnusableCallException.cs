namespace Grader.Commands;

/// <summary>The call, or a file it names, cannot be used. The message is a full sentence for the caller; the exit code is 2.</summary>
public sealed class UnusableCallException : Exception
{
    public UnusableCallException(string message, string? hint = null)
        : base(message) => Hint = hint;

    /// <summary>A way out, as a full sentence.</summary>
    public string? Hint { get; }
}
