using System.Diagnostics;
using Formulas.Expressions;
using Formulas.Text;

namespace Formulas.Analysis.Equality;

/// <summary>
/// The points at which two formulas are held against each other. Declared symbols are drawn from their domains; names of an open
/// scope are real numbers of either sign, mostly from 1/100 to 100 in size, now and then to 10,000, with few binary digits, so that much arithmetic is exact.
/// </summary>
internal sealed class Points
{
    /// <summary>The first points are of small whole numbers and halves.</summary>
    public const int SimpleCount = 4;

    /// <summary>From this point on numbers may be larger: the reference had a value at few of the points before.</summary>
    private const int FarFrom = 64;

    /// <summary>Random numbers are multiples of one in this.</summary>
    private const double Grain = 4096;

    /// <summary>The largest size of numbers that are neither large nor small.</summary>
    private const double Moderate = 4;

    /// <summary>Small numbers, from 1/10,000 to 1/10, are multiples of one in this.</summary>
    private const double FineGrain = 1 << 24;

    private static readonly double[] Distinct = [2, 3, 1, 4, 5, 7, 6, 8, 9];

    /// <summary>The signs of three names that are not all the same.</summary>
    private static readonly string[] Mixed = ["-+-", "+-+", "--+", "-++", "+--", "++-"];

    private static readonly Dictionary<string, int> NoSizes = [];

    private readonly Scope scope;
    private readonly DerivedSymbols? declared;
    private readonly IReadOnlyList<SizeRange> sizes;
    private readonly List<string> free;
    private readonly ulong seed;

    /// <exception cref="ArgumentException">A derived symbol's definition cannot be read.</exception>
    public Points(Expression answer, Expression reference, Scope scope, IReadOnlyList<SizeRange> sizes, ulong seed)
    {
        this.scope = scope;
        this.sizes = sizes;
        this.seed = seed;
        free = FreeNames(answer, reference, scope);
        if (scope.Symbols.Count == 0 && scope.Sizes.Count == 0) return;
        declared = DerivedSymbols.Read(scope) switch
        {
            Reading<DerivedSymbols>.Success(var symbols, _) => symbols,
            Reading<DerivedSymbols>.Failure(var diagnostic) => throw new ArgumentException(diagnostic.Message, nameof(scope)),
            _ => throw new UnreachableException(),
        };
    }

    /// <summary>Whether all points are the same one.</summary>
    public bool IsSingle => free.Count == 0 && declared is null;

    /// <summary>
    /// Whether a point is a random one: what happens there happens around it. Simple points, edges, zeros and ties meet
    /// isolated places, such as the hole of (x^2 - 1)/(x + 1), more often than chance would.
    /// </summary>
    public static bool IsGeneric(int index) => index >= SimpleCount && index % 8 is not (5 or 7);

    /// <summary>Whether a point is of small numbers, where functions such as tanh have not yet reached their limits.</summary>
    public static bool IsSmall(int index) => index >= SimpleCount && index % 16 == 1;

    /// <summary>Whether all numbers are so small that few formulas lose their digits to them, or grow out of reach.</summary>
    public static bool IsModerate(Assignment point) => point.Values.Values
        .Where(value => value is Value.Scalar or Value.Vector or Value.Matrix)
        .All(value => Array.TrueForAll(ValueShape.Entries(value), number => Math.Abs(number) <= Moderate));

    public Assignment Draw(int index)
    {
        var values = new Dictionary<string, Value>(free.Count, StringComparer.Ordinal);
        if (declared is not null)
        {
            var drawn = Sampling.Draw(declared, sizes, seed, index);
            if (free.Count == 0) return drawn;
            foreach (var (name, value) in drawn.Values) values[name] = value;
            AddFree(values, index);
            return drawn with { Values = values };
        }

        AddFree(values, index);
        return new(values, NoSizes);
    }

    /// <summary>The inputs with derived symbols put in; null where one of them has no value.</summary>
    public Assignment? Complete(Assignment inputs)
    {
        if (declared is null || !declared.Scope.Symbols.Any(symbol => symbol.Kind == SymbolKind.Derived)) return inputs;
        var given = inputs.Values.Where(pair => !free.Contains(pair.Key)).ToDictionary(StringComparer.Ordinal);
        if (declared.Complete(new(given, inputs.Sizes)) is not Reading<Assignment>.Success { Value: var completed }) return null;
        var values = new Dictionary<string, Value>(completed.Values, StringComparer.Ordinal);
        foreach (var name in free) values[name] = inputs.Values[name];
        return completed with { Values = values };
    }

    /// <summary>Points to start from in a search for simple ones: with sizes of two or three where they may be chosen, then a given one.</summary>
    public IEnumerable<Assignment> Small(Assignment point)
    {
        if (declared is not null && point.Sizes.Count > 0)
        {
            var small = point.Sizes.Keys.Select(name => sizes.FirstOrDefault(range => range.Name == name) ?? new(name, 2, 3))
                .Select(range => range with { High = Math.Min(range.High, Math.Max(range.Low, 3)) }).ToList();
            var drawn = Sampling.Draw(declared, small, seed, 0);
            var values = new Dictionary<string, Value>(drawn.Values, StringComparer.Ordinal);
            foreach (var name in free) values[name] = point.Values[name];
            yield return drawn with { Values = values };
        }

        yield return point;
    }

    /// <param name="formula">A scalar formula that is 0 on the boundary.</param>
    public Boundary Boundary(Expression formula) => new(formula, scope, Complete);

    /// <inheritdoc cref="Neighbourhood.Changed"/>
    public Assignment? Changed(Assignment point, Func<double, int, Domain.Interval, double?> change) => Neighbourhood.Changed(point, scope, Complete, change);

    /// <inheritdoc cref="Neighbourhood.Near"/>
    public Assignment? Near(Assignment point, int index) => Neighbourhood.Near(point, scope, Complete, seed, index);

    private void AddFree(Dictionary<string, Value> values, int index)
    {
        var shared = Number(new(seed, index, ""), index, 0);
        for (var place = 0; place < free.Count; place++)
        {
            var random = new SeededRandom(seed, index, free[place]);
            var number = index switch
            {
                0 => Distinct[place % Distinct.Length],
                3 when random.OneIn(2) => shared,
                > 3 when index % 8 == 7 && random.OneIn(2) => shared,
                _ => Number(random, index, place),
            };
            values[free[place]] = new Value.Scalar(number);
        }
    }

    /// <param name="place">Which of the free names the number is for.</param>
    private static double Number(SeededRandom random, int index, int place) => Number(random, index, place, index < FarFrom ? 100 : 10_000);

    /// <param name="reach">The largest size.</param>
    private static double Number(SeededRandom random, int index, int place, double reach) => index switch
    {
        0 or 1 => random.Next(1, 5) * Sign(random, index, place),
        2 => random.Next(-3, 3),
        3 => random.Next(-5, 5) * 0.5,
        _ => (index % 8) switch
        {
            0 => Wide(random, reach) * (index % 16 == 0 ? -1 : 1),
            1 when IsSmall(index) => Math.Ceiling(Math.Exp(-random.NextUnit() * Math.Log(1000)) * 0.1 * FineGrain) / FineGrain,
            1 => Rounded(0.02 + (0.96 * random.NextUnit())),
            2 => Rounded(0.3 + (2 * random.NextUnit())) * Sign(random, index, place),
            3 => Rounded(100 * Math.Exp(random.NextUnit() * Math.Log(100))) * (index % 16 == 3 ? Sign(random) : 1),
            4 => Rounded(0.25 + (2 * random.NextUnit())) * (index % 16 == 12 ? -1 : 1),
            5 when random.OneIn(2) => 0,
            _ => Wide(random, reach) * Sign(random, index, place),
        },
    };

    /// <summary>As often small as large.</summary>
    private static double Wide(SeededRandom random, double reach) => Rounded(0.01 * Math.Exp(random.NextUnit() * Math.Log(100 * reach)));

    private static double Rounded(double number) => Math.Ceiling(number * Grain) / Grain;

    /// <summary>Each mix of signs of the first three names in turn: chance may leave one out, and with it a branch such as sqrt(x^2) = -x.</summary>
    private static double Sign(SeededRandom random, int index, int place)
    {
        if (place > 2 || (index != 1 && index % 4 != 2)) return Sign(random);
        return Mixed[index / 4 % Mixed.Length][place] == '+' ? 1 : -1;
    }

    private static double Sign(SeededRandom random) => random.OneIn(2) ? 1 : -1;

    /// <summary>Undeclared, or declared as any real number.</summary>
    private static bool IsFree(Symbol? symbol, bool isOpen) => symbol is null
        || (isOpen && symbol is { Kind: SymbolKind.Variable, Shape: Shape.ScalarShape, Domain: Domain.Interval { Low: null, High: null } });

    private static List<string> FreeNames(Expression answer, Expression reference, Scope scope)
    {
        var names = new SortedSet<string>(StringComparer.Ordinal);
        Add(answer);
        Add(reference);
        return [.. names];

        void Add(Expression formula)
        {
            foreach (var node in Subexpressions.All(formula))
            {
                if (node is Expression.Reference { Name: var name } && IsFree(scope.Find(name), scope.Open)) names.Add(name);
            }
        }
    }
}
