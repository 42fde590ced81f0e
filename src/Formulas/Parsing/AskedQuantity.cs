using Formulas.Expressions;
using Formulas.Text;

namespace Formulas.Parsing;

/// <summary>
/// The left sides that name what is asked, however they are marked: as the value after a step (w_{t+1}, w^{new}, w'), as an
/// estimate (\hat\theta), with arguments (L(w; X, y)), at a point (L|_{w=0}), or as a derivative of whatever is differentiated.
/// </summary>
internal sealed class AskedQuantity
{
    private readonly Lazy<IReadOnlyList<string>> entries;
    private readonly HashSet<string> names = new(StringComparer.Ordinal);
    private readonly HashSet<string> variables = new(StringComparer.Ordinal);
    private readonly HashSet<string> shortened = new(StringComparer.Ordinal);

    /// <param name="asked">Left sides in calculator notation, as a part declares them.</param>
    /// <param name="scope">The symbols beside them.</param>
    public AskedQuantity(EquatableList<string> asked, Scope scope)
    {
        entries = new Lazy<IReadOnlyList<string>>(() => NamesOfEntries(asked, scope));
        foreach (var leftSide in asked)
        {
            var tokens = CalculatorLexer.Read(leftSide);
            names.Add(LeftSide.Normal(tokens));
            names.Add(LeftSide.Normal(LeftMarks.WithoutArguments(tokens)));
            if (LeftSide.Variable(tokens) is { } variable) variables.Add(variable);
            else shortened.UnionWith(LeftSide.Shortened(tokens));
        }
    }

    public bool IsNothing => names.Count == 0;

    /// <summary>
    /// What the entries of a vector that is asked for are called, in their order: w_xh and w_hy where dy/dw_xh and dy/dw_hy are asked
    /// and both are numbers of the exercise. Empty where entries have no names.
    /// </summary>
    public IReadOnlyList<string> Entries => entries.Value;

    /// <summary>Which entry a left side names, from 0: dy/dw_hy or w_hy alone; null where it names none.</summary>
    public int? EntryNamedBy(List<Token> left)
    {
        if (Entries.Count == 0) return null;
        var name = LeftSide.Variable(left) ?? LeftSide.Normal(left);
        for (var at = 0; at < Entries.Count; at++)
        {
            if (Entries[at] == name) return at;
        }

        return null;
    }

    public bool IsNamedBy(List<Token> left)
    {
        if (LeftSide.Telescoped(left) is { } whole) left = whole;
        if (names.Contains(LeftSide.Normal(left))) return true;
        var plain = LeftMarks.WithoutArguments(LeftMarks.WithoutRepetition(LeftMarks.WithoutPoint(left)));
        if (LeftSide.Variable(plain) is { } variable) return variables.Contains(variable);
        return names.Contains(LeftSide.Normal(plain)) || names.Contains(LeftSide.Normal(LeftMarks.WithoutStep(plain)));
    }

    /// <summary>Whether a left side is the asked name without its index or its layer: x_j or x^(1) for x_j^(1).</summary>
    public bool IsMeantBy(List<Token> left) => shortened.Contains(LeftSide.Normal(LeftMarks.WithoutStep(left)));

    private static List<string> NamesOfEntries(EquatableList<string> asked, Scope scope)
    {
        var variables = asked.Select(leftSide => LeftSide.Variable(CalculatorLexer.Read(leftSide))).OfType<string>().Distinct().ToList();
        if (variables.Count < 2) return [];
        var numbers = scope.Symbols.Where(symbol => symbol is { Kind: SymbolKind.Variable, Shape: Shape.ScalarShape }).Select(symbol => LeftSide.Normal(symbol.Name)).ToHashSet(StringComparer.Ordinal);
        var entries = variables.FindAll(numbers.Contains);
        return entries.Count > 1 ? entries : [];
    }
}
