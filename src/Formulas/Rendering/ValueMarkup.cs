using System.Diagnostics;
using Formulas.Expressions;

namespace Formulas.Rendering;

/// <summary>One value written as MathML. A vector is a column; it is printed as the transpose of a row, to save lines.</summary>
internal sealed class ValueMarkup(MarkupWriter writer)
{
    public void Write(Value value)
    {
        switch (value)
        {
            case Value.Scalar scalar: NumberMarkup.Write(writer, scalar.Number); break;
            case Value.Truth truth: writer.Text(truth.Holds ? "true" : "false"); break;
            case Value.Vector vector: WriteVector(vector.Entries); break;
            case Value.Matrix matrix: WriteMatrix(matrix); break;
            case Value.ScalarFunction function: writer.Identifier(function.Name, MarkupWriter.Upright); break;
            case Value.VectorMap map: WriteMap(map); break;
            case Value.Named named: WriteNamed(named); break;
            default: throw new UnreachableException();
        }
    }

    private void WriteVector(IReadOnlyList<double> entries) => writer.Superscript(
        () => writer.Fenced("[", () => writer.Table([entries.Select(Cell)]), "]"),
        () => writer.Operator("⊤"));

    private void WriteMatrix(Value.Matrix matrix) => writer.Fenced(
        "[",
        () => writer.Table(Enumerable.Range(0, matrix.Rows)
            .Select(row => Enumerable.Range(0, matrix.Columns).Select(column => Cell(matrix[row, column])))),
        "]");

    private Action Cell(double number) => () => NumberMarkup.Write(writer, number);

    private void WriteMap(Value.VectorMap map)
    {
        writer.Identifier("z", MarkupWriter.Bold);
        writer.Operator("↦");
        writer.Identifier(map.G, MarkupWriter.Upright);
        writer.InvisibleOperator(MarkupWriter.ApplyFunction);
        writer.Fenced("(", () =>
        {
            if (map.A is not null) WriteMatrix(map.A);
            writer.Identifier("z", MarkupWriter.Bold);
            if (map.C is null) return;
            writer.Operator("+");
            WriteVector(map.C.Entries);
        }, ")");
    }

    private void WriteNamed(Value.Named named) => writer.Table(
        named.Items.Select(item => (IEnumerable<Action>)
        [
            () => writer.Text(item.Name),
            () => writer.Operator("="),
            () => Write(item.Value),
        ]),
        " columnalign=\"right center left\"");
}
