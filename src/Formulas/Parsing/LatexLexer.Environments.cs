using Formulas.Text;

namespace Formulas.Parsing;

internal sealed partial class LatexLexer
{
    private bool bracedArray;

    private void ReadEnvironment()
    {
        var start = position;
        var name = EnvironmentName("\\begin".Length);
        var isBraced = bracedArray;
        bracedArray = false;
        if (LatexCommands.OnlyAligns(name) && !isBraced)
        {
            aligned++;
            if (name.StartsWith("alignat", StringComparison.Ordinal) || name == "alignedat") ReadArgument();
            return;
        }

        var isCases = isBraced || name is "cases" or "dcases" or "cases*" or "dcases*";
        if (!isCases && !LatexCommands.IsMatrix(name)) throw UnknownEnvironment(name, start);
        if (name == "array" && Current == '{') ReadGroup();
        var rows = ReadRows(name, start);
        var span = SourceSpan.Between(start, position);
        if (isCases) LatexCases.Add(rows, span, tokens);
        else AddMatrix(rows, span);
        spaceBefore = false;
    }

    private static Refusal UnknownEnvironment(string name, int start) =>
        new(Messages.UnknownCommand($"\\begin{{{name}}}", null, new SourceSpan(start, "\\begin{}".Length + name.Length)));

    private string EnvironmentName(int skipped)
    {
        position += skipped;
        SkipSpaces();
        var end = Current == '{' ? text.IndexOf('}', position) : -1;
        if (end < 0) throw new Refusal(Messages.UnexpectedEnd("the name of what begins or ends", new SourceSpan(text.Length, 0)));
        var name = text[(position + 1)..end].Trim();
        position = end + 1;
        return name;
    }

    private void ReadEnd()
    {
        var start = position;
        var name = EnvironmentName("\\end".Length);
        if (!LatexCommands.OnlyAligns(name) || aligned == 0) throw new Refusal(Messages.Unexpected($"\\end{{{name}}}", Messages.Expected.OperatorOrEnd, SourceSpan.Between(start, position)));
        aligned--;
        spaceBefore = true;
    }

    /// <summary>Cells parted by &amp; and rows parted by \\, up to the end of the environment; empty rows are left out.</summary>
    private List<List<List<Token>>> ReadRows(string name, int start)
    {
        var rows = new List<List<List<Token>>> { new() };
        if (++depth > Parser.DepthLimit) throw new Refusal(Messages.TooDeep(Parser.DepthLimit, new SourceSpan(start, 1)));
        while (true)
        {
            rows[^1].Add(ReadCell());
            if (position >= text.Length) throw new Refusal(Messages.UnexpectedEnd($"\\end{{{name}}}", new SourceSpan(text.Length, 0)));
            if (Current == '&') position++;
            else if (Follows("\\end")) break;
            else
            {
                position += Follows("\\\\") ? 2 : 3;
                if (Current == '[') position = Math.Max(position, text.IndexOf(']', position) + 1);
                rows.Add([]);
            }
        }

        EnvironmentName("\\end".Length);
        depth--;
        rows.RemoveAll(row => row.All(cell => cell.Count == 0));
        return rows;
    }

    private List<Token> ReadCell()
    {
        var outer = tokens;
        tokens = [];
        ReadItems(Until.Cell);
        var cell = tokens;
        tokens = outer;
        return cell;
    }

    /// <summary>A column is a vector, a single row a transposed vector, any other a matrix.</summary>
    private void AddMatrix(List<List<List<Token>>> rows, SourceSpan span)
    {
        // In round brackets, for square ones behind an operand would be its index.
        AddAt(TokenKind.LeftParenthesis, "(", span);
        if (rows.Count == 1 && rows[0].Count > 1)
        {
            AddList(rows[0], span);
            AddAt(TokenKind.Transpose, "^T", span);
        }
        else if (rows.All(row => row.Count == 1))
        {
            AddList(rows.Select(row => row[0]), span);
        }
        else
        {
            AddAt(TokenKind.LeftBracket, "[", span);
            for (var row = 0; row < rows.Count; row++)
            {
                if (row > 0) AddAt(TokenKind.Comma, ",", span);
                AddList(rows[row], span);
            }

            AddAt(TokenKind.RightBracket, "]", span);
        }

        AddAt(TokenKind.RightParenthesis, ")", span);
    }

    private void AddList(IEnumerable<List<Token>> items, SourceSpan span)
    {
        AddAt(TokenKind.LeftBracket, "[", span);
        var first = true;
        foreach (var item in items)
        {
            if (!first) AddAt(TokenKind.Comma, ",", span);
            first = false;
            tokens.AddRange(item);
        }

        AddAt(TokenKind.RightBracket, "]", span);
    }
}
