using System.Globalization;
using Formulas.Expressions;
using Formulas.Functions;
using Formulas.Parsing;
using Formulas.Text;

namespace Formulas.Analysis.Binding;

internal sealed partial class Binder
{
    private Expression BindName(Syntax.Name name)
    {
        if (local?.Find(name.Text) is { } value) return value;
        if (IsVisible(name.Text)) return BindAbbreviation(name.Text, [], name.Span);
        if (vocabulary.Find(name.Text) is { } symbol) return BindSymbol(symbol, name.Text, name.Span);
        if (vocabulary.IsSize(name.Text)) return new Expression.SizeOf(Size.Named(name.Text));
        if (name.Text == "pi") return new Expression.Constant(MathConstant.Pi);
        if (name.Text == "e") return new Expression.Constant(MathConstant.E);
        if (name.Text == "I" && vocabulary.Find("I") is null) return BareIdentity(name.Span);
        if (name.Text == Parser.Ones) return BareOnes(name.Span);
        if (vocabulary.IsOpen && !FunctionSignature.IsForeign(name.Text)) return new Expression.Reference(name.Text, Shape.Scalar);
        if (vocabulary.FindIndexed(name.Text) is { } spelling) throw new Refusal(Messages.NeedsIndex(name.Text, spelling.Symbol.Name, name.Span));
        throw Unknown(name.Text, name.Span);
    }

    private Refusal Unknown(string name, SourceSpan span)
    {
        var near = WithUnderscore(name) ?? WithDigit(name) ?? NearNames.Closest(name, vocabulary.AllNames().Concat(definitions.Keys));
        if (name.Length == 1 && Alphabet.IsIndexLetter(name[0]) && name is not ("m" or "n") && near is null or { Length: < 3 }) return new Refusal(Messages.UnknownIndex(name, span));
        return new Refusal(Messages.UnknownName(name, near, vocabulary.Scope, span));
    }

    /// <summary>xi and x1 for x_i and x_1.</summary>
    private string? WithUnderscore(string name)
    {
        if (name.Length < 2) return null;
        var last = name[^1..];
        var isIndex = char.IsAsciiDigit(last[0]) || vocabulary.IsIndex(last) || local?.Find(last) is not null;
        var hasEntries = vocabulary.FindIndexed(name[..^1]) is not null || vocabulary.Find(name[..^1])?.Shape is Shape.VectorShape or Shape.MatrixShape;
        return isIndex && hasEntries ? $"{name[..^1]}_{last}" : null;
    }

    /// <summary>x1 for x, delta2 for delta, where there is only one such.</summary>
    private string? WithDigit(string name)
    {
        var numbered = vocabulary.Scope.Symbols.Where(symbol => symbol.Name.Length == name.Length + 1 && symbol.Name.StartsWith(name, StringComparison.Ordinal) && char.IsAsciiDigit(symbol.Name[^1])).ToList();
        return numbered is [var only] ? only.Name : null;
    }

    private Expression.Reference BindSymbol(Symbol symbol, string written, SourceSpan span)
    {
        if (symbol.Kind is SymbolKind.ScalarFunction or SymbolKind.VectorMap) throw new Refusal(Messages.FunctionWithoutArgument(written, span));
        if (symbol.Name == "e") Note(Messages.EIsDeclared(symbol.Shape, span));
        return new Expression.Reference(symbol.Name, symbol.Shape);
    }

    private Expression.Call BareIdentity(SourceSpan span)
    {
        if (sizeOfBareIdentity is not { } size) throw new Refusal(Messages.IdentityWithoutSize(span));
        return new Expression.Call("eye", 0, [SizeExpression(size)], new Shape.MatrixShape(size, size));
    }

    private static Expression SizeExpression(Size size) => size.Name is null ? Arithmetic.Literal(size.Offset) : new Expression.SizeOf(size);

    private Expression BindSubscripted(Syntax.Subscripted subscripted)
    {
        if (subscripted.Source is Syntax.Subscripted { Source: Syntax.Name stem, Subscripts: [Syntax.Number] number }
            && Numbered(stem.Text, [.. number, .. subscripted.Subscripts]) is not null) return BindSubscripted(new Syntax.Subscripted(stem, [.. number, .. subscripted.Subscripts], subscripted.Span));
        if (subscripted.Source is not Syntax.Name name) return Index(BindNumeric(subscripted.Source), [1, 1], subscripted.Subscripts, subscripted.Span);
        if (local?.Find(name.Text) is null && IsVisible(name.Text)) return IndexAbbreviation(name, subscripted);
        if (Numbered(name.Text, subscripted.Subscripts) is { } numbered) return Index(new Operand(BindSymbol(numbered, numbered.Name, name.Span), numbered.Name, name.Span), FirstIndices(numbered), [.. subscripted.Subscripts.Skip(1)], subscripted.Span);
        if (IsKronecker(name.Text, subscripted.Subscripts)) return new Expression.Indicator(new Expression.Comparison(ComparisonOperator.Equal, BindIndex(subscripted.Subscripts[0]), BindIndex(subscripted.Subscripts[1])));
        if (local?.Find(name.Text) is null && vocabulary.FindIndexed(name.Text) is { } spelling && FitsPlaces(spelling, subscripted.Subscripts, name.Text))
        {
            return IndexSpelling(spelling, subscripted, name);
        }

        var firsts = vocabulary.Find(name.Text) is { } symbol ? FirstIndices(symbol) : [1, 1];
        return Index(new Operand(BindName(name), name.Text, name.Span), firsts, subscripted.Subscripts, subscripted.Span);
    }

    /// <summary>
    /// w_{2,i} is entry i of w2 where i runs along w2 and cannot run along the second axis of a matrix with rows w_i; W_{1,ij} is
    /// an entry of W1 where there is no W.
    /// </summary>
    private Symbol? Numbered(string name, EquatableList<Syntax> subscripts)
    {
        if (subscripts is not [Syntax.Number number, var entry, ..] || local?.Find(name) is not null || IsVisible(name) || vocabulary.Find(name) is not null) return null;
        if (vocabulary.Find(name + number.Text) is not { } symbol) return null;
        if (symbol.Shape is Shape.MatrixShape) return vocabulary.FindIndexed(name) is null && subscripts.Count <= 3 ? symbol : null;
        if (subscripts.Count > 2 || symbol.Shape is not Shape.VectorShape vector || RangeOf(entry) != vector.Length) return null;
        return vocabulary.FindIndexed(name) is { Symbol.Shape: Shape.MatrixShape matrix } && !NeverEqual(matrix.Columns, vector.Length) ? null : symbol;
    }

    /// <summary>delta_ij, 1 where i = j and 0 elsewhere, unless the exercise has a delta of its own.</summary>
    private bool IsKronecker(string name, EquatableList<Syntax> subscripts) =>
        name == "delta" && subscripts.Count == 2 && !vocabulary.IsOpen && local?.Find(name) is null && !IsVisible(name) && !vocabulary.DeclaresBase(name);

    private static EquatableList<int> FirstIndices(Symbol symbol) => [symbol.FirstIndex(0), symbol.FirstIndex(1)];

    /// <summary>
    /// Where w is a vector and w_i is also declared as row i of W, the range of i decides; where it fits both or is not known, w_i is
    /// the row, because the exercise says so.
    /// </summary>
    private bool FitsPlaces(IndexedSpelling spelling, EquatableList<Syntax> subscripts, string name)
    {
        if (subscripts.Count < spelling.Places) return false;
        if (vocabulary.Find(name) is not { Shape: Shape.VectorShape own } symbol || symbol == spelling.Symbol) return true;
        return RangeOf(subscripts[0]) != own.Length || spelling.Symbol.Shape is not Shape.MatrixShape rows || rows.Rows == own.Length;
    }

    /// <summary>How far an index is said to run: by its declaration, or by the bounds of its sum.</summary>
    private Size? RangeOf(Syntax subscript)
    {
        if (subscript is not Syntax.Name name) return null;
        return local?.Find(name.Text) switch
        {
            Expression.BoundIndex bound => frame.WithIndex(bound.Name) is { Last: { } last } ? last : vocabulary.Find(name.Text)?.Range,
            Expression.Reference reference => vocabulary.Find(reference.Name)?.Range,
            null => vocabulary.Find(name.Text)?.Range,
            _ => null,
        };
    }

    private Expression IndexSpelling(IndexedSpelling spelling, Syntax.Subscripted subscripted, Syntax.Name name)
    {
        var symbol = spelling.Symbol;
        var reference = BindSymbol(symbol, name.Text, name.Span);
        if (symbol.Shape is Shape.ScalarShape) return reference;
        var source = new Operand(reference, symbol.Name, name.Span);
        var subscripts = subscripted.Subscripts;
        if (symbol.Shape is Shape.MatrixShape && spelling.Places == 1 && subscripts.Count == 1 && SplitDigits(subscripts[0]) is null)
        {
            subscripts = [subscripts[0], new Syntax.WholeAxis(subscripted.Span)];
        }

        return Index(source, FirstIndices(symbol), subscripts, subscripted.Span);
    }

    private Expression IndexAbbreviation(Syntax.Name name, Syntax.Subscripted subscripted)
    {
        var parameters = definitions[name.Text].Parameters.Count;
        if (parameters == 0) return Index(new Operand(BindName(name), name.Text, name.Span), [1, 1], subscripted.Subscripts, subscripted.Span);
        if (subscripted.Subscripts.Count < parameters) throw new Refusal(Messages.AbbreviationIndices(name.Text, parameters, subscripted.Subscripts.Count, subscripted.Span));
        var arguments = new List<Expression>();
        for (var at = 0; at < parameters; at++) arguments.Add(OwnIndex(subscripted.Subscripts[at], definitions[name.Text].Parameters[at]) ?? BindIndex(subscripted.Subscripts[at]));
        var value = BindAbbreviation(name.Text, arguments.ToEquatableList(), subscripted.Span);
        var rest = subscripted.Subscripts.Skip(parameters).ToEquatableList();
        return rest.Count == 0 ? value : Index(new Operand(value, Slice(subscripted.Span), subscripted.Span), [1, 1], rest, subscripted.Span);
    }

    private Expression Index(Operand source, EquatableList<int> firsts, EquatableList<Syntax> subscripts, SourceSpan span)
    {
        if (subscripts.Count == 1 && source.Shape is Shape.MatrixShape && SplitDigits(subscripts[0]) is { } digits) subscripts = digits;
        return (source.Shape, subscripts.Count) switch
        {
            (Shape.VectorShape v, 1) => Entry(source, [v.Length], firsts, subscripts),
            (Shape.RowShape v, 1) => Entry(source, [v.Length], firsts, subscripts),
            (Shape.MatrixShape m, 2) => EntryOrLine(source, m, firsts, subscripts),
            (Shape.MatrixShape m, 1) when Slice(span).EndsWith(']') || IsRow(m, subscripts[0]) => EntryOrLine(source, m, firsts, [subscripts[0], new Syntax.WholeAxis(span)]),
            (Shape.MatrixShape, 1) => throw new Refusal(Messages.OneIndexOfMatrix(source.Text, Written(subscripts[0]), span)),
            (Shape.ScalarShape or Shape.TruthShape, _) => throw new Refusal(Messages.NotIndexable(source.Described, span)),
            _ => throw new Refusal(Messages.WrongIndexCount(source.Described, subscripts.Count, span)),
        };
    }

    /// <summary>W_12 is row 1, column 2.</summary>
    private static EquatableList<Syntax>? SplitDigits(Syntax subscript)
    {
        if (subscript is not Syntax.Number { Text.Length: 2 } number || !number.Text.All(char.IsAsciiDigit)) return null;
        return [Digit(number.Text[0], number.Span), Digit(number.Text[1], number.Span)];
    }

    private static Syntax.Number Digit(char digit, SourceSpan span) => new(digit - '0', digit.ToString(), span);

    private Expression.Entry Entry(Operand source, EquatableList<Size> sizes, EquatableList<int> firsts, EquatableList<Syntax> subscripts)
    {
        var indices = new List<Expression>();
        for (var axis = 0; axis < sizes.Count; axis++)
        {
            if (subscripts[axis] is Syntax.WholeAxis whole) throw new Refusal(Messages.StrayColon(whole.Span));
            indices.Add(BindIndexInto(source, sizes[axis], firsts[axis], subscripts[axis]));
        }

        return new Expression.Entry(source.Value, indices.ToEquatableList(), firsts.Take(sizes.Count).ToEquatableList());
    }

    private Expression EntryOrLine(Operand source, Shape.MatrixShape matrix, EquatableList<int> firsts, EquatableList<Syntax> subscripts) => (subscripts[0], subscripts[1]) switch
    {
        (Syntax.WholeAxis, Syntax.WholeAxis) => source.Value,
        (_, Syntax.WholeAxis) => new Expression.RowOf(source.Value, BindIndexInto(source, matrix.Rows, firsts[0], subscripts[0]), firsts[0], new Shape.VectorShape(matrix.Columns)),
        (Syntax.WholeAxis, _) => new Expression.ColumnOf(source.Value, BindIndexInto(source, matrix.Columns, firsts[1], subscripts[1]), firsts[1], new Shape.VectorShape(matrix.Rows)),
        _ => Entry(source, [matrix.Rows, matrix.Columns], firsts, subscripts),
    };

    private Expression BindIndex(Syntax subscript)
    {
        var index = BindScalar(subscript);
        var fits = index switch
        {
            Expression.Number => Arithmetic.WholeNumber(index) is not null,
            Expression.Reference reference => IsWhole(reference.Name),
            _ => true,
        };
        return fits ? index : throw new Refusal(Messages.IndexNotWhole(Written(subscript), subscript.Span));
    }

    private bool IsWhole(string name) =>
        vocabulary.Find(name) is not { } symbol || symbol.Kind is SymbolKind.Index or SymbolKind.Derived || symbol.Domain is Domain.Integers or Domain.Binary;

    /// <summary>Checks an index against the axis it runs along, as far as sizes by name can be compared.</summary>
    private Expression BindIndexInto(Operand source, Size size, int first, Syntax subscript)
    {
        var index = BindIndex(subscript);
        var written = Written(subscript);
        switch (index)
        {
            case Expression.BoundIndex bound:
                frame.WithIndex(bound.Name)?.Axes.Add(new Axis(size, first, source.Text));
                break;
            case Expression.Reference { Name: var name } when vocabulary.Find(name) is { Kind: SymbolKind.Index, Range: { } range } && NeverEqual(range, size):
                throw new Refusal(Messages.IndexBeyondAxis(written, range.ToString(), source.Text, size.ToString(), subscript.Span));
            default:
                if (Arithmetic.WholeNumber(index) is { } number && (number < first || (size.Name is null && number > size.Offset + first - 1)))
                {
                    throw new Refusal(Messages.IndexOutOfRange(number, source.Text, first, LastIndex(size, first), subscript.Span));
                }

                break;
        }

        return index;
    }

    /// <summary>An index in the student's words; the span of w_ij covers the word, so its indices are named from the tree.</summary>
    private string Written(Syntax subscript) => subscript switch
    {
        Syntax.Name name => name.Text,
        Syntax.Number number => number.Text,
        _ => Slice(subscript.Span),
    };

    private static bool NeverEqual(Size first, Size second) => first != second && first.Name is not null && second.Name is not null;

    private static string LastIndex(Size size, int first) => size.Name is null
        ? (size.Offset + first - 1).ToString(CultureInfo.InvariantCulture)
        : (size with { Offset = size.Offset + first - 1 }).ToString();
}
