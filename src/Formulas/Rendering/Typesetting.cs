namespace Formulas.Rendering;

/// <summary>
/// Presentational LaTeX, as statements use it, to MathML. It gives looks, not meaning: what an answer means is the business of the parser.
/// </summary>
public static class Typesetting
{
    /// <summary>
    /// A complete <c>math</c> element, well-formed as XML whatever the text. What is not understood is shown as text, never dropped.
    /// </summary>
    /// <param name="display">On a line of its own: sums with limits above and below, full-size fractions.</param>
    public static string FromTex(string tex, bool display)
    {
        ArgumentNullException.ThrowIfNull(tex);
        return MarkupWriter.Document(
            display ? " display=\"block\"" : "",
            writer => writer.Made(new TexParser(TexTokens.Cut(tex), display).All()));
    }
}
