namespace Grader.Running;

/// <summary>A box cannot be had on this machine, or one failed before any student's code was in it.</summary>
public sealed class BoxFaultException : Exception
{
    public BoxFaultException()
    {
    }

    public BoxFaultException(string message)
        : base(message)
    {
    }

    public BoxFaultException(string message, Exception inner)
        : base(message, inner)
    {
    }
}
