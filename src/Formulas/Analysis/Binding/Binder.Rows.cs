using Formulas.Expressions;
using Formulas.Parsing;
using Formulas.Text;

namespace Formulas.Analysis.Binding;

/// <summary>
/// The rows of a matrix, W[i,:] and W_i. They are vectors like any other, and so columns, as in programs; in lecture notes they are
/// rows, and W[i,:]^T is the column. The one reading is taken unless only the other fits.
/// </summary>
internal sealed partial class Binder
{
    private readonly bool rowsAreRows;
    private bool metRow;

    /// <summary>The reading with rows as columns, or the other where that one does not fit; where it gives a row, the other beside it.</summary>
    private static (Binder Binder, Expression Body, Expression? AsColumn) BindWithRows(string text, Document document, Vocabulary vocabulary)
    {
        var binder = Start(rowsAreRows: false);
        Expression body;
        try
        {
            body = binder.outermost.Wrap(binder.Bind(document.Body));
        }
        catch (Refusal refusal) when (binder.metRow && refusal.Diagnostic.Code != Codes.AmbiguousProduct)
        {
            return OtherBody() is var (other, otherBody) ? (other, otherBody, null) : throw new Refusal(refusal.Diagnostic);
        }

        return (binder, body, binder.metRow && body.Shape is Shape.RowShape && OtherBody() is (_, { Shape: Shape.VectorShape } column) ? column : null);

        (Binder Binder, Expression Body)? OtherBody()
        {
            try
            {
                var other = Start(rowsAreRows: true);
                return (other, other.outermost.Wrap(other.Bind(document.Body)));
            }
            catch (Refusal)
            {
                return null;
            }
        }

        Binder Start(bool rowsAreRows)
        {
            var started = new Binder(text, document, vocabulary, rowsAreRows);
            foreach (var definition in document.Definitions) started.NoteRedeclared(definition);
            if (document.Chain is { } chain) started.Note(Messages.LastOfChain(chain));
            return started;
        }
    }

    /// <summary>Of a square matrix, or where a number stands, W_i could as well be a column.</summary>
    private static bool IsRow(Shape.MatrixShape matrix, Syntax subscript) => matrix.Rows != matrix.Columns && subscript is not Syntax.Number;

    /// <summary>W[i,:] and W_i of a matrix W; w_i is a vector with a name of its own, which the exercise gives to a row.</summary>
    private bool IsWrittenRow(Syntax syntax, Expression value) => value is Expression.RowOf && syntax is Syntax.Subscripted subscripted
        && (subscripted.Subscripts.Any(subscript => subscript is Syntax.WholeAxis) || subscripted.Source is not Syntax.Name name || vocabulary.Find(name.Text)?.Shape is Shape.MatrixShape || Numbered(name.Text, subscripted.Subscripts) is not null);

    private Operand AsRow(Operand row)
    {
        if (!row.IsWrittenRow) return row;
        metRow = true;
        return rowsAreRows ? row with { Value = Transposed(row.Value), IsWrittenRow = false } : row;
    }
}
