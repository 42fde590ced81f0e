using System.Text;
using Formulas.Text;

namespace Formulas.Parsing;

internal sealed partial class LatexLexer
{
    /// <summary>A bold or upright letter is the letter; \text{if} is the word; \mathbf{1}[...] an indicator.</summary>
    private void ReadFont(string command)
    {
        var start = position;
        position += command.Length + 1;
        if (Current == '*') position++;
        SkipSpaces();
        if (ReadWordOfText()) return;
        var group = ReadArgument();
        if (command is "underbrace" or "overbrace" && Current is '_' or '^')
        {
            position++;
            ReadArgument();
        }

        if (group is [{ Kind: TokenKind.Name } name])
        {
            AddName(new StringBuilder(name.Text), start);
            tokens[^1] = tokens[^1] with { Kind = CalculatorLexer.Word(tokens[^1].Text, default, false).Kind };
        }
        else if (group is [{ Kind: TokenKind.Number, Text: "1" }] && command is "mathbf" or "boldsymbol" or "bm" or "symbf")
        {
            AddIndicator(start, command);
        }
        else if (group.Count == 1 || IsWords(group)) tokens.AddRange(group);
        else if (group.Count > 0) AddEnclosed(group, SourceSpan.Between(start, position), TokenKind.LeftParenthesis);

        spaceBefore = false;
    }

    /// <summary>A word of prose between formulas, such as \text{if } or \text{sonst}.</summary>
    private bool ReadWordOfText()
    {
        var end = Current == '{' ? text.IndexOf('}', position) : -1;
        if (end < 0 || LatexCommands.Prose(text[(position + 1)..end].Trim(' ', ',', '.', ':', '~')) is not { } kind) return false;
        Add(kind, text[(position + 1)..end], end + 1 - position);
        return true;
    }

    /// <summary>A stretch of text such as "if" with other words.</summary>
    private static bool IsWords(List<Token> group) => group.Any(token => token.Kind is TokenKind.If or TokenKind.Else or TokenKind.And or TokenKind.Or or TokenKind.Where or TokenKind.Not);
}
