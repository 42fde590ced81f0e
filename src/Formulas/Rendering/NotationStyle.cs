using Formulas.Analysis;
using Formulas.Expressions;

namespace Formulas.Rendering;

/// <summary>The notations that formulas are written in.</summary>
public enum Notation
{
    /// <summary>Calculator notation on any keyboard.</summary>
    Ascii,

    /// <summary>Calculator notation with the signs that phones and word processors make.</summary>
    Unicode,

    Latex,
}

/// <summary>
/// How a formula is written: every style is read back as the same formula. Names that the formula's own scope gives another
/// meaning are never used (σ for the logistic function where sigma is declared).
/// </summary>
/// <param name="Scope">Where the formula comes from; null: nothing is known of its names, and no sign for a name is used.</param>
/// <param name="Juxtaposed">Products without a sign wherever they can be.</param>
/// <param name="Tight">Without spaces that may be left out.</param>
/// <param name="DoubleStar"><c>x**2</c> for <c>x^2</c>, in calculator notation.</param>
/// <param name="Indexed"><c>x_i</c>, <c>W_{i,j}</c> for <c>x[i]</c>, <c>W[i,j]</c>, in LaTeX.</param>
public sealed record NotationStyle(
    Notation Notation, Scope? Scope = null, bool Juxtaposed = false, bool Tight = false, bool DoubleStar = false, bool Indexed = true)
{
    public static NotationStyle Plain { get; } = new(Notation.Ascii);

    /// <summary>One of all styles of all notations, the same for the same seed.</summary>
    public static NotationStyle Draw(Scope scope, ulong seed, int index)
    {
        var random = new SeededRandom(seed, index, "notation");
        return new((Notation)random.Next(0, 2), scope, random.OneIn(2), random.OneIn(2), random.OneIn(4), !random.OneIn(3));
    }

    /// <summary>Whether a name still means what it means everywhere: the part does not declare it.</summary>
    internal bool IsFree(string name) => Scope is not null && Scope.Find(name) is null && !Scope.Sizes.Contains(name) && !Scope.Open;

    public string Print(Expression formula) => Notation == Notation.Latex ? Latex.Print(formula, this) : Calculator.Print(formula, this);
}
