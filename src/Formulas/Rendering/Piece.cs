using System.Diagnostics;
using Formulas.Analysis;
using Formulas.Expressions;
using Formulas.Text;

namespace Formulas.Rendering;

/// <summary>A part of a formula as the reader grouped it. Beside its shape it shows what was multiplied with what.</summary>
/// <param name="Name">The abbreviation that it is the value of; null for any other piece.</param>
public sealed record Piece(string? Name, Expression Formula)
{
    // Each look at a node goes through all below it: a bound keeps the longest formulas quick.
    private const int MostLooks = 300;

    /// <summary>In calculator notation.</summary>
    public string Text => Name is null ? Calculator.Print(Formula) : $"{Name} = {Calculator.Print(Formula)}";

    /// <summary>The shape with its sizes, in words.</summary>
    public string Shape => InWords(Formula.Shape);

    /// <summary>
    /// The pieces of a formula, outermost first and from left to right, each once. The formula itself is the first,
    /// without its abbreviations, which follow. Numbers and sizes are left out, and so are the running totals of a sum or product: a + b + c has the pieces a, b and c.
    /// </summary>
    /// <param name="most">How many to give; further ones are left out.</param>
    public static IReadOnlyList<Piece> Of(Expression formula, int most)
    {
        var found = new List<Piece>();
        var seen = new HashSet<Piece>();
        var open = new Queue<Piece>([new Piece(null, formula)]);
        for (var looks = 0; looks < MostLooks && found.Count < most && open.TryDequeue(out var piece); looks++)
        {
            if (IsPlain(piece.Formula) || !seen.Add(piece)) continue;
            if (piece.Formula is not Expression.Let) found.Add(piece);
            foreach (var inner in Inside(piece)) open.Enqueue(inner);
        }

        return found;
    }

    /// <summary>"a number", "a vector of d", "an n x d matrix".</summary>
    public static string InWords(Shape shape) => shape switch
    {
        Expressions.Shape.ScalarShape => "a number",
        Expressions.Shape.VectorShape { Length: var n } => $"a vector of {n}",
        Expressions.Shape.RowShape { Length: var n } => $"a row of {n}",
        Expressions.Shape.MatrixShape { Rows: var m, Columns: var n } => $"{Article.Before(m.ToString())} {m} x {n} matrix",
        Expressions.Shape.TruthShape => "true or false",
        _ => throw new UnreachableException(),
    };

    // An abbreviation is a piece by its value: its name alone would say nothing new.
    private static bool IsPlain(Expression formula) => formula switch
    {
        Expression.Number or Expression.Constant or Expression.SizeOf or Expression.BoundIndex or Expression.LetReference => true,
        Expression.Negate { Operand: Expression.Number } => true,
        _ => false,
    };

    private static IEnumerable<Piece> Inside(Piece piece)
    {
        if (piece.Formula is not Expression.Let) return Operands(piece.Formula).Select(operand => new Piece(null, operand));
        var (body, abbreviations) = (piece.Formula, new List<Piece>());
        for (; body is Expression.Let let; body = let.Body) abbreviations.Add(new(let.Name, let.Value));
        return [new Piece(piece.Name, body), .. abbreviations];
    }

    private static IEnumerable<Expression> Operands(Expression formula)
    {
        var chain = new Stack<Expression>();
        while (Continued(formula) is (var total, var last))
        {
            chain.Push(last);
            formula = total;
        }

        return [.. Subexpressions.Of(formula), .. chain];
    }

    /// <summary>A sum of three is a sum of two and one more; null where the node does not go on with one of its kind and shape.</summary>
    private static (Expression Total, Expression Last)? Continued(Expression formula) => formula switch
    {
        Expression.Additive { Left: Expression.Additive left } sum when left.Shape == sum.Shape => (left, sum.Right),
        Expression.Product { Left: Expression.Product left } product when left.Kind == product.Kind && left.Shape == product.Shape => (left, product.Right),
        _ => null,
    };
}
