using Formulas.Expressions;
using Formulas.Text;

namespace Formulas.Analysis.Binding;

/// <summary>One axis that a running index was seen to run along.</summary>
internal readonly record struct Axis(Size Size, int First, string Subscripted);

/// <summary>An abbreviation at given indices: z_k for the k of a sum.</summary>
internal sealed record Instance(string Definition, EquatableList<Expression> Arguments);

/// <summary>
/// The whole formula, or the body of one sum. Abbreviations used inside are evaluated once per frame: a
/// <see cref="Expression.Let"/> around the body, however often and however nested they are used.
/// </summary>
/// <param name="index">The running index, under a name that no outer frame uses; null for the whole formula.</param>
/// <param name="last">The size that the index is said to run to; null where none is written.</param>
/// <param name="range">The whole numbers between which the index runs; null where they are not written as numbers.</param>
internal sealed class Frame(Frame? outer, string? index, Size? last = null, (int Low, int High)? range = null)
{
    private readonly Dictionary<Instance, Expression.LetReference> instances = [];
    private readonly List<(string Name, Expression Value)> values = [];

    public Frame? Outer => outer;

    public string? Index => index;

    public Size? Last => last;

    public (int Low, int High)? Range => range;

    /// <summary>The axes that the running index subscripts by itself.</summary>
    public List<Axis> Axes { get; } = [];

    public Expression.LetReference? Find(Instance instance) =>
        instances.TryGetValue(instance, out var reference) ? reference : outer?.Find(instance);

    public void Add(Instance instance, Expression.LetReference reference, Expression value)
    {
        instances.Add(instance, reference);
        values.Add((reference.Name, value));
    }

    public bool Binds(string name)
    {
        for (var frame = this; frame is not null; frame = frame.Outer)
        {
            if (frame.Index == name) return true;
        }

        return false;
    }

    public Frame? WithIndex(string name)
    {
        var frame = this;
        while (frame is not null && frame.Index != name) frame = frame.Outer;
        return frame;
    }

    /// <summary>The body under its abbreviations, the first made outermost.</summary>
    public Expression Wrap(Expression body)
    {
        for (var at = values.Count - 1; at >= 0; at--) body = new Expression.Let(values[at].Name, values[at].Value, body);
        return body;
    }
}
