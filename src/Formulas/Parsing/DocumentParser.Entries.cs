using Formulas.Text;

namespace Formulas.Parsing;

/// <summary>Vectors whose entries are given by name: dy/dw_hy = ..., dy/dw_xh = ..., in any order, in brackets or without.</summary>
internal sealed partial class DocumentParser
{
    private readonly List<(int Entry, Statement Statement, int Start)> entries = [];

    /// <summary>The list [dy/dw_hy = ..., dy/dw_xh = ...] as so many statements, where every entry of it has a name.</summary>
    private List<Statement> WithEntriesApart(List<Statement> statements)
    {
        if (asked.IsNothing) return statements;
        var apart = new List<Statement>();
        foreach (var statement in statements)
        {
            if (statement.AfterWhere || NamedItems(statement) is not { } items) apart.Add(statement);
            else apart.AddRange(items);
        }

        return apart;
    }

    private List<Statement>? NamedItems(Statement statement)
    {
        var end = statement.LeftSideEnd();
        var tokens = end > 0 && asked.IsNamedBy(statement.Tokens.GetRange(0, end)) ? statement.Tokens[(end + 1)..] : statement.Tokens;
        while (tokens.Count > 2 && tokens[0].Kind is TokenKind.LeftParenthesis or TokenKind.LeftBracket && ClosesAtEnd(tokens)) tokens = tokens[1..^1];
        var items = new List<Statement>();
        var (nesting, start) = (0, 0);
        for (var at = 0; at <= tokens.Count; at++)
        {
            if (at < tokens.Count) nesting += Statements.Nesting(tokens[at].Kind);
            var parts = at == tokens.Count || (nesting == 0 && tokens[at].Kind is TokenKind.Comma or TokenKind.Semicolon);
            if (!parts) continue;
            if (at == start) return null;
            var item = new Statement(tokens[start..at], false);
            var left = item.LeftSideEnd();
            if (left <= 0 || asked.EntryNamedBy(item.Tokens.GetRange(0, left)) is null) return null;
            items.Add(item);
            start = at + 1;
        }

        return items.Count > 1 ? items : null;
    }

    private static bool ClosesAtEnd(List<Token> tokens)
    {
        var nesting = 0;
        for (var at = 0; at < tokens.Count; at++)
        {
            nesting += Statements.Nesting(tokens[at].Kind);
            if (nesting == 0) return at == tokens.Count - 1;
        }

        return false;
    }

    /// <exception cref="Refusal">An entry is missing, given twice, or stands beside another answer.</exception>
    private Syntax.Listed AllEntries()
    {
        var first = entries[0].Statement.Span;
        if (answers.Count > 0) throw new Refusal(Messages.SeveralAnswers(answers[0].Statement.Span));
        foreach (var (entry, statement, _) in entries)
        {
            if (entries.Count(other => other.Entry == entry) > 1) throw new Refusal(Messages.EntryTwice(asked.Entries[entry], statement.Span));
        }

        if (entries.Count < asked.Entries.Count) throw new Refusal(Messages.EntryMissing(string.Join(", ", Missing()), first));
        var items = new List<Syntax>();
        foreach (var (_, statement, start) in entries.OrderBy(entry => entry.Entry)) items.Add(ParseFrom(statement, LinksOfChain(statement, start)[^1], abbreviations, []));
        return new Syntax.Listed(items.ToEquatableList(), first);
    }

    private IEnumerable<string> Missing() => asked.Entries.Where((_, at) => !entries.Exists(entry => entry.Entry == at));
}
