using System.Collections.Frozen;

namespace Formulas.Rendering;

/// <summary>TeX commands that stand for one symbol or one word. To teach the typesetter a symbol, add a row.</summary>
internal static class TexSymbols
{
    public static FrozenDictionary<string, string> Operators { get; } = new Dictionary<string, string>
    {
        ["cdot"] = "⋅", ["times"] = "×", ["div"] = "÷", ["pm"] = "±", ["mp"] = "∓", ["odot"] = "⊙", ["oslash"] = "⊘",
        ["otimes"] = "⊗", ["oplus"] = "⊕", ["circ"] = "∘", ["ast"] = "∗", ["star"] = "⋆", ["bullet"] = "∙", ["setminus"] = "∖",
        ["le"] = "≤", ["leq"] = "≤", ["ge"] = "≥", ["geq"] = "≥", ["ne"] = "≠", ["neq"] = "≠", ["lt"] = "<", ["gt"] = ">",
        ["ll"] = "≪", ["gg"] = "≫", ["approx"] = "≈", ["equiv"] = "≡", ["sim"] = "∼", ["simeq"] = "≃", ["cong"] = "≅",
        ["propto"] = "∝", ["perp"] = "⊥", ["parallel"] = "∥", ["mid"] = "∣", ["vert"] = "|", ["lvert"] = "|", ["rvert"] = "|",
        ["Vert"] = "‖", ["lVert"] = "‖", ["rVert"] = "‖", ["|"] = "‖", ["coloneqq"] = "≔", ["colon"] = ":",
        ["in"] = "∈", ["notin"] = "∉", ["ni"] = "∋", ["subset"] = "⊂", ["subseteq"] = "⊆", ["supset"] = "⊃", ["supseteq"] = "⊇",
        ["cup"] = "∪", ["cap"] = "∩", ["to"] = "→", ["rightarrow"] = "→", ["leftarrow"] = "←", ["gets"] = "←",
        ["leftrightarrow"] = "↔", ["Rightarrow"] = "⇒", ["Leftarrow"] = "⇐", ["Leftrightarrow"] = "⇔", ["implies"] = "⟹",
        ["iff"] = "⟺", ["mapsto"] = "↦", ["longrightarrow"] = "⟶", ["longmapsto"] = "⟼", ["uparrow"] = "↑", ["downarrow"] = "↓",
        ["forall"] = "∀", ["exists"] = "∃", ["neg"] = "¬", ["lnot"] = "¬", ["land"] = "∧", ["wedge"] = "∧", ["lor"] = "∨", ["vee"] = "∨",
        ["langle"] = "⟨", ["rangle"] = "⟩", ["lfloor"] = "⌊", ["rfloor"] = "⌋", ["lceil"] = "⌈", ["rceil"] = "⌉",
        ["lbrace"] = "{", ["rbrace"] = "}", ["{"] = "{", ["}"] = "}", ["lbrack"] = "[", ["rbrack"] = "]",
        ["ldots"] = "…", ["dots"] = "…", ["dotsc"] = "…", ["cdots"] = "⋯", ["dotsb"] = "⋯", ["vdots"] = "⋮", ["ddots"] = "⋱",
        ["prime"] = "′", ["top"] = "⊤", ["bot"] = "⊥", ["intercal"] = "⊤", ["dagger"] = "†", ["nabla"] = "∇", ["partial"] = "∂",
    }.ToFrozenDictionary();

    public static FrozenDictionary<string, string> Identifiers { get; } = new Dictionary<string, string>
    {
        ["infty"] = "∞", ["ell"] = "ℓ", ["emptyset"] = "∅", ["hbar"] = "ℏ", ["imath"] = "ı", ["jmath"] = "ȷ", ["Re"] = "ℜ", ["Im"] = "ℑ",
        ["%"] = "%", ["$"] = "$", ["&"] = "&", ["#"] = "#", ["_"] = "_",
    }.Concat(Greek.Letters).ToFrozenDictionary();

    /// <summary>Signs whose limits stand above and below in display style.</summary>
    public static FrozenDictionary<string, string> LargeOperators { get; } = new Dictionary<string, string>
    {
        ["sum"] = "∑", ["prod"] = "∏", ["bigcup"] = "⋃", ["bigcap"] = "⋂", ["bigoplus"] = "⨁", ["int"] = "∫",
    }.ToFrozenDictionary();

    /// <summary>Function names, set upright. The value says whether a subscript stands below in display style.</summary>
    public static FrozenDictionary<string, bool> Functions { get; } = new Dictionary<string, bool>
    {
        ["exp"] = false, ["ln"] = false, ["log"] = false, ["sin"] = false, ["cos"] = false, ["tan"] = false, ["sec"] = false,
        ["csc"] = false, ["cot"] = false, ["arcsin"] = false, ["arccos"] = false, ["arctan"] = false, ["sinh"] = false,
        ["cosh"] = false, ["tanh"] = false, ["det"] = false, ["dim"] = false, ["ker"] = false, ["deg"] = false, ["Pr"] = false,
        ["max"] = true, ["min"] = true, ["arg"] = false, ["lim"] = true, ["sup"] = true, ["inf"] = true, ["argmax"] = true, ["argmin"] = true,
    }.ToFrozenDictionary();

    public static FrozenDictionary<string, string> Accents { get; } = new Dictionary<string, string>
    {
        ["hat"] = "^", ["widehat"] = "^", ["bar"] = "¯", ["overline"] = "¯", ["vec"] = "→", ["tilde"] = "~", ["widetilde"] = "~",
        ["dot"] = "˙", ["ddot"] = "¨",
    }.ToFrozenDictionary();

    /// <summary>Widths of the spacing commands.</summary>
    public static FrozenDictionary<string, string> Spaces { get; } = new Dictionary<string, string>
    {
        [","] = "0.167em", [":"] = "0.222em", [";"] = "0.278em", ["!"] = "-0.167em", [" "] = "0.25em", ["~"] = "0.25em",
        ["quad"] = "1em", ["qquad"] = "2em", ["thinspace"] = "0.167em", ["\n"] = "0.25em",
    }.ToFrozenDictionary();

    /// <summary>Environments: the fences around the rows, and how columns are aligned.</summary>
    public static FrozenDictionary<string, (string Open, string Close, string Columns)> Environments { get; } =
        new Dictionary<string, (string Open, string Close, string Columns)>
        {
            ["matrix"] = ("", "", "center"), ["pmatrix"] = ("(", ")", "center"), ["bmatrix"] = ("[", "]", "center"),
            ["Bmatrix"] = ("{", "}", "center"), ["vmatrix"] = ("|", "|", "center"), ["Vmatrix"] = ("‖", "‖", "center"),
            ["cases"] = ("{", "", "left left"), ["aligned"] = ("", "", "right left"), ["align"] = ("", "", "right left"),
            ["align*"] = ("", "", "right left"), ["gathered"] = ("", "", "center"), ["array"] = ("", "", "center"),
        }.ToFrozenDictionary();
}
