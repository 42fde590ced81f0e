using System.Collections;
using System.Runtime.CompilerServices;
using Protocol;

namespace Sandbox;

/// <summary>What a student's method returned, as a datum. Nothing is refused here: a wrong type is named.</summary>
internal static class ResultConversion
{
    private const int MostCells = 1000;

    /// <param name="tupleNames">Of the outermost tuple's items; nothing where it has none.</param>
    public static Datum Convert(object? value, IReadOnlyList<string> tupleNames)
    {
        var room = Caps.Numbers + 1;
        return Convert(value, tupleNames, depth: 0, ref room);
    }

    public static Datum.Other TooLarge(object value, long count) => new(TypeNames.Of(value.GetType()), $"with {count} entries, more than the {Caps.Numbers} that are read");

    /// <param name="room">How many more numbers the whole result may hold: a few cells that hold each other many times have no end otherwise.</param>
    private static Datum Convert(object? value, IReadOnlyList<string> tupleNames, int depth, ref int room)
    {
        var datum = Read(value, tupleNames, depth, ref room);
        room -= datum switch
        {
            Datum.Vector vector => vector.Entries.Count + 1,
            Datum.Matrix matrix => matrix.Entries.Count + 1,
            Datum.Rows rows => CountOf(rows) + 1,
            Datum.Text text => (Math.Min(text.Value.Length, Caps.TextCharacters) / sizeof(double)) + 1,
            Datum.Cells cells => cells.Items.Sum(cell => Math.Min(cell.Name.Length, Caps.TextCharacters) / sizeof(double)) + 1,
            _ => 1,
        };
        return room >= 0 ? datum : new Datum.Other(TypeNames.Of(value!.GetType()), $"with more than the {Caps.Numbers} entries that are read");
    }

    private static Datum Read(object? value, IReadOnlyList<string> tupleNames, int depth, ref int room) => value switch
    {
        null => new Datum.Null(),
        double number => new Datum.Number(number),
        float number => new Datum.Number(number),
        decimal number => new Datum.Number((double)number),
        int number => new Datum.Integer(number),
        long number => new Datum.Integer(number),
        short or ushort or byte or sbyte or uint => new Datum.Integer(System.Convert.ToInt64(value, null)),
        bool truth => new Datum.Truth(truth),
        string text => new Datum.Text(text),
        double[] entries => OfEntries(entries),
        double[,] table => OfTable(table),
        double[][] rows => OfRows(rows),
        ITuple { Length: >= 0 and <= MostCells and var length } tuple when depth < Caps.Depth => OfTuple(tuple, length, tupleNames, depth, ref room),
        IDictionary dictionary when depth < Caps.Depth => OfDictionary(dictionary, depth, ref room),
        _ when MathNetValues.AreOf(value.GetType()) && MathNetValues.TryDatum(value) is { } datum => datum,
        Array array => new Datum.Other(TypeNames.Of(value.GetType()), BoundsOf(array)),
        _ => new Datum.Other(TypeNames.Of(value.GetType()), ""),
    };

    private static int CountOf(Datum.Rows rows)
    {
        var count = rows.Items.Count;
        foreach (var row in rows.Items.AsSpan()) count += row?.Count ?? 0;
        return count;
    }

    private static Datum OfEntries(double[] entries) =>
        entries.Length > Caps.Numbers ? TooLarge(entries, entries.Length) : new Datum.Vector(Sequence.Of<double>(entries));

    private static Datum OfTable(double[,] table)
    {
        if (table.LongLength > Caps.Numbers) return TooLarge(table, table.LongLength);
        return BoundsOf(table) is { Length: > 0 } bounds ? new Datum.Other(TypeNames.Of(table.GetType()), bounds) : Tables.Datum(table);
    }

    private static Datum OfRows(double[][] rows)
    {
        var count = Tables.CountOf(rows);
        return count > Caps.Items ? TooLarge(rows, count) : Tables.Datum(rows);
    }

    private static Datum.Cells OfTuple(ITuple tuple, int length, IReadOnlyList<string> names, int depth, ref int room)
    {
        var cells = new List<Cell>();
        for (var index = 0; index < length && room > 0; index++)
            cells.Add(new Cell(index < names.Count && names[index].Length > 0 ? names[index] : $"Item{index + 1}", Convert(tuple[index], [], depth + 1, ref room)));
        return new Datum.Cells(Sequence.From(cells));
    }

    private static Datum OfDictionary(IDictionary dictionary, int depth, ref int room)
    {
        var cells = new List<Cell>();
        foreach (DictionaryEntry entry in dictionary)
        {
            if (entry.Key is not string name) return new Datum.Other(TypeNames.Of(dictionary.GetType()), "whose keys are no text");
            if (cells.Count == MostCells) return TooLarge(dictionary, dictionary.Count);
            if (room <= 0) break;
            cells.Add(new Cell(name, Convert(entry.Value, [], depth + 1, ref room)));
        }

        return new Datum.Cells(Sequence.From(cells));
    }

    private static string BoundsOf(Array array)
    {
        var lower = Enumerable.Range(0, array.Rank).Select(array.GetLowerBound).ToArray();
        return lower.Any(bound => bound != 0) ? $"with indices that start at {string.Join(" and ", lower)}" : "";
    }
}
