using Formulas.Expressions;
using Formulas.Functions;
using Formulas.Text;
using Newtonsoft.Json.Linq;

namespace Grader.Exercises;

/// <summary>What the cells of a table, or the parts of a question, take over where they say nothing themselves.</summary>
internal sealed record Defaults(EquatableList<string> Inputs, string? Method, JObject Given, Tolerance Tolerance)
{
    /// <summary>Three significant figures, or off by less than half a unit of the third decimal.</summary>
    private static readonly Tolerance ThreeFigures = new(5e-4, null, 3, null);

    public static Defaults None { get; } = new([], null, [], ThreeFigures);

    /// <summary>These, with what <paramref name="owner"/> says under <c>given</c> and <c>tolerance</c> put over them.</summary>
    public Defaults With(JsonRecord owner, PartSymbols symbols, ProblemLog log)
    {
        var given = (JObject)Given.DeepClone();
        foreach (var entry in owner.Entries("given"))
        {
            if (!symbols.Names.Contains(entry.Name)) log.Add(entry, $"\"given\" sets {entry.Name}, which is no symbol here.", Suggestion.For(entry.Name, symbols.Names));
            given[entry.Name] = entry.Value.DeepClone();
        }

        return this with { Given = given, Tolerance = owner.Record("tolerance") is { } record ? ReadTolerance(record, log) : Tolerance };
    }

    private static Tolerance ReadTolerance(JsonRecord record, ProblemLog log)
    {
        var tolerance = new Tolerance(
            record.OptionalNumber("absolute"), record.OptionalNumber("relative"),
            record.OptionalWhole("significantFigures"), record.OptionalWhole("decimalPlaces"));
        if (tolerance == new Tolerance(null, null, null, null)) log.Add(record.Json, "A tolerance needs at least one rule.", "Give absolute, relative, significantFigures or decimalPlaces.");
        if (tolerance.Absolute is <= 0 or > 0.1) log.Add(record.Json, "An absolute tolerance must be above 0 and at most 0.1.");
        if (tolerance.Relative is <= 0 or > 0.1) log.Add(record.Json, "A relative tolerance must be above 0 and at most 0.1.");
        if (tolerance.SignificantFigures is < 1 or > 15) log.Add(record.Json, "Significant figures must be 1 to 15.");
        if (tolerance.DecimalPlaces is < 0 or > 15) log.Add(record.Json, "Decimal places must be 0 to 15.");
        record.RefuseUnknownKeys();
        return tolerance;
    }
}

/// <summary>Reads the function that a part or a table's cell asks for.</summary>
internal static class SpecificationReader
{
    /// <param name="shape">What the value must be; null where the file says it.</param>
    public static FunctionSpecification Read(JsonRecord record, PartSymbols symbols, Defaults defaults, Shape? shape, ProblemLog log)
    {
        var inputs = record.Token("inputs") is { } names ? record.TextsOf(names) : defaults.Inputs;
        if (inputs.Count == 0) log.Add(record.Json, $"\"inputs\" is missing in {record.Json.Path}.", "Name the symbols that the value depends on.");
        var scope = symbols.ScopeOf(inputs, record.Texts("asked"), record.Token("inputs") ?? record.Json, log) with { FunctionNames = ReadFunctionNames(record, log) };
        var value = shape ?? SymbolReader.ReadShape(record, log);
        foreach (var size in SymbolReader.SizesOf(value).Select(size => size.Name).OfType<string>().Where(size => !scope.Sizes.Contains(size)))
        {
            log.Add(record.Json, $"The shape of {record.Json.Path} uses the size {size}, which none of its inputs has.", Suggestion.For(size, scope.Sizes));
        }

        var method = MethodName.Of(record, log) ?? defaults.Method;
        if (method is null) log.Add(record.Json, $"\"method\" is missing in {record.Json.Path}.", "Give the name of the method that answers it in code.");
        var specification = new FunctionSpecification(
            scope, inputs, value, record.Text("canonical"), method ?? string.Empty,
            ReadGiven(defaults.Given, scope, inputs, record.Json, log),
            defaults.Tolerance,
            record.Records("readings").Select(reading => ReadReading(reading, log)).ToEquatableList(),
            record.Records("misconceptions").Select(ReadMisconception).ToEquatableList(),
            record.Record("derivation") is { } derivation ? DerivationReader.Read(derivation, scope, symbols, log) : null,
            record.Texts("constraints"),
            record.Records("printed").Select(printed => ReadPrinted(printed, scope, inputs, value, defaults.Given, log)).OfType<PrintedValue>().ToEquatableList(),
            RangesOf(record, symbols, log),
            symbols.Names.Where(name => !inputs.Contains(name) && scope.Find(name) is null && !scope.Sizes.Contains(name)).ToEquatableList());
        FormulaCheck.CheckSpecification(record.Json, specification, log);
        return specification;
    }

    /// <summary>Further names of built-in functions, as <c>{"phi": "sigmoid"}</c>.</summary>
    private static EquatableList<FunctionName> ReadFunctionNames(JsonRecord record, ProblemLog log)
    {
        var names = new List<FunctionName>();
        foreach (var entry in record.Entries("functionNames"))
        {
            var function = entry.Value.Type == JTokenType.String ? FunctionSignature.Find(entry.Value.Value<string>()!) : null;
            if (function is null) log.Add(entry, $"{entry.Name} must name a built-in function.", "Write for example \"phi\": \"sigmoid\".");
            else names.Add(new(entry.Name, function.Name));
        }

        return names.ToEquatableList();
    }

    public static IEnumerable<string> GivenNames(Scope scope, EquatableList<string> inputs) =>
        inputs.Concat(scope.Symbols.Where(symbol => symbol.Kind == SymbolKind.Derived).Select(symbol => symbol.Name));

    private static Assignment ReadGiven(JObject given, Scope scope, EquatableList<string> inputs, JToken at, ProblemLog log)
    {
        var names = GivenNames(scope, inputs).ToHashSet(StringComparer.Ordinal);
        var own = new JObject(given.Properties().Where(property => names.Contains(property.Name)));
        foreach (var input in inputs.Where(input => own[input] is null))
        {
            log.Add(at, $"{at.Path} has no given value for {input}.", "Set it under \"given\", of the question or of the part.");
        }

        switch (InputReader.Read(own, scope, inputs, []))
        {
            case Reading<Assignment>.Success(var assignment, _):
                return assignment;
            case Reading<Assignment>.Failure(var diagnostic):
                // Missing inputs were named above, all of them.
                if (diagnostic.Code != "missing-input") log.Add(at, $"The given inputs of {at.Path} do not fit: {diagnostic.Message}", diagnostic.Hint);
                return new(new Dictionary<string, Value>(), new Dictionary<string, int>());
            default:
                throw new System.Diagnostics.UnreachableException();
        }
    }

    private static AlternativeReading ReadReading(JsonRecord record, ProblemLog log)
    {
        var reading = new AlternativeReading(record.Text("id"), record.Text("formula"), record.Text("message"), (decimal)(record.OptionalNumber("credit") ?? 1));
        if (reading.Credit is < 0 or > 1) log.Add(record.Json, "The credit of a reading is between 0 and 1.");
        record.RefuseUnknownKeys();
        return reading;
    }

    private static Misconception ReadMisconception(JsonRecord record)
    {
        var misconception = new Misconception(record.Text("code"), record.Text("formula"), record.Text("message"));
        record.RefuseUnknownKeys();
        return misconception;
    }

    private static PrintedValue? ReadPrinted(
        JsonRecord record, Scope scope, EquatableList<string> inputs, Shape shape, JObject given, ProblemLog log)
    {
        var at = (JObject)given.DeepClone();
        at.Merge(record.Record("inputs")?.Json ?? [], new() { MergeArrayHandling = MergeArrayHandling.Replace });
        var assignment = ReadGiven(at, scope, inputs, record.Json, log);
        var decimals = record.OptionalWhole("decimals") ?? 0;
        var token = record.Required("value", "the value as printed");
        record.RefuseUnknownKeys();
        if (token is null) return null;
        if (InputValueReader.Array("The printed value", shape, token) is Reading<Value>.Success(var value, _)) return new(assignment, value, decimals);
        log.Add(token, "The printed value has not the shape of the part.");
        return null;
    }

    /// <summary>The ranges of every size that the part or its derivation may meet.</summary>
    private static EquatableList<SizeRange> RangesOf(JsonRecord record, PartSymbols symbols, ProblemLog log)
    {
        var own = record.Record("derivation") is { } derivation ? SymbolReader.ReadSizes(derivation, log) : [];
        return own.Concat(symbols.Ranges).DistinctBy(range => range.Name).ToEquatableList();
    }
}
