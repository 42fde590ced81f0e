using Formulas.Text;

namespace Formulas.Parsing;

internal sealed partial class LatexLexer
{
    /// <summary>\mathbb{1} is the indicator, \mathbb{R} a set of numbers.</summary>
    private void ReadBlackboard(string command, int start)
    {
        position += command.Length + 1;
        if (command != "indicator" && command != "mathbb1" && ReadArgument() is not [{ Text: "1" or "I" }])
        {
            var span = SourceSpan.Between(start, position);
            throw new Refusal(Messages.NotCalculable(text.Substring(span.Start, span.Length), "is a set of numbers, not a quantity", span));
        }

        AddIndicator(start, command);
    }

    /// <summary>The 1 of an indicator whose condition follows in any brackets or as an index; without any condition, a vector of ones.</summary>
    private void AddIndicator(int start, string command)
    {
        SkipBeforeDelimiter();
        var span = SourceSpan.Between(start, position);
        AddAt(TokenKind.Number, "1", span);
        switch (Current)
        {
            case '(':
                Open(TokenKind.LeftBrace, 1);
                break;
            case '[' or '{':
                break;
            case '\\' when Follows("\\{") || Follows("\\lbrace") || Follows("\\lbrack"):
                break;
            case '_':
                ReadIndicatorBelow(span);
                break;
            default:
                tokens[^1] = new Token(TokenKind.Name, Parser.Ones, SourceSpan.Between(start, start + text[start..position].TrimEnd().Length), tokens[^1].SpaceBefore);
                break;
        }
    }

    private void ReadIndicatorBelow(SourceSpan span)
    {
        position++;
        var start = position;
        var below = ReadArgument();
        if (below is [{ Kind: TokenKind.Name or TokenKind.Number }])
        {
            tokens[^1] = new Token(TokenKind.Name, "ones", span, false);
            AddEnclosed(below, SourceSpan.Between(start, position), TokenKind.LeftParenthesis);
            return;
        }

        AddEnclosed(below, SourceSpan.Between(start, position), TokenKind.LeftBrace);
    }

    /// <summary>Spaces, and sizes of the delimiter that follows.</summary>
    private void SkipBeforeDelimiter()
    {
        SkipSpaces();
        while (Current == '\\' && CommandAt(position + 1) is var command && (LatexCommands.IsSilent(command) || command == "left"))
        {
            Skip(command.Length + 1);
            SkipSpaces();
        }
    }
}
