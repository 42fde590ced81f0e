using Formulas.Expressions;

namespace Formulas.Rendering;

/// <summary>
/// Expressions, values and shapes as MathML Core: complete <c>math</c> elements, well-formed as XML, everything in them escaped.
/// </summary>
public static class MathMl
{
    // Display style keeps the limits of sums above and below the sign, and fractions at full size, also inside a line of text.
    private const string Attributes = " displaystyle=\"true\"";

    /// <param name="scope">The symbols' spellings, by which x1 is shown as x with layer (1); null shows names by themselves.</param>
    public static string Render(Expression expression, Scope? scope = null) =>
        MarkupWriter.Document(Attributes, writer => ExpressionMarkup.WriteAll(writer, expression, scope));

    /// <summary>A value, its numbers rounded to six significant digits.</summary>
    public static string Render(Value value) =>
        MarkupWriter.Document(Attributes, writer => new ValueMarkup(writer).Write(value));

    /// <summary>A symbol's name as it looks in formulas of the scope.</summary>
    public static string RenderName(string name, Scope scope) => MarkupWriter.Document(
        Attributes,
        writer => new NameMarkup(writer, scope).Write(name, scope.Find(name)?.Shape ?? Shape.Scalar));

    /// <summary>The set a value of this shape lives in: ℝ, ℝ<sup>n</sup>, ℝ<sup>n×d</sup>.</summary>
    public static string Render(Shape shape) => MarkupWriter.Document("", writer => new ShapeMarkup(writer).Write(shape));
}
