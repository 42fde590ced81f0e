using Formulas.Expressions;
using Formulas.Text;
using Grader.Exercises;

namespace Grader.Reporting;

/// <summary>A worksheet, or some of its parts, as lines of text: what is asked and what an answer may use. No answers.</summary>
public static class ConsoleWorksheet
{
    public static void Write(Worksheet worksheet, IReadOnlyList<Part> parts, bool whole, ConsoleOutput output)
    {
        output.WriteLine(new ConsoleText($"{worksheet.Id}: {worksheet.Title}", Tone.Heading));
        if (whole) output.WriteLine(PlainStatement.From(worksheet.Introduction));
        foreach (var question in worksheet.Questions)
        {
            // Symbols belong to a question: another question's table may have a cell of the same name.
            var cells = question.Parts.Select(part => part.Kind).OfType<PartKind.Table>().SelectMany(table => table.Cells).Select(cell => cell.Name).ToHashSet();
            var shown = question.Parts.Where(parts.Contains).ToList();
            if (shown.Count == 0) continue;
            output.WriteLine();
            output.WriteLine(new ConsoleText($"Question {question.Id}: {question.Title}", Tone.Heading));
            output.WriteLine(PlainStatement.From(question.Statement));
            foreach (var part in shown) ShowPart(part, cells, output);
        }
    }

    private static void ShowPart(Part part, HashSet<string> cells, ConsoleOutput output)
    {
        output.WriteLine();
        output.WriteLine(new ConsoleText($"{part.Id}: {part.Title} ({Points(part.Points)})", Tone.Heading));
        output.WriteLine(PlainStatement.From(part.Statement));
        output.WriteLine(PartDescription.HowToAnswer(part.Kind));
        if (part.Kind is PartKind.Table { Cells: var own })
        {
            output.WriteLine("  cells: " + string.Join(", ", own.Select(cell => Named(cell.Name, cell.Spellings))));
        }

        foreach (var option in PartDescription.Options(part.Kind)) output.WriteLine($"  {option.Id}: {PlainStatement.From(option.Text)}");
        ShowSymbols(part.Kind, cells, output);
    }

    private static void ShowSymbols(PartKind kind, HashSet<string> cells, ConsoleOutput output)
    {
        var (scope, inputs, method) = kind switch
        {
            PartKind.Fit fit => (fit.Scope, fit.Scope.Symbols.Select(symbol => symbol.Name).ToEquatableList(), fit.Method),
            _ => PartDescription.Specifications(kind).FirstOrDefault() is { } f ? (f.Scope, Inputs(kind), f.Method) : (null, [], null),
        };
        if (scope is null) return;
        output.WriteLine("Inputs:");
        foreach (var input in inputs) output.WriteLine($"  {(scope.Find(input) is { } symbol ? Line(symbol) : $"{input}: a size, a whole number")}");
        var others = PartDescription.MayBeUsedToo(kind);
        if (others.Count > 0) output.WriteLine("May be used too:");

        // The definition of a symbol that is a cell of some table is that cell's answer.
        foreach (var symbol in others) output.WriteLine($"  {(cells.Contains(symbol.Name) ? $"{Named(symbol.Name, symbol.Spellings)}: as in the table" : Line(symbol))}");
        if (PartDescription.Specifications(kind).FirstOrDefault() is { } first)
        {
            output.WriteLine($"A value is judged at: {ValueWriter.ToJson(first.Given, inputs).ToString(Newtonsoft.Json.Formatting.None)}");
        }

        if (scope.Asked.Count > 0) output.WriteLine($"May be written before '=': {string.Join(", ", scope.Asked)}");
        if (method is not null) output.WriteLine($"Method name in a program: {method}");
    }

    private static EquatableList<string> Inputs(PartKind kind) =>
        PartDescription.Specifications(kind).SelectMany(f => f.Inputs).Distinct().ToEquatableList();

    private static string Line(Symbol symbol) => $"{Named(symbol.Name, symbol.Spellings)}: {PartDescription.Describe(symbol)}";

    private static string Named(string name, EquatableList<string> spellings) =>
        spellings.Count == 0 ? name : $"{name} (also {string.Join(", ", spellings)})";

    private static string Points(decimal points) =>
        string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{points:0.##} {(points == 1 ? "point" : "points")}");
}
