using System.Text;

namespace Formulas.Rendering;

/// <summary>Writes MathML elements; all text that enters is escaped here and nowhere else.</summary>
internal sealed class MarkupWriter
{
    /// <summary>Vectors are upright and bold. MathML Core knows no bold variant, so the weight is CSS, inline to travel with the element.</summary>
    public const string Bold = " mathvariant=\"normal\" style=\"font-weight:bold\"";

    public const string Upright = " mathvariant=\"normal\"";

    /// <summary>Without the space around an operation, as in scripts and limits.</summary>
    public const string Tight = " lspace=\"0.06em\" rspace=\"0.06em\"";

    public const string InvisibleTimes = "\u2062";

    public const string ApplyFunction = "\u2061";

    // In characters: what most values and short formulas take.
    private const int Room = 256;

    private static readonly string[] Tall = ["mfrac", "munderover", "mtable", "msqrt"];

    private readonly StringBuilder builder = new(Room);

    private int tallElements;

    /// <summary>A complete math element around what <paramref name="write"/> writes.</summary>
    public static string Document(string attributes, Action<MarkupWriter> write)
    {
        var writer = new MarkupWriter();
        // In HTML it stands in the namespace of MathML without a word; pages hold hundreds of them.
        writer.builder.Append("<math").Append(attributes).Append('>');
        writer.Element("mrow", () => write(writer));
        writer.builder.Append("</math>");
        return writer.builder.ToString();
    }

    public void Element(string name, Action content, string attributes = "")
    {
        if (Tall.Contains(name)) tallElements++;
        builder.Append('<').Append(name).Append(attributes).Append('>');
        content();
        builder.Append("</").Append(name).Append('>');
    }

    public void Row(Action content) => Element("mrow", content);

    public void Identifier(string text, string attributes = "") => Token("mi", text, attributes);

    public void Operator(string text, string attributes = "") => Token("mo", text, attributes);

    public void Number(string text) => Token("mn", text, "");

    /// <summary>Words. Their spaces are kept: at its ends an element's ordinary spaces would be trimmed.</summary>
    public void Text(string text) => Token("mtext", text.Replace(' ', '\u00A0'), "");

    /// <summary>Content between fences that grow with it.</summary>
    public void Fenced(string open, Action content, string close) => Row(() =>
    {
        Operator(open, " fence=\"true\" stretchy=\"true\" form=\"prefix\"");
        content();
        Operator(close, " fence=\"true\" stretchy=\"true\" form=\"postfix\"");
    });

    /// <summary>Round brackets. They grow only around what is taller than a line; an index alone is no reason.</summary>
    public void Bracketed(Action content)
    {
        var (start, tallBefore) = (builder.Length, tallElements);
        Row(content);
        var isTall = tallElements > tallBefore;
        builder.Insert(start, isTall ? "<mo stretchy=\"true\" form=\"prefix\">(</mo>" : "<mo stretchy=\"false\" form=\"prefix\">(</mo>");
        builder.Append(isTall ? "<mo stretchy=\"true\" form=\"postfix\">)</mo>" : "<mo stretchy=\"false\" form=\"postfix\">)</mo>");
    }

    /// <param name="isEntrywise">Whether the power is that of every entry, which a ⊙ before the exponent says.</param>
    public void Superscript(Action body, Action superscript, bool isEntrywise = false) => Element("msup", () =>
    {
        Row(body);
        Row(() =>
        {
            if (isEntrywise) Operator("⊙");
            superscript();
        });
    });

    public void Subscript(Action body, Action subscript) => Element("msub", () =>
    {
        Row(body);
        Row(subscript);
    });

    /// <summary>Rows of cells; each cell's content is one action.</summary>
    public void Table(IEnumerable<IEnumerable<Action>> rows, string attributes = "") => Element(
        "mtable",
        () =>
        {
            foreach (var row in rows)
            {
                Element("mtr", () =>
                {
                    foreach (var cell in row) Element("mtd", cell);
                });
            }
        },
        attributes);

    /// <summary>Appends markup that this assembly made already.</summary>
    public void Made(string markup)
    {
        if (Tall.Any(element => markup.Contains($"<{element}", StringComparison.Ordinal))) tallElements++;
        builder.Append(markup);
    }

    /// <summary>What <paramref name="write"/> writes, in lines under those that it finds on its way; as it is where it finds none.</summary>
    /// <param name="linesBefore">Markup that this class made.</param>
    public void UnderLines(Action write, IReadOnlyList<string> linesBefore)
    {
        var start = builder.Length;
        write();
        if (linesBefore.Count == 0) return;
        var last = builder.ToString(start, builder.Length - start);
        builder.Length = start;
        Table([.. linesBefore.Append(last).Select(line => new[] { () => Made(line) })], " columnalign=\"left\"");
    }

    /// <summary>What <paramref name="write"/> writes, as a piece to be placed later.</summary>
    public static string Piece(Action<MarkupWriter> write)
    {
        var writer = new MarkupWriter();
        write(writer);
        return writer.builder.ToString();
    }

    /// <summary>The operators that are heard and not seen. They are ours, so they skip the escaping that makes unseen characters visible.</summary>
    public void InvisibleOperator(string character) => builder.Append("<mo>").Append(character).Append("</mo>");

    /// <summary>A sixth of an em, between a quantity and a function's name.</summary>
    public void ThinSpace() => builder.Append("<mspace width=\"0.167em\"/>");

    private void Token(string name, string text, string attributes) =>
        builder.Append('<').Append(name).Append(attributes).Append('>').Append(VisibleText.Escape(text)).Append("</").Append(name).Append('>');
}
