using Formulas.Text;

namespace Formulas.Parsing;

/// <summary>
/// The left sides that name what is asked, however they are marked: as the value after a step (w_{t+1}, w^{new}, w'), as an
/// estimate (\hat\theta), with arguments (L(w; X, y)), at a point (L|_{w=0}), or as a derivative of whatever is differentiated.
/// </summary>
internal sealed class AskedQuantity
{
    private readonly HashSet<string> names = new(StringComparer.Ordinal);
    private readonly HashSet<string> variables = new(StringComparer.Ordinal);

    /// <param name="asked">Left sides in calculator notation, as a part declares them.</param>
    public AskedQuantity(EquatableList<string> asked)
    {
        foreach (var leftSide in asked)
        {
            var tokens = CalculatorLexer.Read(leftSide);
            names.Add(LeftSide.Normal(tokens));
            names.Add(LeftSide.Normal(LeftMarks.WithoutArguments(tokens)));
            if (LeftSide.Variable(tokens) is { } variable) variables.Add(variable);
        }
    }

    public bool IsNothing => names.Count == 0;

    public bool IsNamedBy(List<Token> left)
    {
        if (names.Contains(LeftSide.Normal(left))) return true;
        var plain = LeftMarks.WithoutArguments(LeftMarks.WithoutPoint(left));
        if (LeftSide.Variable(plain) is { } variable) return variables.Contains(variable);
        return names.Contains(LeftSide.Normal(plain)) || names.Contains(LeftSide.Normal(LeftMarks.WithoutStep(plain)));
    }
}
