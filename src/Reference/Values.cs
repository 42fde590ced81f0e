using Formulas.Expressions;
using Formulas.Text;
using MathNet.Numerics.LinearAlgebra;

namespace Reference;

/// <summary>Between the values of the formula language and the types of linear algebra.</summary>
public static class Values
{
    public static Value ToValue(this double number) => new Value.Scalar(number);

    public static Value ToValue(this bool holds) => new Value.Truth(holds);

    public static Value ToValue(this Vector<double> vector) => new Value.Vector(vector.ToEquatableList());

    public static Value ToValue(this Matrix<double> matrix) =>
        new Value.Matrix(matrix.RowCount, matrix.ColumnCount, matrix.ToRowMajorArray().ToEquatableList());

    public static Vector<double> ToVector(this Value.Vector vector) => Vector<double>.Build.DenseOfEnumerable(vector.Entries);

    public static Matrix<double> ToMatrix(this Value.Matrix matrix) =>
        Matrix<double>.Build.Dense(matrix.Rows, matrix.Columns, (row, column) => matrix[row, column]);

    /// <summary>A table: the value of each cell under its name.</summary>
    public static Value Table(params IEnumerable<(string Name, double Number)> cells) =>
        new Value.Named(cells.Select(cell => new NamedValue(cell.Name, cell.Number.ToValue())).ToEquatableList());
}
