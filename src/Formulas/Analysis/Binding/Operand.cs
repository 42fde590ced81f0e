using Formulas.Expressions;
using Formulas.Text;

namespace Formulas.Analysis.Binding;

/// <summary>A bound part of a formula, with the student's own words for it, so that messages can quote them.</summary>
/// <param name="IsWrittenRow">Whether it is written as a row of a matrix, W[i,:] or W_i, rather than by the name of a vector.</param>
internal readonly record struct Operand(Expression Value, string Text, SourceSpan Span, bool IsWrittenRow = false)
{
    public Shape Shape => Value.Shape;

    public bool IsScalar => Value.Shape is Shape.ScalarShape;

    /// <summary>For example "W2 is d x d" or "x has n entries".</summary>
    public string Described => $"{Text} {Messages.Describe(Shape)}";
}
