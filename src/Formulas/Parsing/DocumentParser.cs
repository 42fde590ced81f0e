using Formulas.Text;

namespace Formulas.Parsing;

/// <summary>
/// Sorts the statements of an answer into abbreviations and the one formula that answers, and parses each.
/// </summary>
internal sealed partial class DocumentParser
{
    /// <summary>So many steps before the answer are looked at.</summary>
    private const int MostSteps = 12;

    private readonly string text;
    private readonly Vocabulary vocabulary;
    private readonly AskedQuantity asked;
    private readonly HashSet<string> abbreviations = new(StringComparer.Ordinal);
    private readonly List<(Statement Statement, LeftName Left)> definitions = [];
    private readonly List<(Statement Statement, int Start)> answers = [];

    private DocumentParser(string text, Vocabulary vocabulary)
    {
        this.text = text;
        this.vocabulary = vocabulary;
        asked = vocabulary.Asked;
    }

    /// <summary>The name on the left of an abbreviation, its parameters, and where its value starts.</summary>
    private readonly record struct LeftName(string Name, EquatableList<string> Parameters, SourceSpan Span, int ValueStart);

    /// <exception cref="Refusal">The text is no formula.</exception>
    public static Document Parse(string text, Vocabulary vocabulary) =>
        Parse(text, vocabulary, FormulaLexer.Read(text, vocabulary));

    /// <exception cref="Refusal">The tokens are no formula.</exception>
    public static Document Parse(string text, Vocabulary vocabulary, List<Token> tokens) =>
        new DocumentParser(text, vocabulary).Parse(Statements.Split(Shorthands.WithArgumentsOfJacobians(DerivativeArguments.Put(StepMarks.Drop(PrimedIndices.Rename(tokens, vocabulary), vocabulary), vocabulary), vocabulary)));

    private Document Parse(List<Statement> statements)
    {
        if (statements.Count == 0) throw new Refusal(Messages.Empty(new SourceSpan(0, text.Length)));
        Shorthands.JoinDerivatives(statements);
        statements = WithEntriesApart(statements);
        var isAlone = statements.Count == 1;
        var isOnlyAnswer = statements.Count(statement => !statement.AfterWhere) == 1;
        foreach (var statement in statements) Sort(statement, isAlone, isOnlyAnswer);
        DefineAskedNames();
        if (entries.Count == 1 && answers.Count == 0) answers.Add((entries[0].Statement, entries[0].Start));
        var isByEntries = entries.Count > 1;
        var (answer, start) = isByEntries ? default : TheAnswer(statements);
        foreach (var (_, left) in definitions)
        {
            if (!abbreviations.Add(left.Name)) throw new Refusal(Messages.RepeatedAbbreviation(left.Name, left.Span));
        }

        var parsed = new List<Definition>();
        foreach (var (statement, left) in definitions) parsed.Add(ParseDefinition(statement, left));
        if (isByEntries) return new Document(parsed.ToEquatableList(), AllEntries(), null);
        var links = start > 0 ? LinksOfChain(answer, start) : [start];
        var chain = links.Count > 1 ? answer.Tokens[start].Span.Through(answer.Tokens[^1].Span) : (SourceSpan?)null;
        return new Document(parsed.ToEquatableList(), ParseFrom(answer, links[^1], abbreviations, []), chain)
        {
            Steps = EarlierSteps(answer, links),
            Entry = entries.Count == 1 ? entries[0].Entry : null,
        };
    }

    private void Sort(Statement statement, bool alone, bool isOnlyAnswer)
    {
        var end = statement.LeftSideEnd();
        // An answer may go on where the task stopped: = 4/7.
        if (end == 0 && statement is { AfterWhere: false, Tokens: [{ Kind: TokenKind.Equal }, _, ..] })
        {
            answers.Add((statement, 1));
            return;
        }

        if (end == 0) throw new Refusal(Messages.EmptyLeftSide(statement.Tokens[0].Span));
        if (WithUpdateWrittenOut(statement, end) is { } update) (statement, end) = (update, end - 1);
        if (end > 0 && asked.EntryNamedBy(statement.Tokens.GetRange(0, end)) is { } entry)
        {
            entries.Add((entry, statement, ValueStart(statement, end)));
            return;
        }

        if (end > 0 && !statement.AfterWhere && IsAsked(statement.Tokens.GetRange(0, end), isOnlyAnswer))
        {
            answers.Insert(asked.IsNothing ? answers.Count : 0, (statement, ValueStart(statement, end)));
            return;
        }

        if (end > 0 && alone && IsCondition(statement, end))
        {
            answers.Add((statement, 0));
            return;
        }

        var isEquality = end > 0 && statement.Tokens[end].Kind is TokenKind.Equal or TokenKind.Assign;
        var left = isEquality ? ReadLeftName(statement, end) : null;
        if (left is { } name && (!alone || !vocabulary.Declares(name.Name))) definitions.Add((statement, name));
        else if (statement.AfterWhere) throw new Refusal(Messages.BadAbbreviation(statement.Span));
        else if (end > 0 && NamesOther(statement, end)) throw UnknownLeftSide(statement, end);
        else answers.Add((statement, 0));
    }

    /// <summary>x = 2 or x = -2: of a name that has a meaning, and joined with more, an equation is a condition.</summary>
    private bool IsCondition(Statement statement, int end)
    {
        var rest = statement.Tokens.Skip(end).ToList();
        return statement.Tokens[end].Kind == TokenKind.Equal && (vocabulary.IsOpen || vocabulary.DeclaresBase(statement.Tokens[0].Text.Split('_')[0]))
            && rest.Exists(token => token.Kind is TokenKind.And or TokenKind.Or) && !rest.Exists(token => token.Kind is TokenKind.If or TokenKind.Else or TokenKind.Colon);
    }

    private bool IsAsked(List<Token> left, bool isOnlyAnswer) => asked.IsNamedBy(left) || (isOnlyAnswer && asked.IsMeantBy(left));

    /// <summary>w_j += u is w_j = w_j + (u), and so for -=; null where the sign is no such one.</summary>
    private Statement? WithUpdateWrittenOut(Statement statement, int end)
    {
        var tokens = statement.Tokens;
        if (end < 2 || tokens[end - 1].Kind is not (TokenKind.Plus or TokenKind.Minus or TokenKind.Star or TokenKind.Slash) || tokens[end - 2].Kind == TokenKind.Caret) return null;
        var sign = tokens[end - 1];
        var left = tokens.GetRange(0, end - 1);
        if (sign.Kind is TokenKind.Star or TokenKind.Slash || !asked.IsNamedBy(left) || LeftSide.Variable(left) is not null || end + 1 == tokens.Count)
        {
            throw new Refusal(Messages.UpdateSign(sign.Text, sign.Span.Through(tokens[end].Span)));
        }

        var span = sign.Span;
        List<Token> written =
        [
            .. left, new Token(TokenKind.Assign, ":=", span, false), .. LeftMarks.WithoutStep(left), sign,
            new Token(TokenKind.LeftParenthesis, "(", span, false), .. tokens[(end + 1)..], new Token(TokenKind.RightParenthesis, ")", tokens[^1].Span, false),
        ];
        return statement with { Tokens = written };
    }

    /// <summary>In N = ...; N + d_0 d_L the asked name is an abbreviation, for a formula without left side stands beside it.</summary>
    private void DefineAskedNames()
    {
        if (answers.Count != 2 || answers.All(answer => answer.Start > 0)) return;
        for (var at = answers.Count - 1; at >= 0; at--)
        {
            var (statement, start) = answers[at];
            if (start == 0 || ReadLeftName(statement, statement.LeftSideEnd()) is not { } name || vocabulary.Declares(name.Name)) continue;
            definitions.Add((statement, name));
            answers.RemoveAt(at);
        }
    }

    private static int ValueStart(Statement statement, int end) => statement.Tokens[end].Kind == TokenKind.Less ? end + 2 : end + 1;

    /// <summary>A left side such as dL/db, or one before :=, that names no asked quantity: not the left of a comparison.</summary>
    private bool NamesOther(Statement statement, int end)
    {
        var tokens = statement.Tokens;
        if (tokens[end].Kind == TokenKind.Assign) return true;
        return tokens[end].Kind == TokenKind.Equal && end >= 3 && tokens[1].Kind == TokenKind.Slash && tokens[0].Text[0] == 'd' && tokens[2].Text.Length > 0 && tokens[2].Text[0] == 'd'
            && !vocabulary.DeclaresBase(tokens[2].Text);
    }

    private Refusal UnknownLeftSide(Statement statement, int end)
    {
        var span = statement.Tokens[0].Span.Through(statement.Tokens[end - 1].Span);
        return new Refusal(Messages.UnknownLeftSide(text.Substring(span.Start, span.Length), vocabulary.Scope.Asked, span));
    }

    private (Statement Statement, int Start) TheAnswer(List<Statement> statements)
    {
        if (answers.Count > 1) throw new Refusal(Messages.SeveralAnswers(answers[1].Statement.Span));
        if (answers.Count == 1) return answers[0];
        var last = definitions[^1].Statement;
        if (last.AfterWhere) throw new Refusal(Messages.NoAnswer(statements[0].Span));
        throw UnknownLeftSide(last, last.LeftSideEnd());
    }

    /// <summary>z, z_i, z[i], z_{ij} or a layer such as x^(1); null for any other left side.</summary>
    private LeftName? ReadLeftName(Statement statement, int end)
    {
        var tokens = statement.Tokens;
        if (tokens[0].Kind != TokenKind.Name) return null;
        var span = tokens[0].Span.Through(tokens[end - 1].Span);
        var name = tokens[0].Text;
        if (end == 1)
        {
            var underscore = name.LastIndexOf('_');
            return underscore > 0 && Parameters(name[(underscore + 1)..]) is { } letters
                ? new LeftName(name[..underscore], letters, span, end + 1)
                : new LeftName(name, [], span, end + 1);
        }

        if (Vocabulary.LayerAt(tokens, 1) is var (layer, after))
        {
            return LayeredLeft(name, tokens.GetRange(after, end - after)) is var (stem, places) ? new LeftName(Vocabulary.Layered(stem, layer), places, span, end + 1) : null;
        }

        var open = tokens[1].Kind == TokenKind.Underscore ? 2 : 1;
        if (open >= end || tokens[open].Kind is not (TokenKind.LeftBracket or TokenKind.LeftBrace)) return null;
        var parameters = new List<string>();
        for (var at = open + 1; at < end - 1; at++)
        {
            if (tokens[at].Kind == TokenKind.Comma) continue;
            if (tokens[at].Kind != TokenKind.Name || Parameters(tokens[at].Text) is not { } more) return null;
            parameters.AddRange(more);
        }

        return parameters.Count == 0 ? null : new LeftName(name, parameters.ToEquatableList(), span, end + 1);
    }

    /// <summary>s_i^(1) and s^(1)_i have an index, s^(1) has none.</summary>
    private (string Stem, EquatableList<string> Places)? LayeredLeft(string name, List<Token> behind)
    {
        var underscore = name.LastIndexOf('_');
        if (behind.Count == 0) return underscore > 0 && Parameters(name[(underscore + 1)..]) is { } before ? (name[..underscore], before) : (name, []);
        var letters = behind is [{ Kind: TokenKind.Underscore }, { Kind: TokenKind.LeftBrace }, var braced, { Kind: TokenKind.RightBrace }] ? braced.Text
            : behind is [{ Kind: TokenKind.Underscore }, var plain] ? plain.Text : "";
        return letters.Length > 0 && Parameters(letters) is { } after ? (name, after) : null;
    }

    /// <summary>The letters of a subscript as parameters, where each is an index or could be one.</summary>
    private EquatableList<string>? Parameters(string letters)
    {
        if (letters.Length > 2) return null;
        var parameters = new List<string>();
        foreach (var letter in letters)
        {
            var name = letter.ToString();
            var known = vocabulary.Declares(name);
            if (known ? !vocabulary.IsIndex(name) : !Alphabet.IsIndexLetter(letter)) return null;
            parameters.Add(name);
        }

        return parameters.Distinct().Count() == parameters.Count ? parameters.ToEquatableList() : null;
    }

    /// <summary>An abbreviation does not see itself: in s = s(z) the right s is the function.</summary>
    private Definition ParseDefinition(Statement statement, LeftName left)
    {
        var visible = new HashSet<string>(abbreviations, StringComparer.Ordinal);
        visible.Remove(left.Name);
        return new Definition(left.Name, left.Parameters, ParseFrom(statement, left.ValueStart, visible, left.Parameters), left.Span);
    }

    private Syntax ParseFrom(Statement statement, int start, HashSet<string> visible, IEnumerable<string> parameters)
    {
        return ParseRange(statement, start, statement.Tokens.Count, visible, parameters);
    }

    private Syntax ParseRange(Statement statement, int start, int end, HashSet<string> visible, IEnumerable<string> parameters)
    {
        var tokens = statement.Tokens.GetRange(start, end - start);
        var last = statement.Tokens[end - 1];
        tokens.Add(new Token(TokenKind.End, "", new SourceSpan(last.Span.End, 0), false));
        return new Parser(text, tokens, vocabulary, visible, parameters).ParseStatement();
    }
}
