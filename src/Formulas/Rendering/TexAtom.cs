namespace Formulas.Rendering;

/// <summary>What an atom is beside its neighbours: it decides whether a minus after it is a sign or an operation.</summary>
internal enum TexRole
{
    Ordinary,
    Operator,
    Open,
    Function,
}

/// <param name="HasLimits">Whether scripts stand above and below in display style.</param>
internal readonly record struct TexAtom(string Markup, TexRole Role, bool HasLimits = false);

internal static class TexScripts
{
    /// <param name="limits">Above and below instead of beside.</param>
    public static string Attach(string atom, string? subscript, string? superscript, bool limits) => (subscript, superscript, limits) switch
    {
        ({ } below, { } above, true) => $"<munderover>{atom}{below}{above}</munderover>",
        ({ } below, null, true) => $"<munder>{atom}{below}</munder>",
        (null, { } above, true) => $"<mover>{atom}{above}</mover>",
        ({ } below, { } above, false) => $"<msubsup>{atom}{below}{above}</msubsup>",
        ({ } below, null, false) => $"<msub>{atom}{below}</msub>",
        (null, { } above, false) => $"<msup>{atom}{above}</msup>",
        (null, null, _) => atom,
    };
}

/// <summary>Single characters.</summary>
internal static class TexCharacters
{
    public static TexAtom Read(string character, TexRole before, TexStyle style, bool tight)
    {
        var role = TexRole.Ordinary;
        var markup = MarkupWriter.Piece(writer =>
        {
            if (char.IsLetter(character, 0)) TexStyles.Letter(writer, character, style);
            else role = Sign(writer, character, before, tight);
        });
        return new TexAtom(markup, role);
    }

    /// <summary>A sign; one that has no left operand is a prefix, which sets it close to what follows.</summary>
    public static TexRole Sign(MarkupWriter writer, string sign, TexRole before, bool tight)
    {
        var shown = sign switch { "-" => "−", "*" => "∗", _ => sign };
        switch (shown)
        {
            case "(" or "[" or "{" or "⟨" or "⌊" or "⌈":
                writer.Operator(shown, " form=\"prefix\" stretchy=\"false\"");
                return TexRole.Open;
            case ")" or "]" or "}" or "⟩" or "⌋" or "⌉":
                writer.Operator(shown, " form=\"postfix\" stretchy=\"false\"");
                return TexRole.Ordinary;
            case "|" or "‖":
                writer.Operator(shown, " stretchy=\"false\" lspace=\"0.08em\" rspace=\"0.08em\"");
                return TexRole.Ordinary;
            case "⊤" or "⊥" or "…" or "⋯" or "⋮" or "⋱" or "!" or "." or "&" or "$" or "%" or "#":
                writer.Operator(shown, " lspace=\"0\" rspace=\"0\"");
                return TexRole.Ordinary;
            case "∂" or "∇" or "¬" or "∀" or "∃":
                writer.Operator(shown, " form=\"prefix\" lspace=\"0\" rspace=\"0\"");
                return TexRole.Open;
            case "+" or "−" or "±" or "∓" when before is TexRole.Open or TexRole.Operator:
                writer.Operator(shown, " form=\"prefix\"");
                return TexRole.Operator;
            default:
                writer.Operator(shown, tight ? MarkupWriter.Tight : "");
                return TexRole.Operator;
        }
    }
}
