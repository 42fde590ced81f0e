using Formulas.Expressions;
using Formulas.Text;

namespace Formulas.Parsing;

internal enum BinaryOperator
{
    Add,
    Subtract,
    Times,

    /// <summary>The star of a program that works on arrays: entry by entry where that fits.</summary>
    ProgramTimes,
    Juxtaposed,
    Dot,
    Entrywise,
    Divide,
    Power,
    EntrywisePower,
}

/// <summary>
/// A formula as it was written, whatever the notation: names are not resolved and shapes not known. The family is closed.
/// </summary>
/// <param name="Span">Where it stands, for messages.</param>
/// <param name="Height">Nodes on the longest way down; the parser bounds it, so that later passes may recurse.</param>
internal abstract record Syntax(SourceSpan Span, int Height)
{
    public sealed record Number(double Value, string Text, SourceSpan Span) : Syntax(Span, 1);

    /// <summary>A name that stands for a value: a declared one, an abbreviation, an index, or an unknown one.</summary>
    public sealed record Name(string Text, SourceSpan Span) : Syntax(Span, 1);

    /// <summary>The colon of W[i,:].</summary>
    public sealed record WholeAxis(SourceSpan Span) : Syntax(Span, 1);

    public sealed record Subscripted(Syntax Source, EquatableList<Syntax> Subscripts, SourceSpan Span)
        : Syntax(Span, 1 + Math.Max(Source.Height, Tallest(Subscripts)));

    public sealed record Negated(Syntax Operand, SourceSpan Span) : Syntax(Span, 1 + Operand.Height);

    public sealed record Transposed(Syntax Operand, bool ByPrime, SourceSpan Span) : Syntax(Span, 1 + Operand.Height);

    public sealed record Binary(BinaryOperator Operator, Syntax Left, Syntax Right, SourceSpan Span)
        : Syntax(Span, 1 + Math.Max(Left.Height, Right.Height));

    /// <summary>f(...), with primes: g'(z). J_Phi(z) is written as Phi'(z).</summary>
    public sealed record Called(string Function, int Primes, EquatableList<Syntax> Arguments, SourceSpan NameSpan, SourceSpan Span)
        : Syntax(Span, 1 + Tallest(Arguments));

    /// <summary>|x|</summary>
    public sealed record Absolute(Syntax Operand, SourceSpan Span) : Syntax(Span, 1 + Operand.Height);

    /// <param name="From">Null where no range was given; so for <paramref name="To"/>.</param>
    public sealed record Repeated(
        RepeatedOperator Operator, string Index, Syntax? From, Syntax? To, Syntax Body, SourceSpan IndexSpan, SourceSpan Span)
        : Syntax(Span, 1 + Math.Max(Body.Height, Math.Max(From?.Height ?? 0, To?.Height ?? 0)));

    /// <param name="Otherwise">Null where only conditions were given.</param>
    public sealed record Conditional(EquatableList<ConditionalBranch> Branches, Syntax? Otherwise, SourceSpan Span)
        : Syntax(Span, 1 + Math.Max(Otherwise?.Height ?? 0, Branches.Max(branch => Math.Max(branch.Condition.Height, branch.Value.Height))));

    /// <summary>a &lt; b &lt;= c: one operator fewer than operands.</summary>
    public sealed record Compared(EquatableList<Syntax> Operands, EquatableList<ComparisonOperator> Operators, SourceSpan Span)
        : Syntax(Span, Operands.Count + Tallest(Operands));

    public sealed record Combined(LogicalOperator Operator, Syntax Left, Syntax Right, SourceSpan Span)
        : Syntax(Span, 1 + Math.Max(Left.Height, Right.Height));

    public sealed record Denied(Syntax Operand, SourceSpan Span) : Syntax(Span, 1 + Operand.Height);

    /// <summary>1[condition]</summary>
    public sealed record Indicated(Syntax Condition, SourceSpan Span) : Syntax(Span, 1 + Condition.Height);

    /// <summary>[a, b] or [[a, b], [c, d]]</summary>
    public sealed record Listed(EquatableList<Syntax> Items, SourceSpan Span) : Syntax(Span, 1 + Tallest(Items));

    private static int Tallest(EquatableList<Syntax> parts)
    {
        var height = 0;
        foreach (var part in parts) height = Math.Max(height, part.Height);
        return height;
    }
}

internal sealed record ConditionalBranch(Syntax Condition, Syntax Value);

/// <summary>An own abbreviation: z = ... or z_i = ..., where i is a parameter.</summary>
internal sealed record Definition(string Name, EquatableList<string> Parameters, Syntax Value, SourceSpan NameSpan);

/// <summary>A whole answer: abbreviations in any order and the formula itself.</summary>
/// <param name="Chain">The equal formulas A = B = C that stood before the answer's last one was taken; null where only one stood there.</param>
internal sealed record Document(EquatableList<Definition> Definitions, Syntax Body, SourceSpan? Chain)
{
    /// <summary>The formulas A and B of that chain, as far as they can be read.</summary>
    public EquatableList<Syntax> Steps { get; init; } = [];

    /// <summary>Which entry of the asked vector the left side names, from 0; null where it names none.</summary>
    public int? Entry { get; init; }
}
