using System.Runtime.CompilerServices;
using Grader.Checking;

namespace Grader.Reporting;

/// <summary>One and the same result of a part, shown alike: what is made of it can be used again.</summary>
internal sealed record ShownPart(PartResult Result, Reveal Reveal)
{
    // Checking gives equal answers the same result, from the second on. To compare results by value would take longer than is saved.
    public bool Equals(ShownPart? other) => ReferenceEquals(Result, other?.Result) && Reveal == other?.Reveal;

    public override int GetHashCode() => HashCode.Combine(RuntimeHelpers.GetHashCode(Result), Reveal);
}
