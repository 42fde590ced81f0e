using Formulas.Analysis.Equality;
using Formulas.Expressions;
using Formulas.Text;
using Grader.Submissions;

namespace Grader.Checking;

/// <summary>A value as typed: a number, a list or rows of numbers, which may differ in length.</summary>
/// <param name="Axes">0 for a number, 1 for a list, 2 for rows.</param>
internal sealed record WrittenValue(int Axes, EquatableList<EquatableList<WrittenNumber>> Rows)
{
    public static WrittenValue Of(WrittenNumber number) => new(0, [[number]]);

    public static WrittenValue Of(IEnumerable<WrittenNumber> list) => new(1, [list.ToEquatableList()]);

    public static WrittenValue From(Answer.NumberTable table) =>
        new(2, table.Rows.Select(row => row.Entries.Select(WrittenNumber.From).ToEquatableList()).ToEquatableList());

    /// <summary>A computed value, in which no digits are written.</summary>
    public static WrittenValue Exact(Value value)
    {
        var shape = ValueShape.Of(value);
        var entries = ValueShape.Entries(value).Select(WrittenNumber.Exact).ToArray();
        return shape.Axes switch
        {
            0 => Of(entries[0]),
            1 => Of(entries),
            _ => new(2, entries.Chunk(shape.Columns).Select(row => row.ToEquatableList()).ToEquatableList()),
        };
    }

    /// <summary>The first row whose length is not that of row 1, counted from 1; null where all agree.</summary>
    public int? RaggedRow
    {
        get
        {
            for (var i = 1; i < Rows.Count; i++)
            {
                if (Rows[i].Count != Rows[0].Count) return i + 1;
            }

            return null;
        }
    }

    public ValueShape Shape => Axes switch
    {
        0 => new(0, 1, 1, false, false),
        1 => new(1, Rows[0].Count, 1, false, false),
        _ => new(2, Rows.Count, Rows[0].Count, false, false),
    };

    public EquatableList<WrittenNumber> Entries => Rows.SelectMany(row => row).ToEquatableList();

    /// <summary>A vector may be written as a list, a row or a column, a number also in brackets: only a true matrix can be lying on its side.</summary>
    public bool Fits(ValueShape wanted)
    {
        var shape = Shape;
        if (wanted.IsTruth) return false;
        var isLine = shape.Rows == 1 || shape.Columns == 1;
        var wantsLine = wanted.Rows == 1 || wanted.Columns == 1;
        return isLine && wantsLine ? shape.Rows * shape.Columns == wanted.Rows * wanted.Columns : shape.Fits(wanted);
    }

    public Value ToValue() => Axes switch
    {
        0 => new Value.Scalar(Rows[0][0].Value),
        1 => new Value.Vector(Rows[0].Select(entry => entry.Value).ToEquatableList()),
        _ => new Value.Matrix(Rows.Count, Rows[0].Count, Entries.Select(entry => entry.Value).ToEquatableList()),
    };
}
