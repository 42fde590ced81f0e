using System.Globalization;
using Formulas.Text;

namespace Formulas.Parsing;

/// <summary>Reads a number as people type it: -.5, 1e-3, 2/3.</summary>
public static class NumberReader
{
    /// <returns>The number, or why the text is none; a comma for the decimal point is refused, never guessed.</returns>
    public static Reading<double> Read(string text)
    {
        try
        {
            if (text.Length > FormulaReader.LengthLimit) return new Reading<double>.Failure(Messages.TooLong(text.Length, FormulaReader.LengthLimit));
            var tokens = CalculatorLexer.Read(text);
            tokens.RemoveAll(token => token.Kind == TokenKind.Newline);
            return new Reading<double>.Success(Ratio(tokens, text), []);
        }
        catch (Refusal refusal)
        {
            return new Reading<double>.Failure(refusal.Diagnostic);
        }
    }

    /// <summary>The value of a number token; past the range of a double it is refused.</summary>
    internal static double Parse(string digits) => double.Parse(digits, NumberStyles.Float, CultureInfo.InvariantCulture);

    private static double Ratio(List<Token> tokens, string text)
    {
        var position = 0;
        var numerator = Signed(tokens, text, ref position);
        var value = numerator;
        if (tokens[position].Kind == TokenKind.Slash)
        {
            position++;
            value = numerator / Signed(tokens, text, ref position);
        }

        var rest = tokens[position];
        if (rest.Kind == TokenKind.Comma && position > 0 && tokens[position + 1].Kind == TokenKind.Number)
        {
            var before = tokens[position - 1];
            var after = tokens[position + 1];
            throw new Refusal(Messages.DecimalComma($"{before.Text},{after.Text}", $"{before.Text}.{after.Text}", before.Span.Through(after.Span)));
        }

        if (rest.Kind == TokenKind.Number) throw new Refusal(Messages.NumberAfterNumber(tokens[position - 1].Text, rest.Text, tokens[position - 1].Span.Through(rest.Span)));
        if (rest.Kind != TokenKind.End) throw new Refusal(Messages.NotANumber(text, rest.Span));
        return double.IsFinite(value) ? value : throw new Refusal(Messages.NotFinite(text, new SourceSpan(0, text.Length)));
    }

    private static double Signed(List<Token> tokens, string text, ref int position)
    {
        var negative = false;
        if (tokens[position].Kind is TokenKind.Minus or TokenKind.Plus) negative = tokens[position++].Kind == TokenKind.Minus;
        if (tokens[position].Kind != TokenKind.Number) throw new Refusal(Messages.NotANumber(text, tokens[position].Span));
        var value = Parse(tokens[position++].Text);
        return negative ? -value : value;
    }
}
