namespace Formulas.Rendering;

/// <summary>TeX commands, one method for each form of argument. An unknown command is shown as it was written.</summary>
internal sealed class TexCommands(TexParser parser)
{
    private TexCursor Cursor => parser.Cursor;

    public TexAtom Read(string name, TexRole before)
    {
        if (TexSymbols.Identifiers.TryGetValue(name, out var letter))
            return Piece(writer => TexStyles.Letter(writer, letter, parser.Style));
        if (TexSymbols.Operators.TryGetValue(name, out var sign)) return Sign(sign, before);
        if (TexSymbols.LargeOperators.TryGetValue(name, out var large))
            return Piece(writer => writer.Operator(large, " largeop=\"true\" movablelimits=\"true\""), TexRole.Operator, limits: true);
        if (TexSymbols.Functions.TryGetValue(name, out var below)) return Function(name, below);
        if (TexSymbols.Accents.TryGetValue(name, out var accent)) return Accent(accent);
        if (TexSymbols.Spaces.TryGetValue(name, out var width)) return Made($"<mspace width=\"{width}\"/>", before);
        if (TexStyles.Of(name) is { } style) return Styled(name, style);
        return Structure(name, before);
    }

    private TexAtom Structure(string name, TexRole before)
    {
        switch (name)
        {
            case "frac" or "dfrac" or "tfrac" or "cfrac":
                return Made($"<mfrac>{parser.Argument()}{parser.Argument()}</mfrac>");
            case "binom": return Binomial();
            case "sqrt": return Root();
            case "text" or "textrm" or "textit" or "textbf" or "textnormal" or "mbox" or "texttt" or "textsf":
                return Words(Cursor.TakeRaw());
            case "operatorname" or "operatorname*": return OperatorName();
            case "left": return Fenced();
            case "big" or "Big" or "bigg" or "Bigg" or "bigl" or "bigr" or "Bigl" or "Bigr" or "biggl" or "biggr" or "middle":
                return Sign(Delimiter(), before);
            case "begin": return Environment();
            case "underbrace": return Made($"<munder>{parser.Argument()}<mo stretchy=\"true\">⏟</mo></munder>", limits: true);
            case "overbrace": return Made($"<mover>{parser.Argument()}<mo stretchy=\"true\">⏞</mo></mover>", limits: true);
            case "underline": return Made($"<munder>{parser.Argument()}<mo stretchy=\"true\">_</mo></munder>");
            case "overset" or "stackrel": return Over();
            case "underset": return Under();
            case "displaystyle" or "textstyle" or "nonumber" or "notag": return Made("", before);
            default: return Words("\\" + name);
        }
    }

    private TexAtom Sign(string sign, TexRole before)
    {
        var role = TexRole.Operator;
        var markup = MarkupWriter.Piece(writer => role = TexCharacters.Sign(writer, sign, before, parser.InScript));
        return new TexAtom(markup, role);
    }

    private static TexAtom Function(string name, bool limits) => Piece(
        writer => writer.Identifier(name switch { "argmax" => "arg max", "argmin" => "arg min", _ => name }, MarkupWriter.Upright),
        TexRole.Function,
        limits);

    private TexAtom OperatorName()
    {
        var limits = Cursor.TakeIfCharacter("*");
        return Function(Cursor.TakeRaw(), limits);
    }

    private TexAtom Accent(string accent) => Made($"<mover accent=\"true\">{parser.Argument()}<mo stretchy=\"false\">{accent}</mo></mover>");

    private TexAtom Styled(string name, TexStyle style)
    {
        if (name is not ("bf" or "rm"))
        {
            return Made(parser.Argument(style));
        }

        parser.Switch(style);
        return Made("");
    }

    private TexAtom Binomial() => Made(
        $"<mrow><mo form=\"prefix\">(</mo><mfrac linethickness=\"0\">{parser.Argument()}{parser.Argument()}</mfrac><mo form=\"postfix\">)</mo></mrow>");

    private TexAtom Root()
    {
        Cursor.SkipSpaces();
        if (!Cursor.TakeIfCharacter("[")) return Made($"<msqrt>{parser.Argument()}</msqrt>");
        var degree = parser.List(static cursor => cursor.IsCharacter("]"));
        Cursor.TakeIfCharacter("]");
        return Made($"<mroot>{parser.Argument()}<mrow>{degree}</mrow></mroot>");
    }

    private TexAtom Over()
    {
        var above = parser.Argument();
        return Made($"<mover>{parser.Argument()}{above}</mover>", TexRole.Operator);
    }

    private TexAtom Under()
    {
        var below = parser.Argument();
        return Made($"<munder>{parser.Argument()}{below}</munder>");
    }

    private TexAtom Fenced()
    {
        var open = Delimiter();
        var content = parser.List(static cursor => cursor.IsCommand("right"));
        var close = "";
        if (!Cursor.AtEnd)
        {
            Cursor.Take();
            close = Delimiter();
        }

        return Piece(writer => writer.Fenced(open, () => writer.Made(content), close));
    }

    // The next token as a fence; a dot is an empty one.
    private string Delimiter()
    {
        Cursor.SkipSpaces();
        if (Cursor.AtEnd) return "";
        var token = Cursor.Take();
        if (token.Kind != TexTokenKind.Command) return token.Text == "." ? "" : token.Text;
        return TexSymbols.Operators.GetValueOrDefault(token.Text, "\\" + token.Text);
    }

    private TexAtom Environment()
    {
        var name = Cursor.TakeRaw();
        if (!TexSymbols.Environments.TryGetValue(name, out var environment)) return Words($"\\begin{{{name}}}");
        if (name == "array") Cursor.TakeRaw();
        var rows = Rows();
        return Piece(writer => writer.Row(() =>
        {
            if (environment.Open.Length > 0) writer.Operator(environment.Open, " fence=\"true\" stretchy=\"true\" form=\"prefix\"");
            writer.Table(
                rows.Select(row => row.Select(cell => (Action)(() => writer.Made(cell)))),
                $" columnalign=\"{environment.Columns}\" class=\"{(name.StartsWith("align", StringComparison.Ordinal) ? "aligned" : name)}\"");
            if (environment.Close.Length > 0) writer.Operator(environment.Close, " fence=\"true\" stretchy=\"true\" form=\"postfix\"");
        }));
    }

    private List<List<string>> Rows()
    {
        var rows = new List<List<string>> { new() };
        while (true)
        {
            rows[^1].Add(parser.List(static cursor => cursor.IsCharacter("&") || cursor.IsCommand("\\") || cursor.IsCommand("end")));
            if (Cursor.AtEnd) return rows;
            var stop = Cursor.Take();
            if (stop.Text == "\\") rows.Add([]);
            if (stop is not { Kind: TexTokenKind.Command, Text: "end" }) continue;
            Cursor.TakeRaw();
            if (rows is [.., [""]] && rows.Count > 1) rows.RemoveAt(rows.Count - 1);
            return rows;
        }
    }

    private static TexAtom Words(string words) => Piece(writer => writer.Text(words));

    private static TexAtom Piece(Action<MarkupWriter> write, TexRole role = TexRole.Ordinary, bool limits = false) =>
        new(MarkupWriter.Piece(write), role, limits);

    private static TexAtom Made(string markup, TexRole role = TexRole.Ordinary, bool limits = false) => new(markup, role, limits);
}
