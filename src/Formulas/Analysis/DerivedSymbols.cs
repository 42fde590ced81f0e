using Formulas.Expressions;
using Formulas.Parsing;
using Formulas.Text;

namespace Formulas.Analysis;

/// <summary>
/// The definitions of a scope's derived symbols, read once. Reading takes far longer than completing inputs: keep the object
/// where many assignments of one scope are completed.
/// </summary>
public sealed class DerivedSymbols
{
    private readonly Dictionary<string, SymbolDefinition> definitions;
    private readonly Dictionary<string, IReadOnlySet<string>> uses;

    /// <summary>The derived symbols, each after those that its definition uses.</summary>
    private readonly List<Symbol> ordered;

    private DerivedSymbols(
        Scope scope, Dictionary<string, SymbolDefinition> definitions, Dictionary<string, IReadOnlySet<string>> uses, List<Symbol> ordered)
    {
        Scope = scope;
        this.definitions = definitions;
        this.uses = uses;
        this.ordered = ordered;
    }

    public Scope Scope { get; }

    /// <summary>These symbols, and all that their definitions rest on.</summary>
    public IReadOnlySet<string> RestOn(IEnumerable<string> names)
    {
        var all = names.ToHashSet(StringComparer.Ordinal);
        foreach (var symbol in Enumerable.Reverse(ordered).Where(symbol => all.Contains(symbol.Name))) all.UnionWith(uses[symbol.Name]);
        return all;
    }

    /// <summary>Reads every definition. A failure is the exercise author's: it names the symbol.</summary>
    public static Reading<DerivedSymbols> Read(Scope scope)
    {
        var definitions = new Dictionary<string, SymbolDefinition>(StringComparer.Ordinal);
        var uses = new Dictionary<string, IReadOnlySet<string>>(StringComparer.Ordinal);
        var derived = scope.Symbols.Where(symbol => symbol.Kind == SymbolKind.Derived).ToList();
        foreach (var symbol in derived)
        {
            switch (Read(symbol, scope))
            {
                case Reading<SymbolDefinition>.Success(var definition, _):
                    definitions.Add(symbol.Name, definition);
                    uses.Add(symbol.Name, Subexpressions.Symbols(definition.Formula).Except(definition.Parameters.Select(p => p.Index)).ToHashSet());
                    break;
                case Reading<SymbolDefinition>.Failure(var diagnostic):
                    return new Reading<DerivedSymbols>.Failure(diagnostic);
            }
        }

        var ordered = new List<Symbol>();
        while (ordered.Count < derived.Count)
        {
            var open = derived.Except(ordered).ToList();
            var ready = open.Where(symbol => !open.Any(other => uses[symbol.Name].Contains(other.Name))).ToList();
            if (ready.Count == 0)
                return new Reading<DerivedSymbols>.Failure(InputMessages.Circular(open.Select(symbol => symbol.Name)));
            ordered.AddRange(ready);
        }

        return new Reading<DerivedSymbols>.Success(new(scope, definitions, uses, ordered), []);
    }

    /// <inheritdoc cref="Complete(Assignment)"/>
    public static Reading<Assignment> Complete(Scope scope, Assignment inputs) => Read(scope) switch
    {
        Reading<DerivedSymbols>.Success(var symbols, _) => symbols.Complete(inputs),
        Reading<DerivedSymbols>.Failure(var diagnostic) => new Reading<Assignment>.Failure(diagnostic),
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    /// <summary>
    /// Checks the inputs against the scope, learns the sizes from their shapes and adds the derived symbols. A derived symbol
    /// that is given as an input is used as given, and inputs that only its definition needs may then be missing.
    /// A derived symbol without a value at these inputs (a division by 0, say) is left out of the values.
    /// </summary>
    public Reading<Assignment> Complete(Assignment inputs)
    {
        var shapes = new InputShapes(inputs.Sizes);
        return Check(inputs, shapes) is { } diagnostic
            ? new Reading<Assignment>.Failure(diagnostic)
            : new Reading<Assignment>.Success(Derive(inputs.Values, shapes.Sizes), []);
    }

    /// <summary>Adds the derived symbols to inputs that are known to be well shaped.</summary>
    internal Assignment Derive(IReadOnlyDictionary<string, Value> inputs, IReadOnlyDictionary<string, int> sizes)
    {
        var values = new Dictionary<string, Value>(inputs, StringComparer.Ordinal);
        if (ordered.Count == 0) return new(values, sizes);
        var usable = new Dictionary<string, SymbolDefinition>(StringComparer.Ordinal);
        foreach (var symbol in ordered)
        {
            if (!values.ContainsKey(symbol.Name) && uses[symbol.Name].All(name => values.ContainsKey(name) || usable.ContainsKey(name)))
                usable.Add(symbol.Name, definitions[symbol.Name]);
        }

        // One budget for all: each symbol is worked out through the definitions of others, and there may be many.
        var budget = new EvaluationBudget(EvaluationBudget.Default);
        var assignment = new Assignment(values, sizes) { Definitions = usable };
        foreach (var symbol in ordered)
        {
            if (!usable.ContainsKey(symbol.Name)) continue;
            if (Evaluation.Evaluate(new Expression.Reference(symbol.Name, symbol.Shape), assignment, budget) is Outcome.Known known)
                values.Add(symbol.Name, known.Value);
        }

        return assignment;
    }

    private static Reading<SymbolDefinition> Read(Symbol symbol, Scope scope)
    {
        var parameters = symbol.Parameters ?? [];
        var inner = new Dictionary<string, Symbol>(StringComparer.Ordinal);
        for (var axis = 0; axis < parameters.Count; axis++)
            inner[parameters[axis]] = RunningIndex(parameters[axis], symbol, axis);
        var symbols = scope.Symbols.Where(other => other.Name != symbol.Name && !inner.ContainsKey(other.Name)).Concat(inner.Values);
        var reading = FormulaReader.Read(symbol.Definition ?? "", scope with { Symbols = symbols.ToEquatableList(), Asked = [] });
        if (reading is not Reading<Expression>.Success(var formula, _))
            return new Reading<SymbolDefinition>.Failure(InputMessages.BadDefinition(symbol, ((Reading<Expression>.Failure)reading).Diagnostic));
        var expected = parameters.Count == 0 ? symbol.Shape : Shape.Scalar;
        if (formula.Shape != expected) return new Reading<SymbolDefinition>.Failure(InputMessages.DefinitionShape(symbol, formula.Shape));
        var firsts = parameters.Select((name, axis) => new DefinitionParameter(name, symbol.FirstIndex(axis)));
        return new Reading<SymbolDefinition>.Success(new(formula, symbol.Shape, firsts.ToEquatableList()), []);
    }

    private static Symbol RunningIndex(string name, Symbol symbol, int axis)
    {
        Size? range = (symbol.Shape, axis) switch
        {
            (Shape.VectorShape(var length), 0) => length,
            (Shape.RowShape(var length), 0) => length,
            (Shape.MatrixShape(var rows, _), 0) => rows,
            (Shape.MatrixShape(_, var columns), 1) => columns,
            _ => null,
        };
        return new(name, SymbolKind.Index, Shape.Scalar, Domain.Reals, [], [symbol.FirstIndex(axis)], range);
    }

    private Diagnostic? Check(Assignment inputs, InputShapes shapes)
    {
        foreach (var (name, _) in inputs.Values)
        {
            if (Scope.Find(name) is null) return InputMessages.Unknown(name, KnownNames());
        }

        foreach (var symbol in Scope.Symbols)
        {
            if (inputs.Values.TryGetValue(symbol.Name, out var value) && shapes.Check(symbol, value) is { } fault) return fault;
        }

        var excused = Excused(inputs);
        foreach (var symbol in Scope.Symbols)
        {
            if (symbol.Kind == SymbolKind.Derived || inputs.Values.ContainsKey(symbol.Name) || excused.Contains(symbol.Name)) continue;
            return InputMessages.Missing(symbol);
        }

        foreach (var symbol in Scope.Symbols)
        {
            if (symbol.Kind != SymbolKind.Index || !inputs.Values.TryGetValue(symbol.Name, out var value)) continue;
            if (shapes.CheckIndex(symbol, value) is { } fault) return fault;
        }

        return null;
    }

    private IEnumerable<string> KnownNames() =>
        Scope.Symbols.Where(symbol => symbol.Kind != SymbolKind.Derived).Select(symbol => symbol.Name);

    /// <summary>What the definitions of given derived symbols rest on, at any depth.</summary>
    private HashSet<string> Excused(Assignment inputs)
    {
        var excused = new HashSet<string>(StringComparer.Ordinal);
        for (var k = ordered.Count - 1; k >= 0; k--)
        {
            var name = ordered[k].Name;
            if (inputs.Values.ContainsKey(name) || excused.Contains(name)) excused.UnionWith(uses[name]);
        }

        return excused;
    }
}
