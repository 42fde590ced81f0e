using System.Globalization;
using Formulas.Expressions;
using Formulas.Parsing;
using Formulas.Text;

namespace Formulas.Analysis.Binding;

internal sealed partial class Binder
{
    private readonly Frame outermost = new(null, null);
    private Local? local;
    private Frame frame;

    /// <summary>The names that stand for something only here: running indices and the parameters of an abbreviation.</summary>
    private sealed record Local(string Name, Expression Value, Local? Outer)
    {
        public Expression? Find(string name)
        {
            for (var at = this; at is not null; at = at.Outer)
            {
                if (at.Name == name) return at.Value;
            }

            return null;
        }
    }

    private Expression.Repeated BindRepeated(Syntax.Repeated repeated)
    {
        var from = repeated.From is null ? null : BindScalar(repeated.From);
        var to = repeated.To is null ? null : BindScalar(repeated.To);
        var index = FreshIndex(repeated.Index);
        var (outerFrame, outerLocal) = (frame, local);
        var range = from is not null && to is not null && Arithmetic.WholeNumber(from) is { } low && Arithmetic.WholeNumber(to) is { } high ? (low, high) : ((int, int)?)null;
        frame = new Frame(outerFrame, index, (to as Expression.SizeOf)?.Size, range);
        local = new Local(repeated.Index, new Expression.BoundIndex(index), outerLocal);
        var body = BindNumeric(repeated.Body);
        var whole = frame.Wrap(body.Value);
        var axes = frame.Axes;
        (frame, local) = (outerFrame, outerLocal);
        if (to is not null) CheckRange(repeated, to, axes);
        var axis = to is null || from is null ? InferRange(repeated, axes) : default;
        return new Expression.Repeated(repeated.Operator, index, from ?? Arithmetic.Literal(axis.First), to ?? LastOf(axis), whole);
    }

    /// <summary>A name that no enclosing sum uses, so that abbreviations may be moved between them.</summary>
    private string FreshIndex(string written)
    {
        var name = written;
        for (var number = 2; frame.Binds(name) || (number > 2 && vocabulary.Declares(name)); number++)
        {
            name = written + number.ToString(CultureInfo.InvariantCulture);
        }

        return name;
    }

    private static Axis InferRange(Syntax.Repeated repeated, List<Axis> axes)
    {
        if (axes.Count == 0) throw new Refusal(Messages.RangeUnknown(repeated.Index, repeated.IndexSpan));
        foreach (var axis in axes)
        {
            if (axis.Size != axes[0].Size || axis.First != axes[0].First)
            {
                throw new Refusal(Messages.RangeConflict(repeated.Index, axes[0].Subscripted, axes[0].Size.ToString(), axis.Subscripted, axis.Size.ToString(), repeated.IndexSpan));
            }
        }

        return axes[0];
    }

    private static void CheckRange(Syntax.Repeated repeated, Expression to, List<Axis> axes)
    {
        if (to is not Expression.SizeOf last) return;
        foreach (var axis in axes)
        {
            if (last.Size.Name is not null && axis.Size.Name is not null && last.Size.Name != axis.Size.Name)
            {
                throw new Refusal(Messages.IndexBeyondAxis(repeated.Index, last.Size.ToString(), axis.Subscripted, axis.Size.ToString(), repeated.IndexSpan));
            }
        }
    }

    private static Expression LastOf(Axis axis)
    {
        var last = axis.Size with { Offset = axis.Size.Offset + axis.First - 1 };
        return SizeExpression(last);
    }
}
