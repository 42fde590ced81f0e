using Formulas.Expressions;
using Formulas.Rendering;
using Grader.Exercises;
using Grader.Variants;

namespace Grader.Reporting;

/// <summary>A worksheet with one student's own numbers, to print or to read. It holds no answers.</summary>
public static class HandOutPage
{
    /// <param name="file">The name of the answer file that goes with it.</param>
    public static string Render(HandOut handOut, string file)
    {
        ArgumentNullException.ThrowIfNull(handOut);
        var worksheet = handOut.Worksheet;
        return ReportTemplates.Built.Render("handout", new HandOutView(
            worksheet.Title, worksheet.Id, handOut.Student, handOut.Name == handOut.Student ? string.Empty : handOut.Name, handOut.Code.Text, file,
            Statements.ToHtml(worksheet.Introduction), [.. worksheet.Questions.Select(Question)]));
    }

    /// <summary>A question as it is asked, with the numbers at which values answer it.</summary>
    internal static HandOutQuestion Question(Question question)
    {
        var asked = question.Parts.SelectMany(part => Inputs(part.Kind)).ToList();
        var shared = asked.GroupBy(input => input.Symbol.Name).Where(same => same.Select(input => input.Value).Distinct().Count() == 1)
            .Select(same => same.First()).ToList();
        var names = shared.Select(input => input.Symbol.Name).ToHashSet(StringComparer.Ordinal);
        return new(
            question.Title.Length > 0 ? $"Question {question.Id}: {question.Title}" : $"Question {question.Id}",
            Statements.ToHtml(question.Statement),
            [.. shared.Select(View)],
            [.. question.Parts.Select(part => Part(part, names))]);
    }

    private static HandOutPart Part(Part part, HashSet<string> shared) => new(
        part.Id, part.Title, $"{SubmissionPage.Points(part.Points)} {(part.Points == 1 ? "point" : "points")}", Statements.ToHtml(part.Statement), PartDescription.HowToAnswer(part.Kind),
        [.. Inputs(part.Kind).Where(input => !shared.Contains(input.Symbol.Name)).DistinctBy(input => input.Symbol.Name).Select(View)],
        part.Kind is PartKind.Table { Cells: var cells } ? [.. cells.Select(cell => cell.Name)] : [],
        [.. PartDescription.Options(part.Kind).Select(option => new HandOutOption(option.Id, Statements.ToHtml(option.Text)))]);

    /// <summary>The inputs at which a value answers the part, with their values.</summary>
    private static IEnumerable<Input> Inputs(PartKind kind) => kind is not (PartKind.Function or PartKind.Table) ? [] :
        from specification in VariedKinds.Functions(kind)
        from name in specification.Inputs
        let symbol = specification.Scope.Find(name)
        where symbol is not null && specification.Given.Values.ContainsKey(name)
        select new Input(symbol, specification.Scope, specification.Given.Values[name]);

    private static InputView View(Input input) =>
        new(input.Symbol.Name, MathMl.RenderName(input.Symbol.Name, input.Scope), Scrolling.Inline(MathMl.Render(input.Value)));

    private sealed record Input(Symbol Symbol, Scope Scope, Value Value);
}
