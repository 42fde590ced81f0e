using System.Globalization;
using Formulas.Expressions;
using Formulas.Text;
using Grader.Exercises;

namespace Grader.Checking.Graphs;

/// <summary>What a node's operation means, written in the formula language: a row per operation.</summary>
internal static class GraphOperations
{
    /// <summary>Without an upper limit on inputs.</summary>
    private const int Any = int.MaxValue;

    /// <param name="Readings">The formulas an operation may stand for, the first that the shapes allow being meant.</param>
    private sealed record Row(string Name, int Least, int Most, Func<IReadOnlyList<string>, string[]> Readings);

    private static readonly Row[] Table =
    [
        new("add", 2, Any, of => [string.Join(" + ", of)]),
        new("sub", 2, 2, of => [$"{of[0]} - {of[1]}"]),
        // Between two vectors or matrices of one shape the product goes entry by entry; matmul and dot are named apart.
        new("mul", 2, Any, of => [string.Join(" .* ", of), string.Join(" * ", of)]),
        new("neg", 1, 1, of => [$"-{of[0]}"]),
        new("div", 2, 2, of => [$"{of[0]} / {of[1]}"]),
        new("pow", 2, 2, of => [$"{of[0]} ^ {of[1]}"]),
        new("matmul", 2, 2, of => [$"{of[0]} @ {of[1]}"]),
        new("dot", 2, 2, of => [$"dot({of[0]}, {of[1]})"]),
        new("transpose", 1, 1, of => [$"transpose({of[0]})"]),
        new("sum", 1, 1, of => [$"sum({of[0]})"]),
        new("exp", 1, 1, of => [$"exp({of[0]})"]),
        new("ln", 1, 1, of => [$"ln({of[0]})"]),
        new("sqrt", 1, 1, of => [$"sqrt({of[0]})"]),
        new("square", 1, 1, of => [$"{of[0]} .* {of[0]}", $"{of[0]} ^ 2"]),
        new("sigmoid", 1, 1, of => [$"sigmoid({of[0]})"]),
        new("tanh", 1, 1, of => [$"tanh({of[0]})"]),
        new("relu", 1, 1, of => [$"relu({of[0]})"]),
        new("max", 2, Any, of => [$"max({string.Join(", ", of)})"]),
        new("min", 2, Any, of => [$"min({string.Join(", ", of)})"]),
    ];

    /// <summary>
    /// Functions that an exercise asks for by name without defining them. Concrete ones stand for them, under which each
    /// has its own effect, so that a wrong place shows in the value; the exercise's canonical formula uses the same.
    /// </summary>
    private static readonly Row[] Generic =
    [
        new("g_1", 1, 1, of => [$"tanh({of[0]})"]),
        new("g_2", 1, 1, of => [$"sin({of[0]})"]),
        new("g_3", 1, 1, of => [$"sigmoid({of[0]})"]),
        new("f", 3, 3, of => [$"{of[0]} * {of[1]} * {of[1]} + {of[2]}"]),
    ];

    /// <summary>The operation that is written so but for capital letters.</summary>
    public static string? InAnyCase(string written) => Array.Find(Table, row => row.Name.Equals(written, StringComparison.OrdinalIgnoreCase))?.Name;

    /// <summary>What stands for functions that the exercise does not define, as a student may be told.</summary>
    public static IEnumerable<string> StandIns(IEnumerable<string> operations) => operations.Distinct()
        .Select(operation => Array.Find(Generic, row => row.Name == operation)).OfType<Row>()
        .Select(row => row.Most == 1 ? $"{row.Name} = {row.Readings(["z"])[0].Replace("(z)", "", StringComparison.Ordinal)}" : $"{row.Name}(a, b, c) = {row.Readings(["a", "b", "c"])[0]}");

    public static bool IsKnown(string operation, Scope scope, IReadOnlyCollection<string> required) =>
        operation == "constant" || Find(operation, scope, required) is not null;

    public static IEnumerable<string> Names(Scope scope, IReadOnlyCollection<string> required) =>
        Operations(scope, required).Concat(scope.Symbols.Select(symbol => symbol.Name)).Distinct();

    /// <summary>Without the inputs.</summary>
    public static IEnumerable<string> Operations(Scope scope, IReadOnlyCollection<string> required) => Table.Select(row => row.Name)
        .Concat(scope.Symbols.Where(symbol => symbol.Kind is SymbolKind.ScalarFunction or SymbolKind.VectorMap).Select(symbol => symbol.Name))
        .Concat(required.Where(name => Array.Exists(Generic, row => row.Name == name))).Append("constant").Distinct();

    /// <returns>The formulas the node may stand for, or what the operation takes.</returns>
    public static (string[] Readings, string? Wanted) Write(GraphNode node, IReadOnlyList<string> inputs, Scope scope, IReadOnlyCollection<string> required)
    {
        if (node.Operation == "constant")
        {
            return node.Value is { } value && inputs.Count == 0 ? ([Literal(value)], null) : ([], "a number under \"value\" and no inputs");
        }

        var row = Find(node.Operation, scope, required) ?? throw new System.Diagnostics.UnreachableException();
        return inputs.Count >= row.Least && inputs.Count <= row.Most ? (row.Readings(inputs), null) : ([], Arity(row));
    }

    private static Row? Find(string operation, Scope scope, IReadOnlyCollection<string> required)
    {
        if (scope.Find(operation) is { Kind: SymbolKind.ScalarFunction or SymbolKind.VectorMap })
        {
            return new(operation, 1, 1, of => [$"{operation}({of[0]})"]);
        }

        return Array.Find(Table, row => row.Name == operation)
            ?? (required.Contains(operation) ? Array.Find(Generic, row => row.Name == operation) : null);
    }

    private static string Arity(Row row) => (row.Least, row.Most) switch
    {
        (_, Any) => $"{row.Least} or more",
        (1, 1) => "one",
        (2, 2) => "two",
        _ => $"{row.Least}",
    };

    private static string Literal(double value)
    {
        var digits = value.ToString("R", CultureInfo.InvariantCulture);
        return value < 0 ? $"({digits})" : digits;
    }
}
