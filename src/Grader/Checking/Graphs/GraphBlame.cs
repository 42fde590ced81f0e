using Formulas.Analysis;
using Formulas.Expressions;

namespace Grader.Checking.Graphs;

/// <summary>
/// The first node at which a graph with a wrong value goes wrong: the first that, given a value of the exercise's own graph in its place,
/// would make the output right. Where no single node mends it, the first whose value the exercise's graph does not have.
/// It is a hint for the student and never touches the verdict, so a few samples and a small tolerance are enough.
/// </summary>
internal sealed class GraphBlame(GraphProgram own, GraphProgram model, IReadOnlyList<SamplePoint> samples)
{
    private const int MostTrials = 600;

    private readonly List<IReadOnlyDictionary<string, Value>> ownValues = [.. samples.Select(sample => own.Forward(sample.Inputs))];
    private readonly List<IReadOnlyDictionary<string, Value>> modelValues = [.. samples.Select(sample => model.Forward(sample.Inputs))];

    /// <summary>The node, and what is known of it; null where nothing can be said.</summary>
    public (string Node, BlameKind Kind)? Find() => Blamed() is var (node, isSure)
        ? (node, isSure ? node == own.Output ? OfOutput() : BlameKind.MendsAll : BlameKind.FirstUnknown)
        : null;

    private (string Node, bool IsSure)? Blamed()
    {
        if (samples.Count == 0 || modelValues.Exists(values => values.Count < model.Nodes.Count)) return null;
        // What differs by less than can be seen here, any node would seem to mend.
        if (Enumerable.Range(0, samples.Count).All(i => ownValues[i].TryGetValue(own.Output, out var output) && Values.AreClose(output, samples[i].Expected.Value))) return null;
        var used = Leading();
        var nodes = own.Nodes.Where(node => used.Contains(node.Name)).ToList();
        var known = nodes.Where(node => IsKnown(node.Name)).Select(node => node.Name).ToHashSet(StringComparer.Ordinal);
        var trials = 0;
        // A node whose value the exercise's graph has is rarely to blame, though what follows it may be missing a step. The output
        // could always be mended, which tells something only where all that goes into it is right.
        var suspects = nodes.Where(node => node.Name != own.Output || (node.Inputs.Count > 0 && node.Inputs.All(known.Contains))).ToList();
        foreach (var node in suspects.Where(node => !known.Contains(node.Name)).Concat(suspects.Where(node => known.Contains(node.Name) && !node.IsInput)))
        {
            foreach (var right in model.Nodes.Where(right => !right.IsInput || node.IsInput))
            {
                if (trials++ >= MostTrials) return First(nodes, known);
                if (Mends(node.Name, right.Name)) return (node.Name, true);
            }
        }

        return First(nodes, known);
    }

    private (string Node, bool IsSure)? First(List<GraphProgram.Node> nodes, HashSet<string> known) =>
        nodes.Find(node => !known.Contains(node.Name) && node.Source.Operation != "constant" && node.Inputs.All(input => known.Contains(input) || IsConstant(input))) is { } first ? (first.Name, false) : null;

    private BlameKind OfOutput()
    {
        if (IsKnown(own.Output)) return BlameKind.EndsTooEarly;
        var (mine, right) = (own.Nodes.Single(node => node.Name == own.Output).Inputs, model.Nodes.Single(node => node.Name == model.Output).Inputs);
        return right.All(wanted => mine.Any(given => HasValueOf(given, wanted))) ? BlameKind.RightInputs : BlameKind.OtherInputs;
    }

    private bool HasValueOf(string node, string right) =>
        Enumerable.Range(0, samples.Count).All(i => ownValues[i].TryGetValue(node, out var value) && Values.AreClose(value, modelValues[i][right]));

    /// <summary>Whether a node that works something out has a value that the exercise's graph has too.</summary>
    public bool IsKnownStep(string node) => own.Nodes.Any(step => step.Name == node && step.Inputs.Count > 0) && IsKnown(node);

    /// <summary>Whether the exercise's graph has a node with this value.</summary>
    public bool IsKnown(string node) => model.Nodes.Any(right => HasValueOf(node, right.Name));

    private bool IsConstant(string node) => own.Nodes.Any(step => step.Name == node && step.Source.Operation == "constant");

    private bool Mends(string node, string right) => Enumerable.Range(0, samples.Count).All(i =>
        own.Forward(samples[i].Inputs, (node, modelValues[i][right])).TryGetValue(own.Output, out var output)
        && Values.AreClose(output, samples[i].Expected.Value));

    private HashSet<string> Leading()
    {
        var used = new HashSet<string>(StringComparer.Ordinal) { own.Output };
        foreach (var node in own.Nodes.Reverse().Where(node => used.Contains(node.Name))) used.UnionWith(node.Inputs);
        return used;
    }
}

/// <summary>What the values prove of a node that is to blame.</summary>
internal enum BlameKind
{
    /// <summary>With the right value in its place, the output is right.</summary>
    MendsAll,

    /// <summary>The first whose value the exercise's graph does not have.</summary>
    FirstUnknown,

    /// <summary>The output, to which all goes that goes to the right one.</summary>
    RightInputs,

    /// <summary>The output, to which right values go, but not those that go to the right one.</summary>
    OtherInputs,

    /// <summary>The output, whose value the exercise's graph has before its end.</summary>
    EndsTooEarly,
}
