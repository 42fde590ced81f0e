using System.Globalization;
using Formulas.Parsing;
using Formulas.Text;
using Grader.Submissions;

namespace Grader.Checking;

/// <summary>A number as a person wrote it: its value, and how many digits were written.</summary>
/// <param name="Unit">The worth of the last written digit: 0.01 for 0.90. Null where the form does not round (2/3).</param>
internal readonly record struct WrittenNumber(double Value, double? Unit)
{
    public static WrittenNumber Exact(double value) => new(value, null);

    public static WrittenNumber From(Answer.Number number) => new(number.Value, UnitOf(number.Written));

    /// <summary>Null where the text is more than one number.</summary>
    public static WrittenNumber? TryRead(string text) =>
        !StartsAsAFormula(text) && NumberReader.Read(text.Trim()) is Reading<double>.Success read ? new(read.Value, UnitOf(text.Trim())) : null;

    // Most answers are formulas, and to be refused as a number takes longer than to be read.
    private static bool StartsAsAFormula(string text) => text.AsSpan().TrimStart() switch
    {
        ['-' or '+', .. var rest] => rest.TrimStart() is [var first, ..] && IsNoDigit(first),
        [var first, ..] => IsNoDigit(first),
        [] => false,
    };

    private static bool IsNoDigit(char character) => char.IsAsciiLetter(character) || character is '(' or '[' or '{' or '\\';

    private static double? UnitOf(string written)
    {
        if (written.Contains('/')) return null;
        var mantissaEnd = written.IndexOfAny(['e', 'E']);
        var mantissa = mantissaEnd < 0 ? written : written[..mantissaEnd];
        var exponent = 0;
        if (mantissaEnd >= 0 && !int.TryParse(written.AsSpan(mantissaEnd + 1), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out exponent)) return null;
        var point = mantissa.IndexOf('.');
        var decimals = point < 0 ? 0 : mantissa.Length - point - 1;
        return Math.Pow(10, exponent - decimals);
    }
}
