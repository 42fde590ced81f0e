namespace Formulas.Tests.Specs;

/// <summary>A line of a specification: an input, and what must come of it.</summary>
/// <param name="Expected">The reading in calculator notation, or the diagnostic's code.</param>
public sealed record SpecificationCase(string File, int Line, string Input, string Expected, bool IsRefused)
{
    public override string ToString() => $"{File}:{Line} {Input}";
}
