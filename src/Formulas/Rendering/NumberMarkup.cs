using System.Globalization;

namespace Formulas.Rendering;

/// <summary>Numbers in print: a true minus sign, powers of ten written out, six significant digits for computed values.</summary>
internal static class NumberMarkup
{
    /// <summary>A computed value, rounded for reading to six significant digits.</summary>
    public static void Write(MarkupWriter writer, double number)
    {
        switch (number)
        {
            case double.NaN: writer.Text("not a number"); break;
            case double.PositiveInfinity: writer.Identifier("∞"); break;
            case double.NegativeInfinity: Negative(writer, () => writer.Identifier("∞")); break;
            default: WriteLiteral(writer, number.ToString("G6", CultureInfo.InvariantCulture)); break;
        }
    }

    /// <summary>A number as someone wrote it: <c>0.5</c>, <c>1e-3</c>, <c>-2</c>.</summary>
    public static void WriteLiteral(MarkupWriter writer, string text)
    {
        if (text.StartsWith('-'))
        {
            Negative(writer, () => WriteLiteral(writer, text[1..]));
            return;
        }

        var exponent = text.IndexOfAny(['e', 'E']);
        if (exponent <= 0)
        {
            writer.Number(text);
            return;
        }

        writer.Number(text[..exponent]);
        writer.Operator("×");
        writer.Superscript(() => writer.Number("10"), () => WriteLiteral(writer, TrimExponent(text[(exponent + 1)..])));
    }

    private static void Negative(MarkupWriter writer, Action magnitude)
    {
        writer.Operator("−", " form=\"prefix\"");
        magnitude();
    }

    private static string TrimExponent(string exponent)
    {
        var sign = exponent.StartsWith('-') ? "-" : "";
        var digits = exponent.TrimStart('+', '-').TrimStart('0');
        return digits.Length == 0 ? "0" : sign + digits;
    }
}
