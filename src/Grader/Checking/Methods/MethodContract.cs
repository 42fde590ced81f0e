using Formulas.Expressions;
using Formulas.Text;
using Grader.Exercises;

namespace Grader.Checking.Methods;

/// <summary>What a value is handed to a method as.</summary>
internal enum ArgumentKind
{
    Number,

    /// <summary>A size, an index from 1, or another whole number.</summary>
    Whole,

    /// <summary>0 or 1.</summary>
    Binary,
    Vector,
    Matrix,

    /// <summary>A generic scalar function such as g.</summary>
    Function,

    /// <summary>The derivative of a generic scalar function: gPrime.</summary>
    Derivative,

    /// <summary>A generic vector map such as Phi.</summary>
    Map,

    /// <summary>The Jacobian of a generic vector map: JPhi.</summary>
    Jacobian,
}

/// <summary>One thing that a method may ask for.</summary>
/// <param name="Name">As a C# parameter is best called: <c>W1</c>, <c>gPrime</c>.</param>
/// <param name="Symbol">The symbol or size it stands for.</param>
/// <param name="IsSuggested">Whether the wanted signature shows it; the rest (sizes, derived symbols) may be asked for too.</param>
internal sealed record OfferedParameter(string Name, string Symbol, ArgumentKind Kind, bool IsSuggested, EquatableList<string> Spellings);

/// <summary>What a method is to return.</summary>
internal abstract record WantedResult
{
    private WantedResult()
    {
    }

    public sealed record Array(Shape Shape) : WantedResult;

    public sealed record Truth : WantedResult;

    /// <summary>A dictionary or a named tuple.</summary>
    public sealed record Cells(EquatableList<string> Names) : WantedResult;

    /// <summary>What a fit returns: one value, or several by their names.</summary>
    public sealed record Fitted(EquatableList<OfferedParameter> Parameters) : WantedResult;
}

/// <summary>The method that answers a part: its name, what it may ask for, what it returns.</summary>
internal sealed record MethodContract(string PartId, string Name, EquatableList<OfferedParameter> Parameters, WantedResult Result)
{
    /// <summary>The signature as a student would write it.</summary>
    public string Signature =>
        $"public static {ResultType} {Name}({string.Join(", ", Parameters.Where(parameter => parameter.IsSuggested).Select(parameter => $"{TypeOf(parameter.Kind)} {parameter.Name}"))})";

    private string ResultType => Result switch
    {
        WantedResult.Truth => "bool",
        WantedResult.Array { Shape: Shape.VectorShape or Shape.RowShape } => "double[]",
        WantedResult.Array { Shape: Shape.MatrixShape } => "double[,]",
        WantedResult.Array => "double",
        WantedResult.Cells => "Dictionary<string, double>",
        WantedResult.Fitted { Parameters: [var only] } => TypeOf(only.Kind),
        WantedResult.Fitted { Parameters: var several } => $"({string.Join(", ", several.Select(parameter => $"{TypeOf(parameter.Kind)} {parameter.Name}"))})",
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    /// <summary>
    /// What a parameter's name means, without regard to case and underscores; exactly if possible, since a part may have both w1 and W1.
    /// Null where it means nothing or several things.
    /// </summary>
    public OfferedParameter? Find(string name)
    {
        if (Parameters.FirstOrDefault(offered => offered.Name == name) is { } exact) return exact;
        var near = Parameters.Where(offered => Normal(offered.Name) == Normal(name)).ToList();
        if (near.Count == 1) return near[0];
        var spelled = Parameters.Where(offered => offered.Spellings.Any(spelling => Normal(spelling) == Normal(name))).ToList();
        return near.Count == 0 && spelled.Count == 1 ? spelled[0] : null;
    }

    public bool Knows(string name) => Find(name) is not null;

    /// <summary>Without case, underscores and layer brackets: delta_2, Delta2 and delta^(2) are one name.</summary>
    public static string Normal(string name) => string.Concat(name.Where(char.IsLetterOrDigit)).ToUpperInvariant();

    /// <summary>The contract of a part; null where the part is not answered by a method.</summary>
    public static MethodContract? Of(Part part) => part.Kind switch
    {
        PartKind.Function(var specification) => new(part.Id, specification.Method, Offered(specification.Scope, specification.Inputs), new WantedResult.Array(specification.Shape)),
        PartKind.Predicate(var specification, _) => new(part.Id, specification.Method, Offered(specification.Scope, specification.Inputs), new WantedResult.Truth()),
        PartKind.Table { Cells: [var first, ..] } table => new(
            part.Id, first.Specification.Method, Offered(WithoutCells(first.Specification.Scope, table), first.Specification.Inputs),
            new WantedResult.Cells(table.Cells.Select(cell => cell.Name).ToEquatableList())),
        PartKind.Fit fit => new(
            part.Id, fit.Method, Offered(fit.Scope, fit.Scope.Symbols.Where(symbol => symbol.Kind != SymbolKind.Derived).Select(symbol => symbol.Name).ToEquatableList()),
            new WantedResult.Fitted(fit.Returns.SelectMany(symbol => Of(symbol, isSuggested: true)).ToEquatableList())),
        _ => null,
    };

    public static string TypeOf(ArgumentKind kind) => kind switch
    {
        ArgumentKind.Number => "double",
        ArgumentKind.Whole or ArgumentKind.Binary => "int",
        ArgumentKind.Vector => "double[]",
        ArgumentKind.Matrix => "double[,]",
        ArgumentKind.Function or ArgumentKind.Derivative => "Func<double, double>",
        ArgumentKind.Map => "Func<double[], double[]>",
        ArgumentKind.Jacobian => "Func<double[], double[,]>",
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    /// <summary>A method that was handed its table's cells would have nothing to work out.</summary>
    private static Scope WithoutCells(Scope scope, PartKind.Table table) => scope with
    {
        Symbols = scope.Symbols.Where(symbol => symbol.Kind != SymbolKind.Derived || !CellOrder.CellsOf(symbol, table).Any()).ToEquatableList(),
    };

    private static EquatableList<OfferedParameter> Offered(Scope scope, EquatableList<string> inputs)
    {
        var suggested = inputs.SelectMany(input => scope.Find(input) is { } symbol ? Of(symbol, isSuggested: true) : [SizeOf(input, isSuggested: true)]);
        var further = scope.Symbols.Where(symbol => !inputs.Contains(symbol.Name)).SelectMany(symbol => Of(symbol, isSuggested: false));
        var sizes = scope.Sizes.Select(size => SizeOf(size, isSuggested: false));
        return suggested.Concat(further).Concat(sizes).DistinctBy(parameter => parameter.Name).ToEquatableList();
    }

    private static OfferedParameter SizeOf(string size, bool isSuggested) => new(size, size, ArgumentKind.Whole, isSuggested, []);

    private static IEnumerable<OfferedParameter> Of(Symbol symbol, bool isSuggested) => symbol.Kind switch
    {
        SymbolKind.ScalarFunction =>
        [
            new(symbol.Name, symbol.Name, ArgumentKind.Function, isSuggested, symbol.Spellings),
            new($"{symbol.Name}Prime", symbol.Name, ArgumentKind.Derivative, isSuggested, []),
        ],
        SymbolKind.VectorMap =>
        [
            new(symbol.Name, symbol.Name, ArgumentKind.Map, isSuggested, symbol.Spellings),
            new($"J{symbol.Name}", symbol.Name, ArgumentKind.Jacobian, isSuggested, [$"{symbol.Name}Prime"]),
        ],
        SymbolKind.Index => [new(symbol.Name, symbol.Name, ArgumentKind.Whole, isSuggested, symbol.Spellings)],
        _ => [new(symbol.Name, symbol.Name, KindOf(symbol), isSuggested, symbol.Spellings)],
    };

    private static ArgumentKind KindOf(Symbol symbol) => (symbol.Shape, symbol.Domain) switch
    {
        (Shape.VectorShape or Shape.RowShape, _) => ArgumentKind.Vector,
        (Shape.MatrixShape, _) => ArgumentKind.Matrix,
        (_, Domain.Binary) => ArgumentKind.Binary,
        (_, Domain.Integers) => ArgumentKind.Whole,
        _ => ArgumentKind.Number,
    };
}
