using System.Text;

namespace Formulas.Parsing;

/// <summary>
/// Arrays in the linear format of word processors, █(1&amp;a>0@0&amp;a≤0) for cases and ■(a&amp;b@c&amp;d) for a matrix, rewritten as LaTeX.
/// The brace before the cases and the empty bracket ┤ behind them say nothing more.
/// </summary>
internal sealed class WordArrays
{
    private const string Cases = "cases";
    private const string Matrix = "matrix";

    private readonly Stack<string?> open = new();

    /// <summary>The LaTeX for what starts here; null for what is no part of an array.</summary>
    public string? Read(string text, StringBuilder before, ref int at)
    {
        var character = text[at];
        if (character is '█' or 'Ⓒ' or '■' && at + 1 < text.Length && text[at + 1] == '(') return Begin(character == '■' ? Matrix : Cases, before, ref at);
        if (open.Count == 0) return null;
        switch (character)
        {
            case '(' or '[' or '{' or '〖':
                open.Push(null);
                return null;
            case ')' or ']' or '}' or '〗':
                if (open.Pop() is not { } name) return null;
                at++;
                if (at < text.Length && text[at] == '┤') at++;
                return $" \\end{{{name}}} ";
            case '@' when open.Peek() is not null:
                at++;
                return @" \\ ";
            default:
                return null;
        }
    }

    private string Begin(string name, StringBuilder before, ref int at)
    {
        at += 2;
        open.Push(name);
        if (name == Cases && before.Length > 0 && before[^1] == '{') before[^1] = ' ';
        return $" \\begin{{{name}}} ";
    }
}
