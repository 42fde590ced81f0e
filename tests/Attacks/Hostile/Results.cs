// Results that no part asks for, or that fight back when they are read.
public static unsafe class Results
{
    public static double NotANumber() => BitConverter.Int64BitsToDouble(0x7FF8_DEAD_BEEF_0001);

    public static double Infinite() => double.NegativeInfinity;

    public static double NegativeZero() => -0.0;

    public static double[]? Nothing() => null;

    public static void NoResult() { }

    public static double[]?[] NullRows() => [[1, 2], null, [3]];

    public static double[] Empty() => [];

    public static double[,] EmptyTable() => new double[0, 5];

    public static Array OtherBounds() => Array.CreateInstance(typeof(double), [2, 2], [1, 1]);

    public static Array VectorFromOne()
    {
        return Array.CreateInstance(typeof(double), [3], [1]);
    }

    public static string WrongType() => "one";

    public static object BoxedEnum() => DayOfWeek.Friday;

    public static object OwnType() => new Nasty();

    public static int* Pointer() => (int*)0x1234;

    public static ref double Reference() => ref Slot;

    public static ref double NullReference() => ref Unsafe.NullRef<double>();

    public static Span<double> OnTheStack() => new double[3];

    public static Task<double> Later() => new TaskCompletionSource<double>().Task;

    public static IEnumerable<double> Lazily() { for (; ; ) yield return 1; }

    public static dynamic AnyValue() => 7.0;

    public static double[] SeventyMegabytes() => new double[9_000_000];

    public static double[,] FourHundredMegabytes() => new double[5_000, 10_000];

    public static double[][] ManyEmptyRows() => Enumerable.Repeat(Array.Empty<double>(), 1_000_000).ToArray();

    // Every row is the same one: little memory, and a large reply.
    public static double[][] OneRowManyTimes() => Enumerable.Repeat(new double[100_000], 10_000).ToArray();

    public static string LongText() => new('x', 50_000_000);

    public static string HalfACharacter() => "\ud800\u202e\u001b[31m\0";

    public static Dictionary<string, object> DeepCells()
    {
        var cells = new Dictionary<string, object>();
        for (var depth = 0; depth < 100_000; depth++) cells = new() { ["inner"] = cells };
        return cells;
    }

    public static Dictionary<string, object> CellsOfThemselves()
    {
        var cells = new Dictionary<string, object>();
        cells["self"] = cells;
        return cells;
    }

    // Each level holds the next one many times: few objects, and a reply without end.
    public static Dictionary<string, object> CellsUponCells()
    {
        object cells = 1.0;
        for (var depth = 0; depth < 5; depth++)
        {
            var inner = cells;
            cells = Enumerable.Range(0, 900).ToDictionary(index => $"c{index}", _ => inner);
        }

        return (Dictionary<string, object>)cells;
    }

    public static Dictionary<string, double[]> OneVectorInEveryCell()
    {
        var vector = new double[1_000_000];
        return Enumerable.Range(0, 900).ToDictionary(index => $"c{index}", _ => vector);
    }

    public static Dictionary<string, double> ManyCells() => Enumerable.Range(0, 1_000_000).ToDictionary(index => $"c{index}", index => (double)index);

    public static Dictionary<string, double> LongNames() => Enumerable.Range(0, 900).ToDictionary(index => new string((char)('a' + (index % 26)), 100_000) + index, index => (double)index);

    public static Dictionary<double, double> KeysAreNumbers() => new() { [1] = 1 };

    public static IDictionary EndlessDictionary() => new Endless();

    public static IDictionary HangingDictionary() => new Endless { Hangs = true };

    public static object FightingTuple() => new FightingPair();

    public static object EndlessTuple() => new LongPair();

    public static object MillionTuple() => new MillionPair();

    public static (double, (double, (double, (double, (double, (double, (double, double))))))) DeepTuple() => default;

    public static object NestedGenerics()
    {
        var type = typeof(List<int>);
        for (var depth = 0; depth < 200; depth++) type = typeof(List<>).MakeGenericType(type);
        return Activator.CreateInstance(type)!;
    }

    public static object ArrayOfManyRanks() => Array.CreateInstance(typeof(double), Enumerable.Repeat(1, 32).ToArray());

    private static double Slot = 7;

    private sealed class Nasty
    {
        public override string ToString() => throw new InvalidOperationException();

        public override bool Equals(object? obj) { for (; ; ) { } }

        public override int GetHashCode() => throw new InvalidOperationException();
    }

    private sealed class FightingPair : ITuple
    {
        public int Length => 2;

        public object? this[int index] => throw new InvalidOperationException("not for you");
    }

    private sealed class LongPair : ITuple
    {
        public int Length => int.MaxValue;

        public object? this[int index] => this;
    }

    private sealed class MillionPair : ITuple
    {
        public int Length => 1_000_000;

        public object? this[int index] => 1.0;
    }

    private sealed class Endless : IDictionary, IDictionaryEnumerator
    {
        public bool Hangs { get; init; }

        public object? this[object key] { get => 1.0; set { } }

        public ICollection Keys => throw new InvalidOperationException();

        public ICollection Values => throw new InvalidOperationException();

        public bool IsReadOnly => true;

        public bool IsFixedSize => true;

        public int Count => throw new InvalidOperationException("not for you");

        public object SyncRoot => this;

        public bool IsSynchronized => false;

        public object Current => Entry;

        public DictionaryEntry Entry => new("again", 1.0);

        public object Key => "again";

        public object Value => 1.0;

        public void Add(object key, object? value) { }

        public void Clear() { }

        public bool Contains(object key) => true;

        public IDictionaryEnumerator GetEnumerator() => this;

        public bool MoveNext()
        {
            while (Hangs) { }
            return true;
        }

        public void Reset() { }

        public void Remove(object key) { }

        public void CopyTo(Array array, int index) { }

        IEnumerator IEnumerable.GetEnumerator() => this;
    }
}
