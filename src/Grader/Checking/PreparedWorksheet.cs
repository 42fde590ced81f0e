using System.Collections.Concurrent;
using Formulas.Expressions;
using Formulas.Text;
using Grader.Checking.Graphs;
using Grader.Checking.Methods;
using Grader.Exercises;
using Grader.Remembering;

namespace Grader.Checking;

/// <summary>
/// What checking needs of a worksheet, made part by part when first asked for and then shared by all submissions and threads.
/// A part that cannot be made throws each time it is asked for; the others are not touched by it.
/// </summary>
internal sealed class PreparedWorksheet(Worksheet worksheet, ulong classSecret, long remembered)
{
    private readonly ConcurrentDictionary<string, Lazy<PreparedPart>> parts = new(StringComparer.Ordinal);
    private readonly Lazy<CellDependencies> dependencies = new(() => CellDependencies.Of(worksheet));
    private readonly Lazy<Dictionary<string, IReadOnlyList<string>>> carriedFrom = new(() => Sources(worksheet));

    /// <summary>Verdicts follow from these answers alone, with the samples of this worksheet.</summary>
    public Memo<AnsweredPart, PartResult> Judged { get; } = new(remembered, awaitsSecond: true);

    /// <summary>The other parts from which a part, or a table's cells, may be carried.</summary>
    public IReadOnlyList<string> CarriedFrom(Part part) => carriedFrom.Value.GetValueOrDefault(part.Id, []);

    public PreparedPart Part(Part part) =>
        parts.GetOrAdd(part.Id, _ => new Lazy<PreparedPart>(() => Prepare(part))).Value;

    private readonly ConcurrentDictionary<string, Lazy<PreparedMethod?>> methods = new(StringComparer.Ordinal);

    /// <summary>
    /// A part made ready for being answered by a method: at inputs that everybody can find out, and, where the class has a secret,
    /// at others too. Null where a method does not answer the part.
    /// </summary>
    public PreparedMethod? Method(Part part) => methods.GetOrAdd(part.Id, _ => new Lazy<PreparedMethod?>(() => PrepareMethod(part))).Value;

    private PreparedMethod? PrepareMethod(Part part)
    {
        var isPublic = classSecret == ClassSecret.Public;
        var views = new List<(PreparedPart, ulong, bool)>();
        if (!isPublic) views.Add((new PreparedWorksheet(worksheet, ClassSecret.Public, remembered).Part(part), SeedOf(part, ClassSecret.Public), true));
        views.Add((Part(part), SeedOf(part, classSecret), isPublic));
        return PreparedMethod.Of(worksheet, part, views);
    }

    private static Dictionary<string, IReadOnlyList<string>> Sources(Worksheet worksheet) => worksheet.Parts
        .ToDictionary(part => part.Id, part => (IReadOnlyList<string>)[.. part.Kind switch
        {
            PartKind.Table table => table.Cells.SelectMany(cell => cell.DependsOn).Select(source => source.Part).Where(source => source != part.Id).Distinct(),
            PartKind.Function { FromParts: { } from } => from.Sources.Select(source => source.Part).Distinct(),
            _ => [],
        }]);

    private ulong SeedOf(Part part, ulong secret) => StableHash.Seed(worksheet.Id, part.Id, secret);

    public PreparedTable? Table(string partId) =>
        worksheet.Find(partId) is { Kind: PartKind.Table } part ? (Part(part) as PreparedPart.Table)?.Content : null;

    public PreparedFunction? Function(string partId) =>
        worksheet.Find(partId) is { Kind: PartKind.Function } part ? (Part(part) as PreparedPart.Function)?.Content : null;

    private PreparedPart Prepare(Part part) => part.Kind switch
    {
        PartKind.Function function => new PreparedPart.Function(
            Prepare(part, function.Specification), function.FromParts is { } from ? PreparedSources.Of(from, function.Specification.Scope) : null),
        PartKind.Predicate predicate => Predicate(Prepare(part, predicate.Specification), predicate.Boundary),
        PartKind.Graph graph => Graph(Prepare(part, graph.Specification), graph),
        PartKind.Table table => new PreparedPart.Table(Prepare(part, table)),
        PartKind.Choice or PartKind.Claims or PartKind.Prose or PartKind.Fit => new PreparedPart.Plain(),
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    private static PreparedPart.Predicate Predicate(PreparedFunction function, string boundary) => new(function, new(function, boundary));

    private static PreparedPart.Graph Graph(PreparedFunction function, PartKind.Graph graph) => new(function, new(function, graph.Rules, graph.Model));

    private PreparedTable Prepare(Part part, PartKind.Table table) => new(
        part.Id,
        table.Cells.Select(cell => Prepare(part, cell, table)).ToEquatableList(),
        table.Readings,
        OrderOf(part),
        table.CarryCap);

    private EquatableList<string> OrderOf(Part part) =>
        dependencies.Value.Order.Where(cell => cell.Part == part.Id).Select(cell => cell.Cell).ToEquatableList();

    private PreparedFunction Prepare(Part part, FunctionSpecification specification) =>
        new(specification, StableHash.Seed(worksheet.Id, part.Id, classSecret), Reference(part.Id));

    private PreparedCell Prepare(Part part, Cell cell, PartKind.Table table)
    {
        var reference = Reference(part.Id);
        Func<Assignment, Value>? cellReference = reference is null ? null : inputs => CellOf(reference(inputs), cell.Name);
        var function = new PreparedFunction(
            cell.Specification, StableHash.Seed(worksheet.Id, $"{part.Id}:{cell.Name}", classSecret), cellReference,
            derived => CellOrder.Of(cell, table, OrderOf(part), derived));
        return new(cell, function, cell.FromCells is null ? null : PreparedFunction.ReadOwn(cell.FromCells, CarriedScope.Of(cell)));
    }

    private Func<Assignment, Value>? Reference(string partId) =>
        global::Reference.Catalogue.Methods.TryGetValue($"{worksheet.Id}/{partId}", out var method) ? inputs => method(inputs) : null;

    private static Value CellOf(Value table, string cell) =>
        table is Value.Named named && named.Items.FirstOrDefault(item => item.Name == cell) is { } found
            ? found.Value
            : throw new InvalidOperationException($"The reference's table has no cell {cell}.");
}

/// <summary>A part made ready for judging.</summary>
internal abstract record PreparedPart
{
    private PreparedPart()
    {
    }

    /// <param name="From">Null where the part follows from no other.</param>
    public sealed record Function(PreparedFunction Content, PreparedSources? From) : PreparedPart;

    public sealed record Predicate(PreparedFunction Content, PredicateCheck Check) : PreparedPart;

    public sealed record Graph(PreparedFunction Content, GraphCheck Check) : PreparedPart;

    public sealed record Table(PreparedTable Content) : PreparedPart;

    /// <summary>Nothing to make ready.</summary>
    public sealed record Plain : PreparedPart;
}
