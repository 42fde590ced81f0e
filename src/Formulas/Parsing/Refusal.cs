using Formulas.Text;

namespace Formulas.Parsing;

/// <summary>
/// Carries a diagnostic from the depth of a recursive descent to the reader, which turns it into a value.
/// It never leaves <see cref="FormulaReader"/> and <see cref="NumberReader"/>.
/// </summary>
[System.Diagnostics.CodeAnalysis.SuppressMessage("Design", "CA1032", Justification = "It has no meaning without a diagnostic.")]
[System.Diagnostics.CodeAnalysis.SuppressMessage("Design", "CA1064", Justification = "It is caught inside this assembly.")]
internal sealed class Refusal(Diagnostic diagnostic) : Exception(diagnostic.Message)
{
    public Diagnostic Diagnostic { get; } = diagnostic;
}
