using System.Text.RegularExpressions;
using Formulas.Expressions;
using Formulas.Rendering;
using Grader.Checking;
using Grader.Exercises;

namespace Grader.Reporting;

/// <summary>Makes the view of one part: what is shown of its result under a disclosure.</summary>
internal sealed partial class PartViews(Disclosure disclosure)
{
    public PartView Of(Part part, PartFixture fixture, PartResult result)
    {
        // What to look at next answers the machine's verdict; a person's comment speaks for itself.
        var wrong = result.Mark is null && result.Verdict is (Verdict.Incorrect or Verdict.Partial);
        return new PartView(
            SubmissionPage.Anchor("part", part.Id),
            part.Id,
            part.Title,
            SubmissionPage.Points(result.Score),
            SubmissionPage.Points(result.MaxScore),
            result.Mark is not null,
            VerdictWords.Of(result.Verdict),
            fixture.StatementHtml,
            Reading(part.Kind, result.Reading, result.Verdict),
            Options(part.Kind, fixture, result.Reading),
            disclosure.Feedback(result.Verdict) ? [.. result.Feedback.Select(feedback => Feedback(feedback.Message))] : [],
            disclosure.Counterexample && result.Counterexample is { } found ? Counterexample(part.Kind, found) : null,
            Cells(part.Kind, result),
            result.Graph is { } graph ? GraphViews.Of(graph, disclosure.Feedback(result.Verdict)) : null,
            wrong && disclosure.Counterexample ? fixture.LookAtNextHtml : null,
            disclosure.Demo(part, result.Verdict),
            wrong && disclosure.Hints ? fixture.Hint : null,
            disclosure.Solution ? fixture.Solution : null,
            disclosure.Counterexample && result.Samples is { } samples ? $"Checked at {samples.Count} samples, seed {samples.Seed}." : null);
    }

    private static ReadingView? Reading(PartKind kind, AnswerReading? reading, Verdict verdict)
    {
        // The options of a choice and the cells of a table are shown by themselves, with what was given.
        if (reading is null || kind is PartKind.Choice or PartKind.Claims) return null;
        if (kind is PartKind.Table && reading.Mathematics is null) return null;
        var repeats = kind is PartKind.Prose || reading.Plain.Length == 0 || reading.Mathematics is not null || reading.Plain == reading.Given;
        return new ReadingView(
            reading.Given,
            kind is PartKind.Prose,
            reading.Mathematics is { } mathematics ? Scrolling.Block(mathematics.ToMathMl()) : null,
            repeats ? null : reading.Plain,
            // How a right answer was grouped is no question any more.
            kind is not PartKind.Graph && verdict != Verdict.Correct && reading.Mathematics is ReadFormula formula ? PieceViews.Of(formula) : null);
    }

    private OptionView[] Options(PartKind kind, PartFixture fixture, AnswerReading? reading)
    {
        if (fixture.OptionsHtml.Count == 0) return [];
        var chosen = reading is null ? [] : OptionIds().Matches(reading.Given).Select(match => match.Value).ToHashSet(StringComparer.Ordinal);
        return
        [
            .. PartDescription.Options(kind).Select((option, place) => new OptionView(
                fixture.OptionsHtml[place],
                chosen.Contains(option.Id),
                disclosure.Solution ? (option.Truth ? "Right" : "Wrong") : null,
                disclosure.Solution && option.Feedback.Length > 0 ? option.Feedback : null)),
        ];
    }

    private static FeedbackView Feedback(string message)
    {
        var firstLine = message.IndexOf('\n', StringComparison.Ordinal);
        return firstLine < 0
            ? new FeedbackView(message, null)
            : new FeedbackView(message[..firstLine], message[(firstLine + 1)..].TrimEnd());
    }

    private CounterexampleView Counterexample(PartKind kind, Counterexample counterexample)
    {
        var scope = ScopeOf(kind);
        var values = counterexample.Inputs.Values.OrderBy(input => PlaceOf(kind, input.Key)).ThenBy(input => input.Key, StringComparer.Ordinal);
        var sizes = counterexample.Inputs.Sizes.OrderBy(size => size.Key, StringComparer.Ordinal)
            .Where(size => kind is not PartKind.Graph && !counterexample.Inputs.Values.ContainsKey(size.Key) && !ShowsInAShape(size.Key, scope));
        return new CounterexampleView(
            [
                .. values.Select(input => new InputView(input.Key, MathMl.RenderName(input.Key, scope), Scrolling.Inline(MathMl.Render(input.Value)))),
                .. sizes.Select(size => new InputView(size.Key, MathMl.RenderName(size.Key, scope), MathMl.Render(new Value.Scalar(size.Value)))),
            ],
            counterexample.Answer is { } answer ? Scrolling.Inline(MathMl.Render(answer)) : null,
            counterexample.Instead,
            disclosure.Expected(kind, counterexample) ? Scrolling.Inline(MathMl.Render(counterexample.Expected)) : null);
    }

    // n needs no line of its own beside a vector with n entries, and no graph can take a bare size.
    private static bool ShowsInAShape(string size, Scope scope) => scope.Symbols.Any(symbol => symbol.Shape switch
    {
        Shape.VectorShape vector => vector.Length.Name == size,
        Shape.MatrixShape matrix => matrix.Rows.Name == size || matrix.Columns.Name == size,
        _ => false,
    });

    private static Scope ScopeOf(PartKind kind) => Specification(kind)?.Scope ?? (kind is PartKind.Fit fit ? fit.Scope : Scope.Empty);

    // Inputs in the order of the method's parameters; derived quantities after them.
    private static int PlaceOf(PartKind kind, string name)
    {
        var inputs = Specification(kind)?.Inputs ?? [];
        for (var i = 0; i < inputs.Count; i++)
        {
            if (inputs[i] == name) return i;
        }

        return inputs.Count;
    }

    private static FunctionSpecification? Specification(PartKind kind) => kind switch
    {
        PartKind.Function function => function.Specification,
        PartKind.Predicate predicate => predicate.Specification,
        PartKind.Graph graph => graph.Specification,
        _ => null,
    };

    private CellTableView? Cells(PartKind kind, PartResult result)
    {
        if (result.Cells.Count == 0) return null;
        var cells = kind is PartKind.Table table ? table.Cells : [];
        return new CellTableView([.. result.Cells.Select(cell => Cell(cell, cells.FirstOrDefault(asked => asked.Name == cell.Cell)))], disclosure.Solution);
    }

    private string? WhereItDiffers(CellResult cell, Cell? asked)
    {
        if (!disclosure.Counterexample || cell.Counterexample is not { } found) return null;
        var place = ConsoleCounterexample.Describe(found);
        return asked is not null && disclosure.Expected(asked, found) ? $"{place} {ConsoleCounterexample.Right(found)}" : place;
    }

    private CellView Cell(CellResult cell, Cell? asked) => new(
        cell.Cell,
        cell.Reading?.Given,
        cell.Reading?.Mathematics is { } mathematics ? Scrolling.Inline(mathematics.ToMathMl()) : null,
        VerdictWords.Of(cell.Verdict),
        disclosure.Feedback(cell.Verdict) ? [.. cell.Feedback.Select(feedback => Feedback(feedback.Message))] : [],
        WhereItDiffers(cell, asked),
        // A cell that follows says its value in its own sentence.
        disclosure.Counterexample && cell.Verdict != Verdict.Correct && cell.CarriedFrom is { } carried ? MathMl.Render(carried) : null,
        disclosure.Solution && cell.Expected is { } expected ? MathMl.Render(expected) : null);

    [GeneratedRegex("[A-Za-z0-9]+(?:-[A-Za-z0-9]+)*")]
    private static partial Regex OptionIds();
}
