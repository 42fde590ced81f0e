using System.Globalization;
using System.Text;
using Formulas.Text;
using Grader.Exercises;
using Newtonsoft.Json;

namespace Grader.Reporting;

/// <summary>An answer file to fill in: every part with a comment that says what it wants. An empty text is a part not answered.</summary>
public static class AnswerFileTemplate
{
    public static string For(Worksheet worksheet) => For(worksheet, student: "", variant: null);

    /// <param name="variant">The code of the student's own numbers; null for those of the sheet.</param>
    public static string For(Worksheet worksheet, string student, string? variant)
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"// {worksheet.Title}\n");
        text.Append(CultureInfo.InvariantCulture, $"// 'grader show {worksheet.Id} PART' shows the question; 'grader check' marks what you have so far.\n");
        text.Append("{\n");
        text.Append(CultureInfo.InvariantCulture, $"  \"worksheet\": {Quoted(worksheet.Id)},\n");
        text.Append(student.Length == 0 ? "  \"student\": \"\", // your name or number\n" : $"  \"student\": {Quoted(student)},\n");
        if (variant is not null) text.Append(CultureInfo.InvariantCulture, $"  \"variant\": {Quoted(variant)}, // your own numbers; leave it as it is\n");
        text.Append("  \"answers\": {\n");
        var answerable = worksheet.Parts.Where(part => part.Kind is not PartKind.Fit).ToList();
        foreach (var part in answerable) Append(text, part, last: part == answerable[^1]);
        text.Append("  }\n}\n");
        return text.ToString();
    }

    private static void Append(StringBuilder text, Part part, bool last)
    {
        var points = part.Points.ToString("0.##", CultureInfo.InvariantCulture);
        Comment(text, $"{part.Id}: {part.Title} ({points} {(part.Points == 1 ? "point" : "points")})");
        Comment(text, PartDescription.HowToAnswer(part.Kind));
        foreach (var option in PartDescription.Options(part.Kind)) Comment(text, $"  \"{option.Id}\": {PlainStatement.From(option.Text)}");
        if (Symbols(part.Kind) is { Length: > 0 } symbols) Comment(text, $"You may use {symbols}.");
        text.Append(CultureInfo.InvariantCulture, $"    {Quoted(part.Id)}: {Blank(part.Kind)}{(last ? "" : ",")}\n");
        if (!last) text.Append('\n');
    }

    private static void Comment(StringBuilder text, string line) =>
        text.Append(CultureInfo.InvariantCulture, $"    // {line.ReplaceLineEndings(" ")}\n");

    private static string Blank(PartKind kind) => kind is PartKind.Table { Cells: var cells }
        ? $"{{ {string.Join(", ", cells.Select(cell => $"{Quoted(cell.Name)}: \"\""))} }}"
        : "\"\"";

    private static string Symbols(PartKind kind) => string.Join(
        ", ",
        PartDescription.Specifications(kind)
            .SelectMany(f => f.Scope.Symbols.Where(symbol => f.Inputs.Contains(symbol.Name)))
            .Concat(PartDescription.MayBeUsedToo(kind))
            .Select(symbol => symbol.Name)
            .Distinct());

    private static string Quoted(string text) => JsonConvert.ToString(text);
}
