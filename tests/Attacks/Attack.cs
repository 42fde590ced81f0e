namespace Attacks.Tests;

/// <summary>One row of the table: a method of a hostile file, and how calling it has to end at each level.</summary>
/// <param name="File">In the folder Hostile.</param>
/// <param name="InBubblewrap">At level A; null where it is not run.</param>
/// <param name="Sealed">At level B.</param>
/// <param name="InProcess">At level C, which promises little: only where it is stated.</param>
internal sealed record Attack(string File, string Method, Expectation? InBubblewrap, Expectation? Sealed, Expectation? InProcess)
{
    /// <summary>At every level.</summary>
    public static Attack Everywhere(string file, string method, Expectation expected) => new(file, method, expected, expected, expected);

    /// <summary>At the two levels that keep code apart from the machine.</summary>
    public static Attack Apart(string file, string method, Expectation expected) => new(file, method, expected, expected, null);

    public override string ToString() => $"{File}.{Method}";
}
