namespace Grader.Running.Filters;

/// <summary>A condition on the arguments of a system call, counted from 0.</summary>
internal abstract record Guard
{
    private Guard()
    {
    }

    public sealed record Always : Guard;

    /// <summary>The low half is one of the values. For arguments that the kernel takes as 32 bits.</summary>
    public sealed record OneOf(int Argument, params uint[] Values) : Guard;

    /// <summary>Of these bits of the low half, none is set.</summary>
    public sealed record NoBits(int Argument, uint Bits) : Guard;

    /// <summary>Of these bits of the low half, all are set.</summary>
    public sealed record AllBits(int Argument, uint Bits) : Guard;

    /// <summary>All 64 bits are zero.</summary>
    public sealed record IsZero(int Argument) : Guard;

    /// <summary>All 64 bits together are less than the limit.</summary>
    public sealed record Below(int Argument, uint Limit) : Guard;

    public sealed record Both(Guard First, Guard Second) : Guard;

    public sealed record Either(Guard First, Guard Second) : Guard;
}
