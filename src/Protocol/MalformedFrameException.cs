namespace Protocol;

/// <summary>Bytes that are no frame of this protocol.</summary>
public sealed class MalformedFrameException : Exception
{
    public MalformedFrameException()
    {
    }

    public MalformedFrameException(string message)
        : base(message)
    {
    }

    public MalformedFrameException(string message, Exception inner)
        : base(message, inner)
    {
    }
}
