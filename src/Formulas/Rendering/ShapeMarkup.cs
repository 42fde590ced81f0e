using System.Diagnostics;
using Formulas.Expressions;

namespace Formulas.Rendering;

/// <summary>Shapes as the sets of their values.</summary>
internal sealed class ShapeMarkup(MarkupWriter writer)
{
    private readonly NameMarkup names = new(writer, null);

    public void Write(Shape shape)
    {
        switch (shape)
        {
            case Shape.ScalarShape: Reals(); break;
            case Shape.TruthShape: writer.Text("true or false"); break;
            case Shape.VectorShape vector: writer.Superscript(Reals, () => names.WriteSize(vector.Length)); break;
            case Shape.RowShape row: WriteMatrix(Size.Literal(1), row.Length); break;
            case Shape.MatrixShape matrix: WriteMatrix(matrix.Rows, matrix.Columns); break;
            default: throw new UnreachableException();
        }
    }

    private void Reals() => writer.Identifier("ℝ");

    private void WriteMatrix(Size rows, Size columns) => writer.Superscript(Reals, () =>
    {
        names.WriteSize(rows);
        writer.Operator("×", MarkupWriter.Tight);
        names.WriteSize(columns);
    });
}
