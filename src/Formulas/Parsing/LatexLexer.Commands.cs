using System.Text;
using Formulas.Text;

namespace Formulas.Parsing;

internal sealed partial class LatexLexer
{
    private void ReadCommand()
    {
        var start = position;
        var command = CommandAt(position + 1);
        var length = command.Length + 1;
        if (LatexCommands.Greek(command) is { } greek) ReadGreek(greek, length);
        else if (LatexCommands.Operator(command) is var (kind, normal)) Add(kind, normal, length);
        else if (LatexCommands.IsFunction(command)) Add(TokenKind.Name, command, length);
        else if (LatexCommands.IsSilent(command)) Skip(length);
        else if (LatexCommands.IsFont(command)) ReadFont(command);
        else if (LatexCommands.IsAccent(command)) ReadAccent(command);
        else ReadStructure(command, start);
    }

    /// <summary>The letters after a backslash, or the one other character.</summary>
    private string CommandAt(int start)
    {
        var end = start;
        while (char.IsAsciiLetter(At(end))) end++;
        return end > start ? text[start..end] : start < text.Length ? text[start].ToString() : "";
    }

    private void ReadStructure(string command, int start)
    {
        var length = command.Length + 1;
        switch (command)
        {
            case "frac" or "dfrac" or "tfrac" or "cfrac" or "nicefrac" or "sfrac":
                position += length;
                ReadFraction(start);
                break;
            case "sqrt":
                position += length;
                ReadRoot(start);
                break;
            case "left" or "right" or "middle":
                position += length;
                if (command != "middle") ReadDelimiter(command == "left");
                break;
            case "lVert" or "lvert":
                OpenBars(command == "lVert", length);
                break;
            case "rVert" or "rvert":
                CloseBars(command == "rVert", length);
                break;
            case "Vert" or "|":
                AddBars(true, length);
                break;
            case "{" or "lbrace":
                Open(tokens.Count > 0 && tokens[^1] is { Kind: TokenKind.Number, Text: "1" } ? TokenKind.LeftBrace : TokenKind.LeftParenthesis, length);
                break;
            case "}" or "rbrace":
                Close(TokenKind.RightParenthesis, length);
                break;
            case "lbrack":
                Open(TokenKind.LeftBracket, length);
                break;
            case "rbrack":
                Close(TokenKind.RightBracket, length);
                break;
            case "langle":
                AddAt(TokenKind.Name, "dot", new SourceSpan(start, 0));
                Open(TokenKind.LeftParenthesis, length);
                break;
            case "rangle":
                Close(TokenKind.RightParenthesis, length);
                break;
            case "(" or "[":
                Skip(length);
                break;
            case ")" or "]":
                Skip(length);
                if (position < text.Length && tokens.Count > 0 && OpensMathematics()) Add(TokenKind.Newline, "\n", 0);
                break;
            case "begin":
                ReadEnvironment();
                break;
            case "end":
                ReadEnd();
                break;
            case "\\" or "cr" or "newline":
                Add(TokenKind.Newline, "\n", length);
                break;
            case "mathbb" or "mathds" or "mathbbm" or "mathbbold" or "mathbb1" or "indicator":
                ReadBlackboard(command, start);
                break;
            case "substack":
                position += length;
                tokens.AddRange(ReadArgument().ConvertAll(token => token.Kind == TokenKind.Newline ? token with { Kind = TokenKind.Comma, Text = "," } : token));
                break;
            case "text*" or "_":
                Add(TokenKind.Underscore, "_", length);
                break;
            default:
                ReadRest(command, start);
                break;
        }
    }

    private void ReadRest(string command, int start)
    {
        var length = command.Length + 1;
        var span = new SourceSpan(start, Math.Min(length, text.Length - start));
        if (command.Length == 1 && char.IsWhiteSpace(command[0])) Skip(length);
        else if (LatexCommands.IsSilentWithArgument(command))
        {
            position += length;
            ReadArgument();
            spaceBefore = true;
        }
        else if (LatexCommands.WhyNotCalculable(command) is { } reason) throw new Refusal(Messages.NotCalculable("\\" + command, reason, span));
        else if (command.Length > 0) throw new Refusal(Messages.UnknownCommand("\\" + command, NearNames.Closest(command, LatexCommands.All()), span));
        else throw new Refusal(Messages.UnknownCharacter("\\", span));
    }

    private bool OpensMathematics()
    {
        var ahead = position;
        while (char.IsWhiteSpace(At(ahead))) ahead++;
        return At(ahead) == '\\' && At(ahead + 1) is '(' or '[';
    }

    private void ReadGreek(string name, int length)
    {
        var start = position;
        position += length;
        AddName(new StringBuilder(name), start);
    }

    /// <summary>\hat{y} is a name of its own: y_hat where the exercise declares it, else yhat.</summary>
    private void ReadAccent(string accent)
    {
        var start = position;
        position += accent.Length + 1;
        var kind = accent switch { "widehat" => "hat", "overline" => "bar", "widetilde" => "tilde", _ => accent };
        var group = ReadArgument();
        if (group is not [{ Kind: TokenKind.Name } name]) throw new Refusal(Messages.NotCalculable("\\" + accent, "stands only on one letter", SourceSpan.Between(start, position)));
        var underscore = name.Text.IndexOf('_', StringComparison.Ordinal);
        var stem = underscore < 0 ? name.Text : name.Text[..underscore];
        var rest = underscore < 0 ? "" : name.Text[underscore..];
        var accented = vocabulary.Declares($"{stem}_{kind}") ? $"{stem}_{kind}" : stem + kind;
        AddName(new StringBuilder(accented + rest), start);
    }

    /// <summary>\left( and the like: the delimiter counts, \left. does not; \left\{ before an array of cases stands for none.</summary>
    private void ReadDelimiter(bool opens)
    {
        SkipSpaces();
        if (Current == '.')
        {
            Skip(1);
            if (opens) closers.Push(TokenKind.End);
            else if (closers.TryPeek(out var expected) && expected == TokenKind.End) closers.Pop();
            return;
        }

        if (Current is '<' or '>')
        {
            var isLeft = Current == '<';
            if (isLeft) AddAt(TokenKind.Name, "dot", new SourceSpan(position, 0));
            if (isLeft) Open(TokenKind.LeftParenthesis, 1);
            else Close(TokenKind.RightParenthesis, 1);
            return;
        }

        if (BarsAhead() is var (isDouble, length))
        {
            if (opens) OpenBars(isDouble, length);
            else CloseBars(isDouble, length);
            return;
        }

        if (!opens || !Follows("\\{")) return;
        var ahead = position + 2;
        while (char.IsWhiteSpace(At(ahead))) ahead++;
        if (string.CompareOrdinal(text, ahead, "\\begin", 0, 6) != 0) return;
        position = ahead;
        bracedArray = true;
    }

    /// <summary>Whether the bars ahead are double, and how long they are; null where none stand there.</summary>
    private (bool IsDouble, int Length)? BarsAhead()
    {
        if (Current is '|') return (false, 1);
        if (Current is '‖' or '∥') return (true, 1);
        if (Current != '\\') return null;
        var command = CommandAt(position + 1);
        return command switch
        {
            "|" or "Vert" or "lVert" or "rVert" => (true, command.Length + 1),
            "vert" or "lvert" or "rvert" => (false, command.Length + 1),
            _ => null,
        };
    }

    /// <summary>Bars that are known to open get a bracket inside, so that bars may stand within bars.</summary>
    private void OpenBars(bool isDouble, int length)
    {
        AddBars(isDouble, length);
        AddAt(TokenKind.LeftParenthesis, "(", new SourceSpan(position, 0));
        closers.Push(TokenKind.RightParenthesis);
    }

    private void CloseBars(bool isDouble, int length)
    {
        // Behind \left. a single bar closes: it marks the value at a point, as in \left. f \right|_{x = 0}.
        if (closers.TryPop(out var expected) && expected == TokenKind.End)
        {
            AddBars(isDouble, length);
            return;
        }

        AddAt(TokenKind.RightParenthesis, ")", new SourceSpan(position, 0));
        AddBars(isDouble, length);
    }

    private void AddBars(bool isDouble, int length)
    {
        Add(TokenKind.Bar, "|", length);
        if (isDouble) AddAt(TokenKind.Bar, "|", new SourceSpan(position, 0));
    }
}
