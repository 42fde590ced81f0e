using System.Diagnostics;

namespace Protocol;

/// <summary>A datum as bytes, and back.</summary>
internal static class DatumWire
{
    private const byte NullTag = 0;
    private const byte NumberTag = 1;
    private const byte IntegerTag = 2;
    private const byte TruthTag = 3;
    private const byte TextTag = 4;
    private const byte VectorTag = 5;
    private const byte MatrixTag = 6;
    private const byte RowsTag = 7;
    private const byte CellsTag = 8;
    private const byte ScalarFunctionTag = 9;
    private const byte VectorMapTag = 10;
    private const byte OtherTag = 11;

    public static void Write(FrameWriter writer, Datum datum)
    {
        writer.Byte(TagOf(datum));
        switch (datum)
        {
            case Datum.Null:
                break;
            case Datum.Number number:
                writer.Number(number.Value);
                break;
            case Datum.Integer integer:
                writer.Long(integer.Value);
                break;
            case Datum.Truth truth:
                writer.Truth(truth.Value);
                break;
            case Datum.Text text:
                writer.Text(text.Value);
                break;
            case Datum.Vector vector:
                writer.Numbers(vector.Entries.AsSpan());
                break;
            case Datum.Matrix matrix:
                WriteMatrix(writer, matrix);
                break;
            case Datum.Rows rows:
                writer.List(rows.Items, row => WriteOptional(writer, row, entries => writer.Numbers(entries.AsSpan())));
                break;
            case Datum.Cells cells:
                writer.List(cells.Items, cell =>
                {
                    writer.Text(cell.Name);
                    Write(writer, cell.Value);
                });
                break;
            case Datum.ScalarFunction function:
                writer.Byte((byte)function.Name);
                writer.Byte((byte)function.DerivativeOrder);
                break;
            case Datum.VectorMap map:
                WriteOptional(writer, map.A, matrix => WriteMatrix(writer, matrix));
                WriteOptional(writer, map.C, entries => writer.Numbers(entries.AsSpan()));
                writer.Byte((byte)map.G);
                writer.Truth(map.Jacobian);
                break;
            case Datum.Other other:
                writer.Text(other.TypeName);
                writer.Text(other.Detail);
                break;
            default:
                throw new UnreachableException();
        }
    }

    public static Datum Read(ref FrameReader reader) => Read(ref reader, depth: 0);

    private static Datum Read(ref FrameReader reader, int depth)
    {
        // Forged cells within cells would overflow the stack of the grader.
        if (depth > Caps.Depth) throw new MalformedFrameException("Cells stand too deep within each other.");
        return reader.Byte() switch
        {
            NullTag => new Datum.Null(),
            NumberTag => new Datum.Number(reader.Number()),
            IntegerTag => new Datum.Integer(reader.Long()),
            TruthTag => new Datum.Truth(reader.Truth()),
            TextTag => new Datum.Text(reader.Text()),
            VectorTag => new Datum.Vector(reader.Numbers()),
            MatrixTag => ReadMatrix(ref reader),
            RowsTag => new Datum.Rows(reader.List((ref FrameReader row) => row.Truth() ? row.Numbers() : null)),
            CellsTag => new Datum.Cells(reader.List((ref FrameReader cell) => new Cell(cell.Text(), Read(ref cell, depth + 1)))),
            ScalarFunctionTag => new Datum.ScalarFunction(reader.Choice<ActivationName>(), reader.Byte()),
            VectorMapTag => new Datum.VectorMap(
                reader.Truth() ? ReadMatrix(ref reader) : null,
                reader.Truth() ? reader.Numbers() : null,
                reader.Choice<ActivationName>(),
                reader.Truth()),
            OtherTag => new Datum.Other(reader.Text(), reader.Text()),
            var tag => throw new MalformedFrameException($"There is no kind of datum with the tag {tag}."),
        };
    }

    private static byte TagOf(Datum datum) => datum switch
    {
        Datum.Null => NullTag,
        Datum.Number => NumberTag,
        Datum.Integer => IntegerTag,
        Datum.Truth => TruthTag,
        Datum.Text => TextTag,
        Datum.Vector => VectorTag,
        Datum.Matrix => MatrixTag,
        Datum.Rows => RowsTag,
        Datum.Cells => CellsTag,
        Datum.ScalarFunction => ScalarFunctionTag,
        Datum.VectorMap => VectorMapTag,
        Datum.Other => OtherTag,
        _ => throw new UnreachableException(),
    };

    private static void WriteMatrix(FrameWriter writer, Datum.Matrix matrix)
    {
        writer.Integer(matrix.RowCount);
        writer.Integer(matrix.ColumnCount);
        writer.Numbers(matrix.Entries.AsSpan());
    }

    private static Datum.Matrix ReadMatrix(ref FrameReader reader)
    {
        var (rows, columns, entries) = (reader.Integer(), reader.Integer(), reader.Numbers());
        if (rows < 0 || columns < 0 || (long)rows * columns != entries.Count)
            throw new MalformedFrameException($"{entries.Count} entries make no {rows} x {columns} matrix.");
        return new Datum.Matrix(rows, columns, entries);
    }

    private static void WriteOptional<T>(FrameWriter writer, T? value, Action<T> write)
        where T : class
    {
        writer.Truth(value is not null);
        if (value is not null) write(value);
    }
}
