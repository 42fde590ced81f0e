using System.Globalization;
using System.Text;
using Formulas.Expressions;
using Formulas.Rendering;
using Grader.Checking.Methods;
using Grader.Exercises;
using Grader.Reporting;

namespace Grader.Projects;

/// <summary>The class <c>Answers</c> with a stub for each method: its mathematics, shapes and domains as documentation, and no answer.</summary>
internal static class MethodStubs
{
    private const int Width = 120;

    public static string For(Worksheet worksheet)
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"// {worksheet.Title}\n");
        text.Append("// Replace each 'throw new NotImplementedException' by your answer; 'dotnet test' says what is right already.\n");
        text.Append("// An index counts from 1 where it says nothing else, arrays in C# from 0: entry i of a vector x is x[i - 1].\n\n");
        text.Append("public static class Answers\n{\n");
        var first = true;
        foreach (var question in worksheet.Questions)
        {
            var methods = question.Parts.Where(part => MethodContract.Of(part) is not null).ToList();
            if (methods.Count == 0) continue;
            if (!first) text.Append('\n');
            first = false;
            Comment(text, "// ", $"Question {question.Id}: {question.Title}");
            Comment(text, "// ", PlainStatement.From(question.Statement));
            foreach (var part in methods) Append(text, part, MethodContract.Of(part)!);
        }

        return text.Append("}\n").ToString();
    }

    private static void Append(StringBuilder text, Part part, MethodContract contract)
    {
        text.Append('\n');
        Comment(text, "/// ", $"<summary>{Escaped($"Part {part.Id}: {part.Title} ({Points(part.Points)})")}.</summary>");
        Comment(text, "/// ", $"<remarks>\n{Escaped(PlainStatement.From(part.Statement))}\n</remarks>");
        foreach (var parameter in contract.Parameters.Where(parameter => parameter.IsSuggested))
        {
            Comment(text, "/// ", $"<param name=\"{parameter.Name}\">{Escaped(Meaning(part.Kind, parameter))}.</param>");
        }

        Comment(text, "/// ", $"<returns>{Escaped(Returned(part.Kind))}.</returns>");
        text.Append(CultureInfo.InvariantCulture, $"    {contract.Signature} =>\n");
        text.Append(CultureInfo.InvariantCulture, $"        throw new NotImplementedException(\"Part {part.Id} is not answered yet.\");\n");
    }

    private static string Meaning(PartKind kind, OfferedParameter parameter)
    {
        var scope = Scope(kind);
        return parameter.Kind switch
        {
            ArgumentKind.Derivative => $"The derivative of {parameter.Symbol}",
            ArgumentKind.Jacobian => $"The Jacobian of {parameter.Symbol}: entry [r, c] is the derivative of its entry r by entry c of its argument",
            ArgumentKind.Function => "A smooth function of one number",
            ArgumentKind.Map => "A map of vectors to vectors, not assumed to act entry by entry",
            _ => scope.Find(parameter.Symbol) is { } symbol ? Sentence(PartDescription.Describe(symbol)) : "A whole number",
        };
    }

    private static string Returned(PartKind kind) => kind switch
    {
        PartKind.Table { Cells: var cells } => $"A number for each of the cells {string.Join(", ", cells.Select(cell => $"\"{cell.Name}\""))}. A tuple with these names will do too, where C# allows them",
        PartKind.Fit { Property: var property } => property.TrimEnd('.'),
        _ => Sentence(Piece.InWords(PartDescription.Specifications(kind).First().Shape)),
    };

    private static Scope Scope(PartKind kind) => kind is PartKind.Fit fit ? fit.Scope : PartDescription.Specifications(kind).First().Scope;

    private static string Sentence(string text) => char.ToUpperInvariant(text[0]) + text[1..];

    private static string Points(decimal points) => string.Create(CultureInfo.InvariantCulture, $"{points:0.##} {(points == 1 ? "point" : "points")}");

    private static string Escaped(string text) =>
        text.Replace("&", "&amp;", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal).Replace(">", "&gt;", StringComparison.Ordinal);

    private static void Comment(StringBuilder text, string mark, string words)
    {
        foreach (var line in words.ReplaceLineEndings("\n").Split('\n').SelectMany(Wrapped)) text.Append("    ").Append((mark + line).TrimEnd()).Append('\n');
    }

    private static IEnumerable<string> Wrapped(string line)
    {
        while (line.Length > Width && line.LastIndexOf(' ', Width) is > 0 and var cut)
        {
            yield return line[..cut];
            line = line[(cut + 1)..];
        }

        yield return line;
    }
}
