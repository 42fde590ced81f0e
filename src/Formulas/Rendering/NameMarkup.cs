using Formulas.Expressions;

namespace Formulas.Rendering;

/// <summary>Symbols as they are printed: Greek letters, subscripts, layers as (1), vectors bold.</summary>
internal sealed class NameMarkup(MarkupWriter writer, Scope? scope)
{
    /// <param name="indices">Written as subscript beside the name's own; null for none.</param>
    public void Write(string name, Shape shape, Action? indices = null) => Write(DisplayName.Of(name, scope), shape, indices);

    /// <summary>Row i as w_i where the part declares that letter; false where it does not.</summary>
    public bool TryWriteRow(string name, Action index)
    {
        if (DisplayName.OfRow(name, scope) is not { } row) return false;
        Write(row, new Shape.VectorShape(default), index);
        return true;
    }

    public void WriteSize(Size size)
    {
        if (size.Name is null)
        {
            NumberMarkup.Write(writer, size.Offset);
            return;
        }

        Write(size.Name, Shape.Scalar);
        if (size.Offset == 0) return;
        writer.Operator(size.Offset < 0 ? "−" : "+", " form=\"infix\"");
        NumberMarkup.Write(writer, Math.Abs(size.Offset));
    }

    public void WriteFunction(string name, int derivativeOrder)
    {
        if (derivativeOrder == 0) Write(name, Shape.Scalar);
        else writer.Superscript(() => Write(name, Shape.Scalar), () => writer.Operator(new string('′', derivativeOrder)));
    }

    public void WriteJacobian(string map) => writer.Subscript(() => writer.Identifier("J"), () => Write(map, Shape.Scalar));

    private void Write(DisplayName name, Shape shape, Action? indices)
    {
        if (name is { Subscript: null, Layer: null } && indices is null) WriteLetters(name.Base, shape);
        else WriteScripts(name, shape, indices);
    }

    private void WriteScripts(DisplayName name, Shape shape, Action? indices)
    {
        void Base() => WriteLetters(name.Base, shape);
        void Below()
        {
            if (name.Subscript is { } own) WriteLetters(own, Shape.Scalar);
            if (name.Subscript is not null && indices is not null) writer.Operator(",", " separator=\"true\"");
            indices?.Invoke();
        }

        void Above()
        {
            writer.Operator("(", " stretchy=\"false\"");
            WriteLetters(name.Layer!, Shape.Scalar);
            writer.Operator(")", " stretchy=\"false\"");
        }

        var hasBelow = name.Subscript is not null || indices is not null;
        if (hasBelow && name.Layer is not null)
        {
            writer.Element("msubsup", () =>
            {
                Base();
                writer.Row(Below);
                writer.Row(Above);
            });
        }
        else if (hasBelow)
        {
            writer.Subscript(Base, Below);
        }
        else
        {
            writer.Superscript(Base, Above);
        }
    }

    private void WriteLetters(string letters, Shape shape)
    {
        if (letters.All(char.IsAsciiDigit)) writer.Number(letters);
        else writer.Identifier(letters, shape is Shape.VectorShape or Shape.RowShape ? MarkupWriter.Bold : "");
    }
}
