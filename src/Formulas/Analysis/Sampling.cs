using Formulas.Expressions;
using Formulas.Functions;
using Formulas.Text;

namespace Formulas.Analysis;

/// <summary>
/// Draws inputs at which formulas are compared. Every value is keyed by seed, sample index and symbol name, so that it depends
/// on nothing else: not on the machine, not on the other symbols, not on the order of calls.
/// </summary>
public static class Sampling
{
    /// <summary>Sizes that nothing gives a range.</summary>
    private static readonly (int Low, int High) UsualSize = (2, 4);

    /// <inheritdoc cref="Draw(DerivedSymbols, IReadOnlyList{SizeRange}, ulong, int)"/>
    /// <exception cref="ArgumentException">A derived symbol's definition cannot be read; exercises are checked for that when they are loaded.</exception>
    public static Assignment Draw(Scope scope, IReadOnlyList<SizeRange> sizes, ulong seed, int index) => DerivedSymbols.Read(scope) switch
    {
        Reading<DerivedSymbols>.Success(var symbols, _) => Draw(symbols, sizes, seed, index),
        Reading<DerivedSymbols>.Failure(var diagnostic) => throw new ArgumentException(diagnostic.Message, nameof(scope)),
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    /// <summary>
    /// A value for every symbol and size. Samples 0 to 3 are of small whole numbers, halves and zeros, so that a counterexample
    /// among them can be followed by hand; later ones are random, now and then with zeros, ties, edges and larger numbers.
    /// Sizes differ from each other wherever their ranges allow, but for every eighth sample.
    /// </summary>
    public static Assignment Draw(DerivedSymbols symbols, IReadOnlyList<SizeRange> sizes, ulong seed, int index)
    {
        var scope = symbols.Scope;
        var counts = DrawSizes(scope, sizes, seed, index);
        var values = new Dictionary<string, Value>(StringComparer.Ordinal);
        foreach (var symbol in scope.Symbols)
        {
            if (symbol.Kind == SymbolKind.Derived) continue;
            values[symbol.Name] = DrawSymbol(symbol, counts, new(seed, index, symbol.Name), index);
        }

        return symbols.Derive(values, counts);
    }

    private static Dictionary<string, int> DrawSizes(Scope scope, IReadOnlyList<SizeRange> sizes, ulong seed, int index)
    {
        var result = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var range in sizes) Add(range.Name, range.Low, range.High);
        foreach (var name in scope.Sizes) Add(name, UsualSize.Low, UsualSize.High);
        foreach (var symbol in scope.Symbols)
        {
            foreach (var size in SizesOf(symbol))
            {
                // The range of a size that only stands with an offset leaves at least one entry.
                if (size.Name is { } name) Add(name, UsualSize.Low, UsualSize.High);
            }
        }

        return result;

        void Add(string name, int low, int high)
        {
            if (result.ContainsKey(name)) return;
            var random = new SeededRandom(seed, index, name);
            var free = index % 8 == 7 ? [] : Enumerable.Range(low, high - low + 1).Where(size => !result.ContainsValue(size)).ToList();
            result[name] = free.Count > 0 ? free[random.Next(0, free.Count - 1)] : random.Next(low, high);
        }
    }

    private static IEnumerable<Size> SizesOf(Symbol symbol)
    {
        if (symbol.Range is { } range) yield return range;
        switch (symbol.Shape)
        {
            case Shape.VectorShape(var length):
                yield return length;
                break;
            case Shape.RowShape(var length):
                yield return length;
                break;
            case Shape.MatrixShape(var rows, var columns):
                yield return rows;
                yield return columns;
                break;
            default:
                break;
        }
    }

    private static Value DrawSymbol(Symbol symbol, Dictionary<string, int> sizes, SeededRandom random, int index)
    {
        switch (symbol.Kind)
        {
            case SymbolKind.Index:
                var count = symbol.Range is { } range ? Count(range) : UsualSize.Low;
                return new Value.Scalar(symbol.FirstIndex(0) + random.Next(0, count - 1));
            case SymbolKind.ScalarFunction:
                return new Value.ScalarFunction(Smooth(symbol.Name, index));
            case SymbolKind.VectorMap:
                var (rows, columns) = symbol.Shape switch
                {
                    Shape.MatrixShape matrix => (Count(matrix.Rows), Count(matrix.Columns)),
                    Shape.VectorShape vector => (Count(vector.Length), Count(vector.Length)),
                    _ => (UsualSize.Low, UsualSize.Low),
                };
                return DrawMap(rows, columns, Smooth(symbol.Name, index), random);
            case SymbolKind.Variable:
                var numbers = new NumberSampler(symbol.Domain, random, index);
                return symbol.Shape switch
                {
                    Shape.ScalarShape => new Value.Scalar(numbers.Entries(1)[0]),
                    Shape.TruthShape => new Value.Truth(random.OneIn(2)),
                    Shape.VectorShape vector => new Value.Vector(numbers.Vector(Count(vector.Length)).ToEquatableList()),
                    Shape.RowShape row => new Value.Vector(numbers.Vector(Count(row.Length)).ToEquatableList()),
                    Shape.MatrixShape matrix => numbers.Matrix(Count(matrix.Rows), Count(matrix.Columns)),
                    _ => throw new System.Diagnostics.UnreachableException(),
                };
            default:
                throw new System.Diagnostics.UnreachableException();
        }

        int Count(Size size) => Math.Max(0, size.Offset + (size.Name is null ? 0 : sizes[size.Name]));
    }

    /// <summary>The functions in turn, starting from another one for each name: four samples meet them all.</summary>
    private static string Smooth(string name, int index)
    {
        var start = new SeededRandom(0, 0, name).Next(0, GenericFunctions.Smooth.Count - 1);
        return GenericFunctions.Smooth[(start + index) % GenericFunctions.Smooth.Count];
    }

    /// <summary>Every output depends on every input, so that nothing about the map is entry by entry.</summary>
    private static Value.VectorMap DrawMap(int rows, int columns, string g, SeededRandom random)
    {
        var entries = new double[rows * columns];
        for (var k = 0; k < entries.Length; k++) entries[k] = random.Next(1, 6) * 0.25 * (random.OneIn(2) ? 1 : -1);
        var offset = new double[rows];
        for (var k = 0; k < rows; k++) offset[k] = random.Next(-4, 4) * 0.25;
        return new(new(rows, columns, entries.ToEquatableList()), new(offset.ToEquatableList()), g);
    }
}
