using Formulas.Analysis;
using Formulas.Expressions;

namespace Formulas.Rendering;

/// <summary>
/// Which abbreviations of a formula are written by name and which by value. The reader makes an abbreviation with an index, z_k, one of
/// its own in each sum that uses it; only one of them can be defined again as z_k = ..., so the others are written out.
/// </summary>
internal sealed class Abbreviations
{
    private const int MostNodes = 300;

    private readonly Dictionary<string, Expression> writtenOut = new(StringComparer.Ordinal);
    private readonly Dictionary<string, HashSet<string>> indices = new(StringComparer.Ordinal);
    private readonly Dictionary<string, long> sizes = new(StringComparer.Ordinal);
    private readonly HashSet<string> stems = new(StringComparer.Ordinal);

    /// <summary>The value to write for a reference, in brackets; null where its name is written.</summary>
    public Expression? ValueOf(Expression.LetReference reference) => writtenOut.GetValueOrDefault(reference.Name);

    /// <summary>Takes an abbreviation up before its body is written.</summary>
    /// <returns>Whether it is to be defined by name.</returns>
    public bool Names(Expression.Let let)
    {
        var free = FreeIndices(let.Name, let.Value);
        indices[let.Name] = free;
        if (free.Count == 0) return true;
        string? stem = let.Name;
        for (var cut = 0; cut < free.Count && stem is not null; cut++)
        {
            var last = free.FirstOrDefault(index => stem.EndsWith("_" + index, StringComparison.Ordinal));
            stem = last is null ? null : stem[..^(last.Length + 1)];
        }

        // What doubles at each step would grow without bound when written out.
        if (stem is not null && stems.Add(stem)) return true;
        var size = SizeOf(let.Value);
        if (size > MostNodes) return true;
        writtenOut[let.Name] = let.Value;
        sizes[let.Name] = size;
        return false;
    }

    private long SizeOf(Expression value) =>
        Subexpressions.All(value).Sum(node => node is Expression.LetReference reference ? sizes.GetValueOrDefault(reference.Name, 1) : 1);

    /// <summary>The running indices of sums around a value that it uses, and the part's own index that its name ends with.</summary>
    private HashSet<string> FreeIndices(string name, Expression formula)
    {
        var nodes = Subexpressions.All(formula).ToList();
        var free = nodes.OfType<Expression.BoundIndex>().Select(index => index.Name).ToHashSet(StringComparer.Ordinal);
        foreach (var reference in nodes.OfType<Expression.LetReference>()) free.UnionWith(indices.GetValueOrDefault(reference.Name, []));
        free.ExceptWith(nodes.OfType<Expression.Repeated>().Select(repeated => repeated.Index));
        foreach (var reference in nodes.OfType<Expression.Reference>().Where(reference => reference.Name.Length == 1))
        {
            if (name.EndsWith("_" + reference.Name, StringComparison.Ordinal)) free.Add(reference.Name);
        }

        return free;
    }
}
