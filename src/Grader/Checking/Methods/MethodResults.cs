using Formulas.Expressions;
using Formulas.Text;
using Protocol;

namespace Grader.Checking.Methods;

/// <summary>What a method returned, as a value of the kind that its part asks for. Nothing that comes back is trusted to be well formed.</summary>
internal static class MethodResults
{
    // A result is kept for each of a hundred inputs or more, and shown to a person.
    private const int MostNumbers = 10_000;

    public static MethodOutcome Read(Datum returned, WantedResult wanted, EquatableList<string> changed)
    {
        if (Size(returned) > MostNumbers) return new MethodOutcome.Unusable(MethodMessages.TooManyNumbers(MostNumbers));
        try
        {
            return new MethodOutcome.Returned(wanted switch
            {
                WantedResult.Truth => Truth(returned),
                WantedResult.Array array => Array(returned, array.Shape),
                WantedResult.Cells cells => Cells(returned, cells.Names),
                WantedResult.Fitted => Fitted(returned),
                _ => throw new System.Diagnostics.UnreachableException(),
            }, changed);
        }
        catch (UnusableResultException unusable)
        {
            return new MethodOutcome.Unusable(unusable.Reason);
        }
    }

    /// <summary>How many numbers it holds; names count by their letters.</summary>
    private static long Size(Datum returned) => returned switch
    {
        Datum.Vector vector => vector.Entries.Count,
        Datum.Matrix matrix => matrix.Entries.Count,
        Datum.Rows rows => rows.Items.Sum(row => 1L + (row?.Count ?? 0)),
        Datum.Cells cells => cells.Items.Sum(cell => 1 + (cell.Name.Length / sizeof(double)) + Size(cell.Value)),
        _ => 1,
    };

    private static Value Truth(Datum returned) => returned switch
    {
        Datum.Truth truth => new Value.Truth(truth.Value),
        Datum.Integer { Value: 0 or 1 } bit => new Value.Truth(bit.Value == 1),
        Datum.Number { Value: 0 or 1 } bit => new Value.Truth(bit.Value == 1),
        _ => throw Unusable(returned, "a bool"),
    };

    private static Value Array(Datum returned, Shape shape) => returned switch
    {
        Datum.Number or Datum.Integer or Datum.Vector or Datum.Matrix or Datum.Rows => Numbers(returned),
        // A tuple of as many numbers as are asked for is as good as an array of them.
        Datum.Cells cells when shape is Shape.VectorShape && cells.Items.All(cell => cell.Value is Datum.Number or Datum.Integer) =>
            new Value.Vector(cells.Items.Select(cell => Number(cell.Value)).ToEquatableList()),
        _ => throw Unusable(returned, InWords(shape)),
    };

    private static Value.Named Cells(Datum returned, EquatableList<string> names)
    {
        if (returned is not Datum.Cells cells) throw Unusable(returned, $"a dictionary or a tuple with the cells {string.Join(", ", names)}");
        return new(cells.Items.Select(cell => new NamedValue(
            cell.Name,
            cell.Value is Datum.Number or Datum.Integer ? Numbers(cell.Value) : throw Unusable(cell.Value, $"a number for the cell {cell.Name}"))).ToEquatableList());
    }

    private static Value Fitted(Datum returned) => returned is Datum.Cells cells
        ? new Value.Named(cells.Items.Select(cell => new NamedValue(cell.Name, Numbers(cell.Value))).ToEquatableList())
        : Numbers(returned);

    private static Value Numbers(Datum returned) => returned switch
    {
        Datum.Number or Datum.Integer => new Value.Scalar(Number(returned)),
        Datum.Vector vector => new Value.Vector(vector.Entries.ToEquatableList()),
        Datum.Matrix matrix => new Value.Matrix(matrix.RowCount, matrix.ColumnCount, matrix.Entries.ToEquatableList()),
        Datum.Rows rows => OfRows(rows),
        _ => throw Unusable(returned, "numbers"),
    };

    private static double Number(Datum datum) => datum switch
    {
        Datum.Number number => number.Value,
        Datum.Integer integer => integer.Value,
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    private static Value.Matrix OfRows(Datum.Rows rows)
    {
        for (var i = 0; i < rows.Items.Count; i++)
        {
            if (rows.Items[i] is not { } row) throw new UnusableResultException(MethodMessages.NullRow(i + 1));
            if (row.Count != rows.Items[0]!.Count) throw new UnusableResultException(MethodMessages.RaggedRows(i + 1, rows.Items[0]!.Count, row.Count));
        }

        return new(rows.Items.Count, rows.Items.Count == 0 ? 0 : rows.Items[0]!.Count, rows.Items.SelectMany(row => row!).ToEquatableList());
    }

    private static UnusableResultException Unusable(Datum returned, string wanted) => new(returned switch
    {
        Datum.Null => MethodMessages.NullResult(wanted),
        Datum.Other other => MethodMessages.WrongResultType(other.Detail.Length == 0 ? other.TypeName : $"{other.TypeName} {other.Detail}", wanted),
        Datum.Number => MethodMessages.WrongResultType("a number", wanted),
        Datum.Integer => MethodMessages.WrongResultType("a whole number", wanted),
        Datum.Truth => MethodMessages.WrongResultType("a bool", wanted),
        Datum.Text => MethodMessages.WrongResultType("a text", wanted),
        Datum.Cells => MethodMessages.WrongResultType("a dictionary or a tuple", wanted),
        _ => MethodMessages.WrongResultType("an array", wanted),
    });

    private static string InWords(Shape shape) => shape switch
    {
        Shape.VectorShape or Shape.RowShape => "a double[]",
        Shape.MatrixShape => "a double[,]",
        _ => "a double",
    };

    /// <summary>Carries the reason out of the nested reading; never leaves this class.</summary>
    private sealed class UnusableResultException(Feedback reason) : Exception(reason.Message)
    {
        public Feedback Reason { get; } = reason;
    }
}
