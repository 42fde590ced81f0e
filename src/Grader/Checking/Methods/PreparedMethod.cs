using Formulas.Expressions;
using Formulas.Text;
using Grader.Exercises;
using Reference;

namespace Grader.Checking.Methods;

/// <summary>A part made ready for being answered by a method: what is called where, and how the results are judged.</summary>
internal abstract record PreparedMethod(MethodContract Contract)
{
    /// <summary>A function or the cells of a table. A block for the inputs that everybody may see, then one for hidden ones.</summary>
    public sealed record Functions(MethodContract Contract, EquatableList<MethodBlock> Blocks, PreparedTable? Table) : PreparedMethod(Contract);

    public sealed record Predicate(MethodContract Contract, EquatableList<MethodBlock> Blocks) : PreparedMethod(Contract);

    public sealed record Fit(MethodContract Contract, EquatableList<MethodPoint> Points, FitProperty Property) : PreparedMethod(Contract);

    public MethodQuestion Question => this switch
    {
        Functions functions => new(Contract, functions.Blocks.SelectMany(block => block.Points).ToEquatableList(), IsRepeated: true),
        Predicate predicate => new(Contract, predicate.Blocks.SelectMany(block => block.Points).ToEquatableList(), IsRepeated: true),
        // A fit may use chance: its property is what counts.
        Fit fit => new(Contract, fit.Points, IsRepeated: false),
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    /// <summary>The inputs of one point, to show where a method failed; null where they are hidden, or too much to look at.</summary>
    public Counterexample? ExampleAt(int place)
    {
        var blocks = this switch
        {
            Functions functions => functions.Blocks,
            Predicate predicate => predicate.Blocks,
            _ => [],
        };
        foreach (var block in blocks)
        {
            if (place < block.Points.Count)
            {
                return block.Points[place].IsPublic ? new(block.Function.Inputs(block.Points[place].Inputs), null, block.Expected[place].Value) : null;
            }

            place -= block.Points.Count;
        }

        return null;
    }

    /// <param name="views">The part as prepared from the public seed and, where the class has a secret, from that.</param>
    /// <returns>Null where a method does not answer the part.</returns>
    public static PreparedMethod? Of(Worksheet worksheet, Part part, IReadOnlyList<(PreparedPart Part, ulong Seed, bool IsPublic)> views)
    {
        if (MethodContract.Of(part) is not { } contract) return null;
        EquatableList<MethodBlock> Blocks() => views.SelectMany(view => BlocksOf(view.Part, view.IsPublic)).ToEquatableList();
        return part.Kind switch
        {
            PartKind.Function => new Functions(contract, Blocks(), null),
            PartKind.Table => new Functions(contract, Blocks(), ((PreparedPart.Table)views[0].Part).Content),
            PartKind.Predicate => new Predicate(contract, Blocks()),
            PartKind.Fit fit => FitOf(worksheet, part, contract, fit, views.Select(view => (view.Seed, view.IsPublic))),
            _ => null,
        };
    }

    private static IEnumerable<MethodBlock> BlocksOf(PreparedPart part, bool isPublic) => part switch
    {
        PreparedPart.Function function => [MethodBlock.Of(function.Content, null, isPublic)],
        PreparedPart.Predicate predicate => [PredicateMethodJudge.Block(predicate.Content, predicate.Check, isPublic)],
        PreparedPart.Table table => table.Content.Cells.Select(cell => MethodBlock.Of(cell.Function, cell.Cell.Name, isPublic)),
        _ => [],
    };

    private static Fit FitOf(Worksheet worksheet, Part part, MethodContract contract, PartKind.Fit fit, IEnumerable<(ulong Seed, bool IsPublic)> views)
    {
        var name = $"{worksheet.Id}/{part.Id}";
        if (!Catalogue.Methods.TryGetValue(name, out var reference) || !Catalogue.Fits.TryGetValue(name, out var property))
        {
            throw new InvalidOperationException($"The reference has no method or no property for {name}.");
        }

        return new(contract, views.SelectMany(view => FitData.Draw(fit, reference, view.Seed, view.IsPublic)).ToEquatableList(), property);
    }
}
