namespace Formulas.Rendering;

/// <summary>
/// Reads tokens and yields MathML. Lists hold atoms, atoms carry scripts; commands are <see cref="TexCommands"/>.
/// Whatever comes, it ends, and shows what it could not place.
/// </summary>
internal sealed class TexParser
{
    /// <summary>Deeper nesting is shown as text: no statement needs it, and recursion must end before the stack does.</summary>
    private const int DepthLimit = 60;

    private const string ThinSpace = "<mspace width=\"0.167em\"/>";

    private readonly TexCommands commands;
    private int depth;

    public TexParser(IReadOnlyList<TexToken> tokens, bool display)
    {
        Cursor = new TexCursor(tokens);
        Display = display;
        commands = new TexCommands(this);
    }

    public TexCursor Cursor { get; }

    public bool Display { get; }

    public TexStyle Style { get; private set; } = TexStyle.Italic;

    /// <summary>Within scripts and limits, where signs are set tight.</summary>
    public bool InScript { get; private set; }

    public string All() => List(static _ => false);

    /// <summary>Atoms up to the end or to a token that stops the list, which is left in place.</summary>
    public string List(Func<TexCursor, bool> stops)
    {
        if (depth >= DepthLimit) return MarkupWriter.Piece(writer => writer.Text(Cursor.TakeRest()));
        depth++;
        var outerStyle = Style;
        var list = MarkupWriter.Piece(writer =>
        {
            var before = TexRole.Open;
            for (Cursor.SkipSpaces(); !Cursor.AtEnd && !stops(Cursor); Cursor.SkipSpaces())
            {
                var atom = Scripted(before);
                if (atom.Role == TexRole.Function && before == TexRole.Ordinary) writer.Made(ThinSpace);
                writer.Made(atom.Markup);
                if (atom.Role == TexRole.Function && !OpensNext()) writer.Made(ThinSpace);
                before = atom.Role;
            }
        });
        Style = outerStyle;
        depth--;
        return list;
    }

    /// <summary>A command's argument: a group or the next atom, without scripts.</summary>
    public string Argument()
    {
        Cursor.SkipSpaces();
        Cursor.PartDigit();
        return Cursor.AtEnd || Cursor.IsCharacter("}") || Cursor.IsCharacter("&") ? "<mrow></mrow>" : $"<mrow>{Guarded()}</mrow>";
    }

    /// <summary>An argument whose letters are set in a style.</summary>
    public string Argument(TexStyle style)
    {
        var outer = Style;
        Style = style;
        var argument = Argument();
        Style = outer;
        return argument;
    }

    /// <summary>Switches the style up to the end of the group, as <c>\bf</c> does.</summary>
    public void Switch(TexStyle style) => Style = style;

    private string Guarded()
    {
        if (depth >= DepthLimit) return MarkupWriter.Piece(writer => writer.Text(Cursor.TakeRest()));
        depth++;
        var atom = Atom(TexRole.Open);
        depth--;
        return atom.Markup;
    }

    private bool OpensNext()
    {
        Cursor.SkipSpaces();
        return Cursor.AtEnd || Cursor.IsCharacter("(") || Cursor.IsCharacter("[") || Cursor.IsCharacter("}")
            || Cursor.IsCharacter("&") || Cursor.IsCommand("left") || Cursor.IsCommand("right") || Cursor.IsCommand("lVert");
    }

    private TexAtom Scripted(TexRole before)
    {
        var atom = Cursor.IsCharacter("^") || Cursor.IsCharacter("_") || Cursor.IsCharacter("'")
            ? new TexAtom("<mrow></mrow>", TexRole.Ordinary)
            : Atom(before);
        Cursor.SkipSpaces();
        var limits = atom.HasLimits && Display;
        while (Cursor.IsCommand("limits") || Cursor.IsCommand("nolimits"))
        {
            limits = Cursor.Take().Text == "limits";
            Cursor.SkipSpaces();
        }

        // x_1^2_3 is an error in TeX; here the later script is put on the scripted atom.
        while (true)
        {
            var (subscript, superscript) = Scripts();
            if (subscript is null && superscript is null) return atom;
            atom = atom with { Markup = TexScripts.Attach(atom.Markup, subscript, superscript, limits) };
        }
    }

    private (string? Subscript, string? Superscript) Scripts()
    {
        string? subscript = null;
        string? superscript = null;
        for (Cursor.SkipSpaces(); ; Cursor.SkipSpaces())
        {
            if (superscript is null && Cursor.IsCharacter("'")) superscript = Primes();
            else if (subscript is null && Cursor.TakeIfCharacter("_")) subscript = Script();
            else if (superscript is null && Cursor.TakeIfCharacter("^")) superscript = Script();
            else return (subscript, superscript);
        }
    }

    private string Script()
    {
        var outer = InScript;
        InScript = true;
        var script = Argument();
        InScript = outer;
        return script;
    }

    // f'^2 and f'' alike: the primes and what follows them make one superscript.
    private string Primes()
    {
        var count = 0;
        while (Cursor.TakeIfCharacter("'")) count++;
        var power = Cursor.TakeIfCharacter("^") ? Script() : "";
        return MarkupWriter.Piece(writer => writer.Row(() =>
        {
            writer.Operator(new string('′', count));
            writer.Made(power);
        }));
    }

    private TexAtom Atom(TexRole before)
    {
        if (Cursor.TakeIfCharacter("{")) return Group();
        var token = Cursor.Take();
        return token.Kind switch
        {
            TexTokenKind.Number => new TexAtom(
                MarkupWriter.Piece(writer => TexStyles.Number(writer, token.Text, Style)), TexRole.Ordinary),
            TexTokenKind.Command => commands.Read(token.Text, before),
            _ => TexCharacters.Read(token.Text, before, Style, InScript),
        };
    }

    private TexAtom Group()
    {
        var content = List(static cursor => cursor.IsCharacter("}"));
        Cursor.TakeIfCharacter("}");
        return new TexAtom($"<mrow>{content}</mrow>", TexRole.Ordinary);
    }
}
