using System.Diagnostics;
using Formulas.Expressions;

namespace Formulas.Rendering;

/// <summary>The commands and names of LaTeX in one style.</summary>
internal sealed class LatexSigns(NotationStyle style)
{
    private static readonly Dictionary<string, string> Letters = Greek.Letters.ToDictionary(pair => pair.Value, pair => pair.Key);

    public string Open => style.Tight ? "(" : @"\left(";

    public string Close => style.Tight ? ")" : @"\right)";

    public string Transpose => style.Tight ? "^T" : @"^\top";

    public string Spaced(string sign) => style.Tight ? sign : $" {sign} ";

    /// <summary>theta_y is \theta_y, and x1 is x^{(1)} where its part spells it so.</summary>
    public string Name(string name)
    {
        if (style.Scope is null) return name;
        var shown = DisplayName.Of(name, style.Scope);
        if (shown.Layer is { } layer && style.Indexed) return $"{(Letters.TryGetValue(shown.Base, out var greek) ? $@"\{greek}" : shown.Base)}^{{({layer})}}";
        var end = name.IndexOf('_', StringComparison.Ordinal);
        var stem = end < 0 ? name : name[..end];
        return IsCommand(stem) ? $@"\{stem}{(end < 0 ? " " : name[end..])}" : name;
    }

    /// <summary>Whether the entries of a symbol may be written with indices below: it is declared, and under this very name.</summary>
    public bool IsIndexedBelow(string name) =>
        style.Indexed && style.Scope?.Find(name) is { Kind: SymbolKind.Variable } symbol && symbol.Spellings.Count == 0 && !name.Contains('_', StringComparison.Ordinal)
            && !style.Scope.Symbols.Any(other => other.Name.StartsWith(name + "_", StringComparison.Ordinal) || other.Spellings.Any(spelling => spelling.StartsWith(name + "_", StringComparison.Ordinal)));

    public string Function(string function) => function switch
    {
        "sigmoid" when style.IsFree("sigma") => @"\sigma",
        "log2" or "log10" => $@"\log_{{{function[3..]}}}",
        "asin" or "acos" or "atan" => @"\arc" + function[1..],
        "exp" or "ln" or "sin" or "cos" or "tan" or "sec" or "csc" or "cot" or "sinh" or "cosh" or "tanh" or "max" or "min" or "det" => @"\" + function,
        _ => $@"\operatorname{{{function}}}",
    };

    public static string Comparison(ComparisonOperator comparison) => comparison switch
    {
        ComparisonOperator.Less => " < ",
        ComparisonOperator.LessOrEqual => @" \le ",
        ComparisonOperator.Greater => " > ",
        ComparisonOperator.GreaterOrEqual => @" \ge ",
        ComparisonOperator.Equal => " = ",
        ComparisonOperator.NotEqual => @" \ne ",
        _ => throw new UnreachableException(),
    };

    /// <param name="right">The first character of what follows.</param>
    /// <param name="left">The last character of what stands before.</param>
    public string Product(Expression.Product product, char right, char left) => product.Kind switch
    {
        ProductKind.Entrywise => @" \odot ",
        ProductKind.Inner => @" \cdot ",
        _ when style.Juxtaposed && CalculatorSigns.IsPlain(product.Left, left) && (right == '(' || char.IsAsciiLetter(right)) => " ",
        _ => @" \cdot ",
    };

    private static bool IsCommand(string stem) => Greek.Letters.ContainsKey(stem) && !stem.StartsWith("var", StringComparison.Ordinal) && stem is not ("omicron" or "Upsilon");
}
