using System.Diagnostics;
using Formulas.Expressions;
using Formulas.Functions;
using Formulas.Parsing;
using Formulas.Text;

namespace Formulas.Analysis.Binding;

internal sealed partial class Binder
{
    private const int HighestDerivative = 2;

    private Expression BindCalled(Syntax.Called called)
    {
        if (vocabulary.Find(called.Function) is { Kind: SymbolKind.ScalarFunction or SymbolKind.VectorMap } symbol) return BindDeclaredFunction(symbol, called);
        if (called.Function == "dot") return BindDot(called);
        if (called.Function == "transpose") return BindTransposed(new Syntax.Transposed(OnlyArgument(called), false, called.Span));
        if (called.Function == "mean") return BindMean(called);
        if (called.Function == Parser.Length) return BindLength(called);
        var signature = FunctionSignature.Find(called.Function) ?? throw Unknown(called.Function, called.NameSpan);
        RequireArguments(called, signature.LeastArguments, signature.MostArguments);
        if (called.Primes > 0 && signature.Rule != ShapeRule.Entrywise) throw new Refusal(Messages.NoPrime(called.Function, called.NameSpan));
        RequireFewPrimes(called);
        if (IsSizeRule(signature.Rule)) return BindSized(signature, called);
        var outer = powersAreOfEntries;
        powersAreOfEntries = signature.Rule == ShapeRule.Reduction;
        var arguments = new List<Operand>();
        foreach (var argument in called.Arguments) arguments.Add(BindNumeric(argument));
        powersAreOfEntries = outer;
        var shape = ResultShape(signature, arguments, called);
        if (signature.Rule == ShapeRule.Reduction && arguments[0].IsScalar) return arguments[0].Value;
        return new Expression.Call(signature.Name, called.Primes, arguments.Select(argument => argument.Value).ToEquatableList(), shape);
    }

    private static bool IsSizeRule(ShapeRule rule) => rule is ShapeRule.IdentityOfSize or ShapeRule.OnesOfSize or ShapeRule.OneHotOfSize;

    private static Syntax OnlyArgument(Syntax.Called called)
    {
        RequireArguments(called, 1, 1);
        return called.Arguments[0];
    }

    private static void RequireArguments(Syntax.Called called, int least, int most)
    {
        if (called.Arguments.Count >= least && called.Arguments.Count <= most) return;
        throw new Refusal(Messages.WrongArgumentCount(called.Function, least, most, called.Arguments.Count, called.Span));
    }

    private static void RequireFewPrimes(Syntax.Called called)
    {
        if (called.Primes > HighestDerivative) throw new Refusal(Messages.TooManyPrimes(called.Function, HighestDerivative, called.NameSpan));
    }

    private Expression BindDot(Syntax.Called called)
    {
        RequireArguments(called, 2, 2);
        return Products.Join(BinaryOperator.Dot, BindOperand(called.Arguments[0]), BindOperand(called.Arguments[1]), called.Span);
    }

    /// <summary>mean(v) is sum(v)/n.</summary>
    private Expression.Quotient BindMean(Syntax.Called called)
    {
        var outer = powersAreOfEntries;
        powersAreOfEntries = true;
        var argument = BindNumeric(OnlyArgument(called));
        powersAreOfEntries = outer;
        if (called.Primes > 0) throw new Refusal(Messages.NoPrime(called.Function, called.NameSpan));
        if (LengthOf(argument.Shape) is not { } length) throw new Refusal(Messages.WrongArgumentShape(called.Function, Messages.Takes(ShapeRule.VectorToScalar), argument.Described, argument.Span));
        return new Expression.Quotient(new Expression.Call("sum", 0, [argument.Value], Shape.Scalar), SizeExpression(length), Shape.Scalar);
    }

    /// <summary>How many entries a vector has, and how many rows a matrix.</summary>
    private Expression BindLength(Syntax.Called called)
    {
        var argument = BindNumeric(OnlyArgument(called));
        return (LengthOf(argument.Shape) ?? (argument.Shape as Shape.MatrixShape)?.Rows) is { } length
            ? SizeExpression(length)
            : throw new Refusal(Messages.WrongArgumentShape(called.Function, Messages.Takes(ShapeRule.VectorToScalar), argument.Described, argument.Span));
    }

    private Expression BindDeclaredFunction(Symbol symbol, Syntax.Called called)
    {
        var argument = BindNumeric(OnlyArgument(called));
        RequireFewPrimes(called);
        if (symbol.Kind == SymbolKind.ScalarFunction) return new Expression.GenericCall(symbol.Name, called.Primes, argument.Value);
        if (called.Primes > 1) throw new Refusal(Messages.TooManyPrimes(called.Function, 1, called.NameSpan));
        var map = MapShape(symbol);
        if (argument.Shape != new Shape.VectorShape(map.Columns)) throw new Refusal(Messages.MapArgument(symbol.Name, map.Columns.ToString(), argument.Described, argument.Span));
        return called.Primes == 1
            ? new Expression.Jacobian(symbol.Name, argument.Value, map)
            : new Expression.MapCall(symbol.Name, argument.Value, new Shape.VectorShape(map.Rows));
    }

    /// <summary>A map R^c -> R^r is declared with the shape of its Jacobian, r x c; a vector's shape means a map of that space into itself.</summary>
    private static Shape.MatrixShape MapShape(Symbol symbol) => symbol.Shape switch
    {
        Shape.MatrixShape matrix => matrix,
        Shape.VectorShape vector => new Shape.MatrixShape(vector.Length, vector.Length),
        _ => throw new UnreachableException(),
    };

    private static Shape ResultShape(FunctionSignature signature, List<Operand> arguments, Syntax.Called called)
    {
        var first = arguments[0];
        return (signature.Rule, first.Shape) switch
        {
            (ShapeRule.Entrywise, _) => first.Shape,
            (ShapeRule.Reduction, _) => Shape.Scalar,
            (ShapeRule.Extremum, Shape.VectorShape or Shape.RowShape) when arguments.Count == 1 => Shape.Scalar,
            (ShapeRule.Extremum, _) => CommonShape(arguments, called),
            (ShapeRule.VectorToScalar, Shape.VectorShape or Shape.RowShape) => Shape.Scalar,
            (ShapeRule.VectorToVector, Shape.VectorShape or Shape.RowShape) => first.Shape,
            (ShapeRule.SquareToScalar, Shape.MatrixShape m) when m.Rows == m.Columns => Shape.Scalar,
            (ShapeRule.SquareToSquare, Shape.MatrixShape m) when m.Rows == m.Columns => m,
            (ShapeRule.Diagonal, Shape.VectorShape v) => new Shape.MatrixShape(v.Length, v.Length),
            (ShapeRule.Diagonal, Shape.MatrixShape m) when m.Rows == m.Columns => new Shape.VectorShape(m.Rows),
            (ShapeRule.SquareToScalar or ShapeRule.SquareToSquare or ShapeRule.Diagonal, Shape.MatrixShape) => throw new Refusal(Messages.NotSquare(first.Described, first.Span)),
            _ => throw new Refusal(Messages.WrongArgumentShape(called.Function, Messages.Takes(signature.Rule), first.Described, first.Span)),
        };
    }

    /// <summary>Of several arguments the extremum is taken entry by entry; a number beside arrays counts for every entry.</summary>
    private static Shape CommonShape(List<Operand> arguments, Syntax.Called called)
    {
        if (arguments.Count < 2) throw new Refusal(Messages.WrongArgumentShape(called.Function, Messages.Takes(ShapeRule.Extremum), arguments[0].Described, arguments[0].Span));
        var shape = Shape.Scalar;
        foreach (var argument in arguments)
        {
            if (argument.IsScalar) continue;
            if (shape is not Shape.ScalarShape && shape != argument.Shape) throw new Refusal(Messages.WrongArgumentShape(called.Function, Messages.Takes(ShapeRule.Extremum), argument.Described, argument.Span));
            shape = argument.Shape;
        }

        return shape;
    }

    private Expression.Call BindSized(FunctionSignature signature, Syntax.Called called)
    {
        var isOneHot = signature.Rule == ShapeRule.OneHotOfSize;
        var arguments = new List<Expression>();
        var sizes = new List<Size>();
        for (var at = 0; at < called.Arguments.Count; at++)
        {
            var argument = isOneHot && at == 0 ? BindIndex(called.Arguments[at]) : BindScalar(called.Arguments[at]);
            arguments.Add(argument);
            if (!isOneHot || at > 0) sizes.Add(AsSize(argument) ?? throw new Refusal(Messages.SizeNeeded(called.Function, Slice(called.Arguments[at].Span), called.Arguments[at].Span)));
        }

        var shape = signature.Rule == ShapeRule.IdentityOfSize || sizes.Count == 2
            ? new Shape.MatrixShape(sizes[0], sizes[^1])
            : (Shape)new Shape.VectorShape(sizes[0]);
        return new Expression.Call(signature.Name, 0, arguments.ToEquatableList(), shape);
    }

    private static Size? AsSize(Expression expression) => expression switch
    {
        Expression.SizeOf size => size.Size,
        _ when Arithmetic.WholeNumber(expression) is > 0 and <= 1000 and var count => Size.Literal(count),
        Expression.Additive { Left: Expression.SizeOf { Size: var size }, Right: Expression.Number number } sum when Arithmetic.WholeNumber(number) is { } offset =>
            size with { Offset = size.Offset + (sum.Operator == AdditiveOperator.Add ? offset : -offset) },
        _ => null,
    };
}
