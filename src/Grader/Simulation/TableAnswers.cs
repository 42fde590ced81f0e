using System.Globalization;
using Formulas.Analysis;
using Formulas.Expressions;
using Formulas.Parsing;
using Formulas.Text;
using Grader.Checking;
using Grader.Exercises;
using Newtonsoft.Json.Linq;

namespace Grader.Simulation;

/// <summary>
/// Tables: right cell by cell, as printed, partly blank, with one cell wrong, and with one cell wrong from which the later ones follow
/// consistently. The verdict is counted from the cells.
/// </summary>
/// <param name="reference">The reference's values by cell; empty where it has none.</param>
internal sealed class TableAnswers(string partId, PartKind.Table table, IReadOnlyDictionary<string, Value> reference, IReadOnlyList<JToken> samples) : IPartAnswers
{
    private readonly Dictionary<string, FunctionAnswers> cells =
        table.Cells.ToDictionary(cell => cell.Name, cell => new FunctionAnswers(cell.Specification, reference.GetValueOrDefault(cell.Name), []));

    public Written Right(Pen pen)
    {
        if (samples.Count > 0 && pen.Random.OneIn(4)) return Written.Right(pen.One(samples).DeepClone(), "sample");
        if (table.Readings.Count > 0 && pen.Random.OneIn(4))
        {
            var printed = pen.One(table.Readings).Values.Select(value => new JProperty(value.Cell, ValueWriter.ToJson(value.Value)));
            return Written.Right(new JObject(printed), "printed values");
        }

        return Written.Right(Filled(pen, table.Cells), "cells");
    }

    public Written? Mistaken(Pen pen) => pen.Random.Next(0, 2) switch
    {
        0 => PartlyBlank(pen),
        1 => Carried(pen) ?? OneWrong(pen),
        _ => OneWrong(pen),
    };

    public Written? Unreadable(Pen pen)
    {
        if (pen.Random.OneIn(4)) return Written.Unreadable("all of them", "wrong type");
        var spoilt = new JObject(table.Cells.Where(_ => !pen.Random.OneIn(3)).DefaultIfEmpty(table.Cells[0])
            .Select(cell => new JProperty(Name(cell, pen), cells[cell.Name].Unreadable(pen)!.Content)));
        return Written.Unreadable(spoilt, "spoilt cells");
    }

    private Written PartlyBlank(Pen pen)
    {
        var kept = table.Cells.Where(_ => !pen.Random.OneIn(3)).ToList();
        if (kept.Count == 0 || kept.Count == table.Cells.Count) kept = [.. table.Cells.Skip(1)];
        return new(Filled(pen, kept), Verdict.Partial, "cells left out", ["cells-missing"]);
    }

    /// <summary>One cell with a wrong formula, all others right.</summary>
    private Written? OneWrong(Pen pen)
    {
        var wrong = pen.One(table.Cells);
        if (cells[wrong.Name].Mistaken(pen) is not { Verdict: Verdict.Incorrect, Made: not "wrong value" } mistake) return null;
        var filled = Filled(pen, table.Cells.Where(cell => cell != wrong));
        filled[wrong.Name] = mistake.Content;
        return new(filled, table.Cells.Count == 1 ? Verdict.Incorrect : Verdict.Partial, $"cell: {mistake.Made}", mistake.Codes);
    }

    /// <summary>An early cell off by one, and the cells after it worked from what was written; null where none of these would show it.</summary>
    private Written? Carried(Pen pen)
    {
        var sources = table.Cells.Where(cell => table.Cells.Any(other => other.DependsOn.Any(source => IsOwn(source, cell.Name)))).ToList();
        if (sources.Count == 0 || table.Cells.Any(cell => cells[cell.Name].Given?.Entries is not [_])) return null;
        var wrong = pen.One(sources);
        var written = table.Cells.ToDictionary(cell => cell.Name, cell => cells[cell.Name].Given!.Entries[0]);
        written[wrong.Name] += 1;
        var follows = false;
        foreach (var cell in table.Cells.Where(cell => cell.FromCells is not null && cell.Name != wrong.Name))
        {
            if (!cell.DependsOn.Any(source => IsOwn(source, source.Cell))) continue;
            if (Follow(cell, written) is not { } value) return null;
            follows |= cells[cell.Name].Given!.IsClearlyOther([value]);
            written[cell.Name] = Math.Round(value, 6);
        }

        if (!follows || IsRightAnyway(wrong, written[wrong.Name])) return null;
        var content = new JObject(table.Cells.Select(cell => new JProperty(cell.Name, new JRaw(written[cell.Name].ToString(CultureInfo.InvariantCulture)))));
        return new(content, Verdict.Partial, "carried", ["carried-forward"]);
    }

    private bool IsOwn(CellSource source, string cell) => source.Part == partId && source.Cell == cell;

    private bool IsRightAnyway(Cell cell, double value) => !cells[cell.Name].Given!.IsClearlyOther([value])
        || table.Readings.Any(reading => reading.Values.Any(read => read.Cell == cell.Name && read.Value is Value.Scalar scalar && Math.Abs(scalar.Number - value) < 0.1));

    /// <summary>The cell worked from the cells as they are written; null where it has no value.</summary>
    private double? Follow(Cell cell, Dictionary<string, double> written)
    {
        if (cell.DependsOn.Any(source => source.Part != partId) || cell.DependsOn.All(source => written[source.Cell] == 0)) return null;
        var scope = cell.Specification.Scope;
        var sources = cell.DependsOn.Select(source => new Symbol(source.Symbol, SymbolKind.Variable, Shape.Scalar, Domain.Reals, [], [])).ToList();
        var open = scope with { Symbols = scope.Symbols.Where(symbol => sources.TrueForAll(source => source.Name != symbol.Name)).Concat(sources).ToEquatableList() };
        if (FormulaReader.Read(cell.FromCells!, open) is not Reading<Expression>.Success(var formula, _)) return null;
        var given = cell.Specification.Given;
        var values = new Dictionary<string, Value>(given.Values);
        foreach (var source in cell.DependsOn) values[source.Symbol] = new Value.Scalar(written[source.Cell]);
        // What the student wrote stands for the symbol, not the symbol's definition.
        var definitions = given.Definitions.Where(pair => cell.DependsOn.All(source => source.Symbol != pair.Key)).ToDictionary();
        return Evaluation.Evaluate(formula, given with { Values = values, Definitions = definitions }) is Outcome.Known { Value: Value.Scalar known } ? known.Number : null;
    }

    private JObject Filled(Pen pen, IEnumerable<Cell> chosen) => new(chosen.Select(cell => new JProperty(Name(cell, pen), cells[cell.Name].Right(pen).Content)));

    private static string Name(Cell cell, Pen pen) => cell.Spellings.Count > 0 && pen.Random.OneIn(4) ? pen.One(cell.Spellings) : cell.Name;
}
