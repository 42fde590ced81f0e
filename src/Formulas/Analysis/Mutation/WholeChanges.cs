using Formulas.Expressions;

namespace Formulas.Analysis.Mutation;

/// <summary>Mistakes with a formula as a whole, or a term of it: something added, multiplied or divided that does not belong, or only a piece given.</summary>
internal static class WholeChanges
{
    /// <summary>Pieces with fewer nodes are too common to be recognised as one.</summary>
    private const int SmallestPiece = 3;

    /// <summary>More pieces than this are not tried as additions.</summary>
    private const int MostPieces = 40;

    public static IEnumerable<Change> Of(Expression formula, Scope scope)
    {
        var pieces = Pieces(formula, scope).Take(MostPieces).ToList();
        foreach (var change in Around(formula, pieces, scope)) yield return change;
        foreach (var piece in Subexpressions.All(formula).Skip(1).Distinct())
        {
            if (Operands.IsClosed(piece) && IsTelling(piece)) yield return new(piece, Plausibility.PieceOnly, () => MistakeSentences.OnlyAPiece(piece));
        }
    }

    /// <summary>A factor too many in one term of a sum, such as the step of an update.</summary>
    public static IEnumerable<Change> OfTerm(Expression term, Expression formula, Scope scope)
    {
        foreach (var piece in Pieces(formula, scope).Where(Trees.IsScalar).Take(MostPieces))
        {
            if (!piece.Equals(term)) yield return Scaled(term, piece);
        }
    }

    private static IEnumerable<Change> Around(Expression formula, List<Expression> pieces, Scope scope)
    {
        foreach (var piece in pieces)
        {
            if (Trees.IsScalar(piece))
            {
                yield return Scaled(formula, piece);
                yield return new(Trees.Divided(formula, piece), Plausibility.Extra, () => MistakeSentences.ExtraDivisor(piece));
            }

            if (piece.Shape != formula.Shape || formula.Shape is Shape.TruthShape) continue;
            yield return new(Trees.Sum(formula, piece), Plausibility.Extra, () => MistakeSentences.ExtraTerm(piece));
            yield return new(Trees.Difference(formula, piece), Plausibility.Extra, () => MistakeSentences.ExtraTerm(piece));
        }

        if (formula.Shape is Shape.TruthShape) yield break;
        foreach (var size in scope.Sizes)
        {
            var count = new Expression.SizeOf(Size.Named(size));
            yield return new(Trees.Divided(formula, count), Plausibility.Sum, () => SumsOver(formula, count.Size) ? MistakeSentences.MeanForSum(count) : MistakeSentences.ExtraDivisor(count));
            yield return new(Trees.Scaled(count, formula), Plausibility.Sum, () => MistakeSentences.ExtraFactor(count));
        }

        if (Trees.IsScalar(formula))
        {
            foreach (var function in (string[])["ln", "exp", "sqrt", "sigmoid", "tanh", "relu"])
                yield return new(Trees.Applied(function, formula), Plausibility.Extra, () => MistakeSentences.ExtraFunction(function));
            yield return new(Trees.Power(formula, Trees.Number(2)), Plausibility.Extra, () => MistakeSentences.ExtraFunction("the square"));
            yield return new(Trees.Divided(Trees.Number(1), formula), Plausibility.Order, () => MistakeSentences.TurnedOver(formula));
            yield return new(Trees.Difference(Trees.Number(1), formula), Plausibility.Order, () => MistakeSentences.Complement(formula));
        }
    }

    /// <summary>Where nothing is summed, a division by the count makes no mean.</summary>
    private static bool SumsOver(Expression formula, Size size) => Subexpressions.All(formula).Any(node => node switch
    {
        Expression.Repeated { Operator: RepeatedOperator.Sum, To: Expression.SizeOf to } => to.Size == size,
        Expression.Call { Function: "sum", Arguments: [var argument] } => Sizes(argument).Contains(size),
        Expression.Product { Kind: ProductKind.Inner or ProductKind.Matrix } product => Sizes(product.Left).LastOrDefault() == size,
        _ => false,
    });

    private static Size[] Sizes(Expression formula) => formula.Shape switch
    {
        Shape.VectorShape(var length) => [length],
        Shape.RowShape(var length) => [length],
        Shape.MatrixShape(var rows, var columns) => [rows, columns],
        _ => [],
    };

    private static Change Scaled(Expression formula, Expression piece) =>
        new(Trees.Scaled(piece, formula), Plausibility.Extra, () => MistakeSentences.ExtraFactor(piece));

    /// <summary>What might be brought in: the formula's own pieces, slopes of its functions, the part's symbols and their entries.</summary>
    private static IEnumerable<Expression> Pieces(Expression formula, Scope scope)
    {
        var own = Subexpressions.All(formula).Where(piece => piece is not Expression.Number && piece.Shape is not Shape.TruthShape && Operands.IsClosed(piece)).ToList();
        var indices = scope.Symbols.Where(symbol => symbol.Kind == SymbolKind.Index).ToList();
        var symbols = scope.Symbols.Where(symbol => symbol.Kind is SymbolKind.Variable or SymbolKind.Derived).ToList();
        return symbols.Select(Expression (symbol) => new Expression.Reference(symbol.Name, symbol.Shape))
            .Concat(symbols.SelectMany(symbol => Entries(symbol, indices)))
            .Concat(own.SelectMany(Slope))
            .Concat(own.Where(piece => piece is not Expression.Reference { Shape: Shape.MatrixShape }))
            .Distinct();
    }

    private static IEnumerable<Expression> Entries(Symbol symbol, List<Symbol> indices) => symbol.Shape is Shape.VectorShape(var length)
        ? indices.Where(index => index.Range == length).Select(index =>
            new Expression.Entry(new Expression.Reference(symbol.Name, symbol.Shape), [new Expression.Reference(index.Name, Shape.Scalar)], [symbol.FirstIndex(0)]))
        : [];

    private static IEnumerable<Expression> Slope(Expression piece) => piece switch
    {
        Expression.GenericCall { Shape: Shape.ScalarShape, DerivativeOrder: 0 } call => [new Expression.GenericCall(call.Function, 1, call.Argument)],
        Expression.Call { Shape: Shape.ScalarShape, DerivativeOrder: 0, Arguments: [{ Shape: Shape.ScalarShape } argument] } call when call.Function is not ("max" or "min" or "sum") =>
            [Trees.Applied(call.Function, argument, 1)],
        _ => [],
    };

    private static bool IsTelling(Expression piece) =>
        Subexpressions.All(piece).Take(SmallestPiece).Count() == SmallestPiece && Subexpressions.Symbols(piece).Count > 0;
}
