using Formulas.Expressions;
using Formulas.Text;

namespace Grader.Exercises;

/// <summary>Reads the cells of a table part.</summary>
internal static class TableReader
{
    public static PartKind.Table Read(JsonRecord record, PartSymbols symbols, Defaults defaults, ProblemLog log)
    {
        var forCells = defaults with { Inputs = record.Texts("inputs"), Method = MethodName.Of(record, log) };
        var cells = record.Records("cells").Select(cell => ReadCell(cell, symbols, forCells, log)).ToEquatableList();
        if (cells.Count == 0) log.Add(record.Json, $"\"cells\" is missing in {record.Json.Path}.", "A table has at least one cell.");
        var doubled = cells.SelectMany(cell => cell.Spellings.Prepend(cell.Name)).GroupBy(name => name).Where(group => group.Count() > 1);
        foreach (var name in doubled) log.Add(record.Json, $"Two cells of {record.Json.Path} are called {name.Key}.");
        var readings = record.Records("readings").Select(reading => ReadReading(reading, cells, log)).ToEquatableList();
        return new(cells, readings) { CarryCap = ReadCarryCap(record, log) };
    }

    private static decimal ReadCarryCap(JsonRecord record, ProblemLog log)
    {
        if (record.Record("carry") is not { } carry) return 1;
        var cap = carry.OptionalNumber("cap");
        if (cap is null or < 0 or > 1) log.Add(carry.Json, "\"carry\" needs a \"cap\" from 0 to 1.", "It is the most of the part's points, as a share, that carried cells earn together.");
        carry.RefuseUnknownKeys();
        return (decimal)Math.Clamp(cap ?? 1, 0, 1);
    }

    private static Cell ReadCell(JsonRecord record, PartSymbols symbols, Defaults defaults, ProblemLog log)
    {
        var name = record.Text("name");
        var sources = record.Records("dependsOn").Select(ReadSource).ToEquatableList();
        var fromCells = record.OptionalText("fromCells");
        if ((fromCells is null) != (sources.Count == 0))
        {
            log.Add(record.Json, $"The cell {name} must have both \"fromCells\" and \"dependsOn\", or neither.");
        }

        var own = symbols.With(record, log);
        var specification = SpecificationReader.Read(record, own, defaults.With(record, own, log), shape: null, log);
        FormulaCheck.Check(
            record.Token("fromCells"),
            sources.Aggregate(specification.Scope, (known, source) => FormulaCheck.With(known, source.Symbol, Shape.Scalar)),
            specification.Shape, log);
        var spellings = record.Texts("spellings");
        var scope = specification.Scope.Asked.Count > 0 ? specification.Scope : specification.Scope with { Asked = spellings.Prepend(name).ToEquatableList() };
        var cell = new Cell(name, spellings, specification with { Scope = scope }, sources, fromCells);
        record.RefuseUnknownKeys();
        return cell;
    }

    private static CellSource ReadSource(JsonRecord record)
    {
        var source = new CellSource(record.Text("symbol"), record.Text("part"), record.Text("cell"));
        record.RefuseUnknownKeys();
        return source;
    }

    private static CellReading ReadReading(JsonRecord record, EquatableList<Cell> cells, ProblemLog log)
    {
        var values = new List<CellValue>();
        foreach (var entry in record.Entries("values"))
        {
            var cell = cells.FirstOrDefault(cell => cell.Name == entry.Name);
            if (cell is null) log.Add(entry, $"There is no cell {entry.Name}.", Suggestion.For(entry.Name, cells.Select(known => known.Name)));
            else if (InputValueReader.Array(entry.Name, cell.Specification.Shape, entry.Value) is Reading<Value>.Success(var value, _)) values.Add(new(cell.Name, value));
            else log.Add(entry, $"The value of the cell {entry.Name} has not the cell's shape.");
        }

        if (values.Count == 0) log.Add(record.Json, "A reading of a table gives values of cells.", "List them under \"values\".");
        var reading = new CellReading(record.Text("id"), record.Text("message"), values.ToEquatableList());
        record.RefuseUnknownKeys();
        return reading;
    }
}
