using Formulas.Expressions;
using Formulas.Text;

namespace Grader.Exercises;

/// <summary>A part as a formula of the answers to earlier parts of its question, as the step of gradient descent is one of the gradient.</summary>
/// <param name="Formula">In the part's own symbols and those of <paramref name="Sources"/>.</param>
public sealed record PartSources(string Formula, EquatableList<PartSource> Sources);

/// <param name="Symbol">What the formula calls the answer to the earlier part.</param>
/// <param name="Shape">That answer's shape.</param>
public sealed record PartSource(string Symbol, string Part, Shape Shape);

/// <summary>Reads <c>"fromParts": {"formula": "w - eta G", "of": {"G": "1.gradient"}}</c>.</summary>
internal static class PartSourcesReader
{
    /// <param name="earlier">The parts of the question that stand before this one.</param>
    public static PartSources? Read(JsonRecord record, FunctionSpecification specification, IReadOnlyList<Part> earlier, ProblemLog log)
    {
        if (record.Record("fromParts") is not { } from) return null;
        var (formula, sources, named) = (from.Text("formula"), new List<PartSource>(), from.Entries("of").ToList());
        foreach (var entry in named)
        {
            var part = entry.Value.Type == Newtonsoft.Json.Linq.JTokenType.String ? earlier.FirstOrDefault(part => part.Id == (string?)entry.Value) : null;
            if (part?.Kind is PartKind.Function(var source)) sources.Add(new(entry.Name, part.Id, source.Shape));
            else log.Add(entry, $"{entry.Name} must name a function part that stands before this one in its question.", Suggestion.For($"{entry.Value}", earlier.Select(known => known.Id)));
        }

        if (named.Count == 0) log.Add(from.Json, "\"fromParts\" names no part.", "Write for example \"of\": {\"G\": \"1.gradient\"}.");
        var scope = sources.Aggregate(specification.Scope, (known, source) => FormulaCheck.With(known, source.Symbol, source.Shape));
        // The formula is not to blame for a symbol that was refused above.
        if (sources.Count == named.Count) FormulaCheck.Check(from.Token("formula"), scope, specification.Shape, log);
        from.RefuseUnknownKeys();
        return new(formula, sources.ToEquatableList());
    }
}
