using System.Diagnostics;
using Formulas.Expressions;
using Formulas.Functions;

namespace Formulas.Rendering;

/// <summary>The signs and names of calculator notation in one style.</summary>
internal sealed class CalculatorSigns(NotationStyle style)
{
    private readonly bool isUnicode = style.Notation == Notation.Unicode;

    public string Pi => isUnicode ? "π" : "pi";

    public string Minus => isUnicode ? "−" : "-";

    public string Transpose => isUnicode ? "ᵀ" : "^T";

    public string Power => style.DoubleStar && !isUnicode ? "**" : "^";

    public string Spaced(string sign) => style.Tight ? sign : $" {sign} ";

    /// <summary>A Greek letter for its name, alone or with an index: theta_y is θ_y. delta2 keeps its name, for δ2 looks like a product.</summary>
    public string Name(string name)
    {
        if (!isUnicode || style.Scope is null) return name;
        var end = name.IndexOf('_', StringComparison.Ordinal);
        var stem = end < 0 ? name : name[..end];
        return Greek.Letters.TryGetValue(stem, out var letter) ? letter + name[stem.Length..] : name;
    }

    public string Function(string function) => function switch
    {
        "sigmoid" when isUnicode && style.IsFree("sigma") => "σ",
        "ln" when style.Tight && style.IsFree("log") => "log",
        _ => function,
    };

    public string Comparison(ComparisonOperator comparison) => comparison switch
    {
        ComparisonOperator.Less => "<",
        ComparisonOperator.LessOrEqual => isUnicode ? "≤" : "<=",
        ComparisonOperator.Greater => ">",
        ComparisonOperator.GreaterOrEqual => isUnicode ? "≥" : ">=",
        ComparisonOperator.Equal => "=",
        ComparisonOperator.NotEqual => isUnicode ? "≠" : "!=",
        _ => throw new UnreachableException(),
    };

    /// <param name="right">The first character of what follows.</param>
    /// <param name="left">The last character of what stands before.</param>
    public string Product(Expression.Product product, char right, char left) => product.Kind switch
    {
        ProductKind.Entrywise => isUnicode ? Spaced("⊙") : Spaced(".*").PadLeft(char.IsAsciiDigit(left) ? 3 : 0),
        ProductKind.Inner => isUnicode ? Spaced("·") : " . ",
        _ when style.Juxtaposed && IsPlain(product.Left, left) && (right == '(' || char.IsAsciiLetter(right)) => " ",
        _ when isUnicode && product.Kind == ProductKind.Scale && !style.Tight => " · ",
        _ => Spaced("*"),
    };

    /// <summary>What a bracket or name may follow without a sign: neither is an index nor an argument of it.</summary>
    public static bool IsPlain(Expression expression, char end) => expression switch
    {
        Expression.Product product => IsPlain(product.Right, end),
        Expression.Power power => IsPlain(power.Exponent, end),
        Expression.Number => char.IsAsciiDigit(end),
        Expression.Reference reference => FunctionSignature.Find(reference.Name) is null,
        Expression.Entry or Expression.SizeOf => true,
        _ => end == ')',
    };
}
