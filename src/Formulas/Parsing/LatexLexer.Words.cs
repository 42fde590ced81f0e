using System.Text;
using Formulas.Text;

namespace Formulas.Parsing;

internal sealed partial class LatexLexer
{
    /// <summary>A run of letters and digits with its subscripts, as in calculator notation, but a subscript ends where LaTeX ends it.</summary>
    private void ReadWord()
    {
        var start = position;
        if (Current == '∂')
        {
            Add(TokenKind.Name, LatexRewriting.Partial, 1);
            return;
        }

        var name = new StringBuilder();
        if (Alphabet.GreekName(Current) is { } greek)
        {
            name.Append(greek);
            position++;
        }

        while (char.IsAsciiDigit(Current) || (name.Length == position - start && char.IsAsciiLetter(Current))) name.Append(text[position++]);
        AddName(name, start);
    }

    private void AddName(StringBuilder name, int start)
    {
        ExtendBySubscripts(name);
        tokens.Add(CalculatorLexer.Word(name.ToString(), SourceSpan.Between(start, position), spaceBefore));
        spaceBefore = false;
    }

    /// <summary>Adds subscripts that need no braces: _i, _ij, _1, _\theta and lowered characters.</summary>
    private void ExtendBySubscripts(StringBuilder name)
    {
        while (true)
        {
            if (Alphabet.Subscript(Current) is not null)
            {
                name.Append('_');
                while (Alphabet.Subscript(Current) is { } plain)
                {
                    name.Append(plain);
                    position++;
                }
            }
            else if (Current == '_' && SimpleSubscript(name.ToString(), position + 1) is var (subscript, after))
            {
                name.Append('_').Append(subscript);
                position = after;
            }
            else
            {
                return;
            }
        }
    }

    private (string Text, int After)? SimpleSubscript(string stem, int start)
    {
        if (Alphabet.GreekName(At(start)) is { } letter) return (letter, start + 1);
        if (At(start) == '\\')
        {
            var end = start + 1;
            while (char.IsAsciiLetter(At(end))) end++;
            return LatexCommands.Greek(text[(start + 1)..end]) is { } greek ? (greek, end) : null;
        }

        var stop = start;
        while (char.IsAsciiLetterOrDigit(At(stop))) stop++;
        if (stop == start) return null;
        var length = SubscriptLength(stem, text[start..stop], At(stop) == '_');
        return (text.Substring(start, length), start + length);
    }

    /// <summary>All of w_ij and w_xh, but only the i of y_ix and the 2 of W_2x, where the stem and not the whole is a name.</summary>
    private int SubscriptLength(string stem, string run, bool goesOn)
    {
        if (vocabulary.Declares($"{stem}_{run}") || run.Length == 1) return run.Length;
        var digits = 0;
        while (digits < run.Length && char.IsAsciiDigit(run[digits])) digits++;
        if (digits > 0) return digits;
        var isIndices = run.All(character => Alphabet.IsIndexLetter(character) || char.IsAsciiDigit(character));
        if (!vocabulary.DeclaresBase(stem) || (isIndices && !goesOn)) return run.Length;
        return Alphabet.IsIndexLetter(run[0]) && (vocabulary.DeclaresBase(run[1..]) || vocabulary.DeclaresBase(run[1..2])) ? 1 : run.Length;
    }
}
