using Formulas.Expressions;
using Formulas.Text;
using Grader.Demos;

namespace Grader.Exercises;

/// <summary>Reads one part: what is asked, and how an answer is judged.</summary>
internal static class PartReader
{
    private static readonly string[] Kinds = ["function", "predicate", "table", "graph", "choice", "claims", "prose", "fit"];

    /// <param name="earlier">The parts of the question that stand before this one.</param>
    public static Part Read(JsonRecord record, PartSymbols shared, Defaults defaults, IReadOnlyList<Part> earlier, Statements statements, ProblemLog log)
    {
        var id = record.Text("id");
        var points = (decimal)(record.OptionalNumber("points") ?? 0);
        if (points <= 0) log.Add(record.Json, $"The part {id} has no points.", "Give \"points\" above 0.");
        var symbols = shared.With(record, log);
        var kind = ReadKind(record, symbols, defaults.With(record, symbols, log), points, earlier, log);
        var demo = ReadDemo(record, log);
        record.RefuseUnknownKeys();
        var section = statements.Parts.GetValueOrDefault(id);
        if (section is null) log.Add(record.Json, $"The part {id} has no statement.", $"Add \"### {id}: Its title\" to {WorksheetReader.StatementsFile}.");
        return new(
            id, section?.Title ?? string.Empty, section?.Body ?? string.Empty, points, kind,
            section?.Explanation ?? string.Empty, section?.LookAtNext ?? string.Empty)
        {
            Hints = section?.Hints ?? [],
            Demo = demo,
            VariantStatement = section?.Variant,
        };
    }

    private static string? ReadDemo(JsonRecord record, ProblemLog log)
    {
        var name = record.OptionalText("demo");
        if (name is null || DemoTable.Find(name) is not null) return name;
        log.Add(record.Token("demo")!, $"\"{name}\" is no experiment of 'grader demo'.", Suggestion.For(name, DemoTable.Names));
        return null;
    }

    private static PartKind ReadKind(JsonRecord record, PartSymbols symbols, Defaults defaults, decimal points, IReadOnlyList<Part> earlier, ProblemLog log)
    {
        var kind = record.Text("kind");
        switch (kind)
        {
            case "function":
                var specification = SpecificationReader.Read(record, symbols, defaults, shape: null, log);
                return new PartKind.Function(specification) { FromParts = PartSourcesReader.Read(record, specification, earlier, log) };
            case "predicate":
                var predicate = new PartKind.Predicate(SpecificationReader.Read(record, symbols, defaults, Shape.Truth, log), record.Text("boundary"));
                FormulaCheck.Check(record.Token("boundary"), predicate.Specification.Scope, Shape.Scalar, log);
                return predicate;
            case "table":
                return TableReader.Read(record, symbols, defaults, log);
            case "graph":
                return GraphReader.Read(record, symbols, defaults, log);
            case "choice":
                return OptionReader.ReadChoice(record, log);
            case "claims":
                return OptionReader.ReadClaims(record, log);
            case "prose":
                return OptionReader.ReadProse(record, points, log);
            case "fit":
                var inputs = record.Texts("inputs");
                var returns = record.Texts("returns");
                if (returns.Count == 0) log.Add(record.Json, "The part does not say what its method returns.", "Name symbols: \"returns\": [\"w\"].");
                var returned = symbols.ScopeOf(returns, [], record.Json, log);
                _ = record.Required("method", "the name of the method that answers it");
                return new PartKind.Fit(
                    MethodName.Of(record, log) ?? string.Empty, symbols.ScopeOf(inputs, [], record.Json, log), record.Text("property"),
                    returns.Select(returned.Find).OfType<Symbol>().ToEquatableList());
            default:
                if (kind.Length > 0) log.Add(record.Token("kind")!, $"\"{kind}\" is no kind of part.", Suggestion.For(kind, Kinds));
                return new PartKind.Prose([]);
        }
    }
}
