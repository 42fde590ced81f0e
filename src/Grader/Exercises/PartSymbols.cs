using System.Text.RegularExpressions;
using Formulas.Analysis;
using Formulas.Expressions;
using Formulas.Text;
using Newtonsoft.Json.Linq;

namespace Grader.Exercises;

/// <summary>
/// The symbols that a question and one of its parts declare together, where a part's own declaration goes before the question's.
/// From them come the scopes of formulas: what a part's answer may use are its inputs and what is derived from them alone,
/// so that every name in an answer has a value wherever the part's inputs have one.
/// </summary>
internal sealed partial record PartSymbols(EquatableList<Symbol> Symbols, EquatableList<string> SizeInputs, EquatableList<SizeRange> Ranges)
{
    public static PartSymbols Empty { get; } = new([], [], []);

    public IEnumerable<string> Names => Symbols.Select(symbol => symbol.Name).Concat(SizeInputs);

    /// <summary>These and those that <paramref name="owner"/> declares under <c>symbols</c> and <c>sizes</c>.</summary>
    public PartSymbols With(JsonRecord owner, ProblemLog log)
    {
        var (symbols, sizeInputs) = SymbolReader.ReadAll(owner, log);
        var ranges = SymbolReader.ReadSizes(owner, log);
        var merged = new PartSymbols(
            Symbols.Where(symbol => symbols.All(own => own.Name != symbol.Name)).Concat(symbols).ToEquatableList(),
            SizeInputs.Union(sizeInputs).ToEquatableList(),
            Ranges.Where(range => ranges.All(own => own.Name != range.Name)).Concat(ranges).ToEquatableList());
        var sizes = merged.Ranges.Select(range => range.Name).ToHashSet(StringComparer.Ordinal);
        foreach (var (symbol, size) in symbols.SelectMany(symbol => UsedSizes(symbol).Select(size => (symbol, size))))
        {
            if (!sizes.Contains(size)) log.Add(owner.Json, $"The symbol {symbol.Name} uses the size {size}, which \"sizes\" does not declare.", Suggestion.For(size, sizes));
        }

        foreach (var size in sizeInputs.Where(size => !sizes.Contains(size)))
        {
            log.Add(owner.Json, $"{size} is of kind \"size\", but \"sizes\" gives it no range.", $"Add \"{size}\": [2, 4] to \"sizes\".");
        }

        merged.CheckDefinitions(symbols, owner, log);
        return merged;
    }

    /// <summary>The scope of a part with these inputs. Inputs that nothing declares are logged at <paramref name="at"/>.</summary>
    public Scope ScopeOf(EquatableList<string> inputs, EquatableList<string> asked, JToken at, ProblemLog log)
    {
        foreach (var input in inputs)
        {
            var symbol = Symbols.FirstOrDefault(symbol => symbol.Name == input);
            if (symbol is null && !SizeInputs.Contains(input)) log.Add(at, $"The input {input} is no symbol of the question or part.", Suggestion.For(input, Names));
            if (symbol is { Kind: SymbolKind.Derived }) log.Add(at, $"{input} is derived from other symbols and cannot be an input.", "Name the symbols of its definition instead.");
        }

        foreach (var doubled in inputs.GroupBy(input => input).Where(group => group.Count() > 1))
        {
            log.Add(at, $"The input {doubled.Key} stands twice.");
        }

        var own = inputs.Select(input => Symbols.FirstOrDefault(symbol => symbol.Name == input)).OfType<Symbol>().ToList();
        // An index takes its range from other inputs: it fixes no size itself.
        var sizes = inputs.Where(SizeInputs.Contains)
            .Concat(own.Where(symbol => symbol.Kind != SymbolKind.Index).SelectMany(UsedSizes)).Distinct().ToList();
        var derived = Symbols.Where(symbol => symbol.Kind == SymbolKind.Derived && RestsOn(symbol, own, sizes, []));
        return new(own.Concat(derived).ToEquatableList(), sizes.ToEquatableList(), asked);
    }

    /// <summary>Everything declared, as derivations use it, in the given scope's terms.</summary>
    public Scope Everything(Scope part) => part with
    {
        Symbols = part.Symbols.Concat(Symbols.Where(symbol => part.Find(symbol.Name) is null)).ToEquatableList(),
        Sizes = part.Sizes.Union(SizeInputs).Union(Symbols.SelectMany(UsedSizes)).ToEquatableList(),
    };

    /// <summary>Each definition is read with the other derived symbols taken as inputs, so that one slip hides no other.</summary>
    private void CheckDefinitions(EquatableList<Symbol> own, JsonRecord owner, ProblemLog log)
    {
        var scope = Everything(Scope.Empty);
        foreach (var symbol in own.Where(symbol => symbol.Kind == SymbolKind.Derived))
        {
            var alone = scope.Symbols.Select(other => other == symbol || other.Kind != SymbolKind.Derived ? other : other with { Kind = SymbolKind.Variable });
            if (DerivedSymbols.Read(scope with { Symbols = alone.ToEquatableList() }) is Reading<DerivedSymbols>.Failure(var diagnostic))
            {
                log.Add(owner.Json["symbols"]![symbol.Name]!, diagnostic.Message, diagnostic.Hint);
            }
        }
    }

    private bool RestsOn(Symbol derived, List<Symbol> inputs, List<string> sizes, HashSet<string> above)
    {
        if (!above.Add(derived.Name) || UsedSizes(derived).Any(size => !sizes.Contains(size))) return false;
        var definition = derived.Definition ?? string.Empty;
        var bound = RunningIndex().Matches(definition).Select(match => match.Groups["index"].Value).Concat(derived.Parameters ?? []);
        var used = Identifier().Matches(definition).Select(match => match.Value).Except(bound).ToHashSet(StringComparer.Ordinal);
        if (Ranges.Any(range => used.Contains(range.Name) && !sizes.Contains(range.Name))) return false;
        return Symbols.Where(symbol => used.Contains(symbol.Name)).All(symbol =>
            inputs.Contains(symbol) || symbol.Kind == SymbolKind.Derived && RestsOn(symbol, inputs, sizes, [.. above]));
    }

    private static IEnumerable<string> UsedSizes(Symbol symbol) =>
        SymbolReader.SizesOf(symbol.Shape).Append(symbol.Range ?? default).Select(size => size.Name).OfType<string>();

    [GeneratedRegex("[A-Za-z][A-Za-z0-9_]*")]
    private static partial Regex Identifier();

    [GeneratedRegex(@"\b(sum|prod)\(\s*(?<index>\w+)\s*,")]
    private static partial Regex RunningIndex();
}
