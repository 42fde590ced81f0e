namespace Formulas.Analysis.Mutation;

/// <summary>
/// A formula with everything taken out of its writing that laws of arithmetic make void: the order of terms and factors, brackets,
/// where signs stand, the names of running indices. Formulas of one normal form are equal as functions of real numbers and have values
/// at the same inputs; the converse does not hold.
/// </summary>
public sealed class NormalForm : IEquatable<NormalForm>
{
    private readonly object kind;
    private readonly NormalForm[] parts;
    private readonly int hash;

    /// <param name="kind">What the node is and all it holds besides its operands.</param>
    internal NormalForm(object kind, params NormalForm[] parts)
    {
        this.kind = kind;
        this.parts = parts;
        var sum = new HashCode();
        sum.Add(kind);
        Size = 1;
        foreach (var part in parts)
        {
            sum.Add(part.hash);
            Size = Math.Min(int.MaxValue / 2, Size + part.Size);
        }

        hash = sum.ToHashCode();
    }

    /// <summary>The number of nodes, shared ones counted each time.</summary>
    internal int Size { get; }

    /// <summary>Puts what may stand in any order into one.</summary>
    internal static void Sort(List<NormalForm> forms) => forms.Sort((left, right) => left.hash.CompareTo(right.hash));

    public bool Equals(NormalForm? other)
    {
        if (ReferenceEquals(this, other)) return true;
        if (other is null || hash != other.hash || parts.Length != other.parts.Length || !kind.Equals(other.kind)) return false;
        for (var k = 0; k < parts.Length; k++)
        {
            if (!parts[k].Equals(other.parts[k])) return false;
        }

        return true;
    }

    public override bool Equals(object? obj) => Equals(obj as NormalForm);

    public override int GetHashCode() => hash;
}
