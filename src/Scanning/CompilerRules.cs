namespace Scanning;

/// <summary>Rules for what the compiler adds to a file by itself.</summary>
internal static class CompilerRules
{
    /// <summary>What the compiler alone may use, in the helper type it adds: inline arrays and collection expressions are made of it.</summary>
    public static ScanPolicy Policy { get; } = ScanPolicy.FromLines(
    [
        "T:System.Runtime.CompilerServices.Unsafe",
        "M:System.Runtime.InteropServices.MemoryMarshal.CreateSpan",
        "M:System.Runtime.InteropServices.MemoryMarshal.CreateReadOnlySpan",
    ]);
}
