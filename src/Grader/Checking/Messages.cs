using System.Globalization;
using Formulas.Analysis.Equality;
using Formulas.Analysis.Mutation;
using Formulas.Expressions;
using Formulas.Text;
using Grader.Exercises;
using Grader.Marking;
using Grader.Submissions;

namespace Grader.Checking;

/// <summary>
/// Every sentence that checking says to a student, with its code: kind, exact, and never the answer.
/// Sentences about reading a formula come from the language, sentences about one exercise from its worksheet.
/// </summary>
internal static partial class Messages
{
    public static Feedback WrongFormula() => new("wrong-value",
        "The formula's value differs from the right one, for example at the inputs shown. Try them by hand and compare step by step.");

    /// <summary>A sentence for each mistake that a diagnosis names.</summary>
    public static EquatableList<Feedback> Named(Diagnosis diagnosis) => diagnosis switch
    {
        Diagnosis.WrongSign => [WrongSign()],
        Diagnosis.ConstantFactor(var factor) => [ConstantFactor(factor)],
        Diagnosis.ConstantOffset(var offset) => [ConstantOffset(offset)],
        Diagnosis.Transposed => [Transposed()],
        Diagnosis.Permuted => [Permuted()],
        Diagnosis.Found(var mistakes) => mistakes.Select(Named).ToEquatableList(),
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    public static Feedback Named(Mistake mistake) => new(mistake.Code, mistake.Message);

    public static Feedback WrongSign() => new("wrong-sign", "The formula is right except for its sign: everything is turned. Follow the minus signs once more.");

    public static Feedback ConstantFactor(double factor) => new("constant-factor",
        $"The formula is {Write(factor)} times the right one everywhere. Look for a constant factor that is lost or too much.");

    public static Feedback ConstantOffset(double offset) => new("constant-offset",
        $"The formula is the right one {(offset < 0 ? "less" : "plus")} {Write(Math.Abs(offset))} everywhere. Look for a constant term.");

    public static Feedback Transposed() => new("transposed",
        "The entries are right, but rows and columns are exchanged: transpose the result. A gradient has the shape of the variable it belongs to.");

    public static Feedback Permuted() => new("permuted", "The entries are the right ones in another order. Check which index belongs where.");

    public static Feedback ShapeMismatch(string given, string asked) => new("shape-mismatch", $"The answer is {given}, but {asked} is asked for.");

    /// <summary>A shape as a phrase, in the exercise's own sizes.</summary>
    public static string InWords(Shape shape) => shape switch
    {
        Shape.ScalarShape => "a single number",
        Shape.TruthShape => "a truth value",
        Shape.VectorShape(var length) => $"a vector of {Entries(length)}",
        Shape.RowShape(var length) => $"a row of {Entries(length)}",
        Shape.MatrixShape(var rows, var columns) => $"a matrix of {rows} x {columns}",
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    private static string Entries(Size count) => count == Size.Literal(1) ? "1 entry" : $"{count} entries";

    public static Feedback Ragged(int firstRow, int row, int first, int other) => new("shape-mismatch",
        $"The rows have different lengths: row {firstRow} has {first}, but row {row} has {other}. A matrix has rows of one length.");

    /// <summary>The code of formulas that have no value at some inputs.</summary>
    public const string WithoutValue = "not-finite";

    public static Feedback NotFinite(string reason) => new(WithoutValue,
        $"The formula has no value at some allowed inputs ({reason}), where the right one has. Look for a division, logarithm or root that can fail.");

    public static Feedback FixedEntry(string reason) => new(WithoutValue,
        $"The formula names an entry by its number, and at some allowed inputs there is no such entry ({reason}). Write it for any number of entries, with a running index.");

    /// <param name="place">"at x = 1"; null where that would take too many words.</param>
    public static Feedback Gap(string reason, string? place) => new("gap",
        $"The formula has no value at single places {(place is null ? "" : $"such as {place} ")}({reason}), where the right one has. It has its values all around, so this is not held against it.");

    public static Feedback ContradictingSteps(string step) => new("contradicting-steps",
        $"The last formula is right, but you set it equal to {Shortened(step)}, which has another value, for example at the inputs shown. Both cannot be meant, so this earns half.");

    public static Feedback RightEarlier(string step) => new("right-earlier", $"{Shortened(step)} was still right. Look for the mistake in what you did with it.");

    public static Feedback EntriesOutOfOrder() => new("several-answers",
        "Some entries are given by name, and their order is not that of the question. Name every entry once, or give all in the order of the question.");

    private static string Shortened(string step) => step.Length <= 80 ? step : string.Concat(step.AsSpan(0, 80), "…");

    public static Feedback OverBudget() => new("over-budget",
        "Evaluating the formula takes too many steps. Write it without nested sums over the same index, or with abbreviations.");

    public static Feedback Undecided() => new("undecided",
        "The formula loses so many digits to rounding that its values do not settle whether it is right. A person decides; no marks are lost yet.");

    public static Feedback AlternativeReading(string message) => new("alternative-reading", message);

    public static Feedback WrongNumber(string? places) => new("wrong-value", places is null
        ? "The value is not the right one at the given inputs."
        : $"The value is not the right one at the given inputs; look again at {places}.");

    public static Feedback ValueWithWrongSign() => new("wrong-sign", "Your value is the right one with the sign turned.");

    public static Feedback ValueTransposed() => new("transposed", "Your value is the right matrix with rows and columns exchanged.");

    public static Feedback ValuePermuted() => new("permuted", "Your value has the right entries in another order.");

    public static Feedback ValueOfMistake(string code, string message) => new(code, $"Your value is what a known slip gives. {message}");

    public static Feedback Rounded(string places) => new("rounded",
        $"{places} rounded correctly, but to fewer digits than are asked for. Keep more digits, and round only at the end.");

    public static Feedback RoundedConstant() => new("rounded",
        "The formula is right to about 15 digits only: a number in it is rounded. Write it exactly, as a fraction, a root or with pi or e.");

    public static Feedback WrongRounding(string places) => new("wrong-rounding",
        $"{places} close, but wrongly rounded in the last digit. Round half or more up, and only at the end.");

    public static Feedback ConstantAsValue() => new("read-as-value",
        "The answer uses none of the inputs, so it was taken as a value at the given inputs.");

    public static Feedback NaturalBase() => new("reading-note",
        "With Euler's number as the base of its powers the formula is right, so it counts as right.");

    public static Feedback NoGivenInputs() => new("formula-wanted", "This part has no given inputs at which a number could be judged. Write a formula.");

    public static Feedback FormulaWanted(string found) => new("formula-wanted", $"A formula or a value is wanted here, but {found} was given.");

    public static Feedback ConditionWanted(string found) => new("formula-wanted",
        $"A condition on the inputs is wanted here, such as a > 0, but {found} was given.");

    public static Feedback GraphWanted() => new("graph-wanted",
        "A computation graph is wanted here: {\"nodes\": {\"s\": {\"op\": \"add\", \"in\": [\"x\", \"y\"]}}, \"output\": \"s\"}.");

    public static Feedback CellsWanted(IEnumerable<string> cells) => new("cells-wanted",
        $"The cells of the table are wanted here, as an object: {{ {string.Join(", ", cells.Select(cell => $"\"{cell}\": ..."))} }}.");

    public static Feedback OptionWanted(IEnumerable<string> options) => new("option-wanted", $"One option is wanted here, by its name: {string.Join(", ", options)}.");

    public static Feedback OptionsWanted(IEnumerable<string> options) => new("option-wanted", $"A list of options is wanted here, by name, out of: {string.Join(", ", options)}.");

    public static Feedback TextWanted() => new("text-wanted", "A text in your own words is wanted here.");

    public static Feedback MethodWanted(string method) => new("method-wanted",
        $"A method {method} in C# is wanted here, which is run on data; an answer file cannot hold it.");

    public static Feedback Unusable(Problem problem) => new(problem.Code, problem.Hint is null ? problem.Message : $"{problem.Message} {problem.Hint}");

    /// <summary>Why a formula could not be read, with the place in it.</summary>
    public static Feedback NotRead(string text, Diagnostic diagnostic, string? within = null)
    {
        var place = within is null ? $"Column {diagnostic.Span.Start + 1}" : $"{within}, column {diagnostic.Span.Start + 1}";
        var hint = diagnostic.Hint is null ? "" : $" {diagnostic.Hint}";
        return new(diagnostic.Code, $"{place}: {diagnostic.Message}{hint}\n{Caret.Render(text, diagnostic)}");
    }

    public static Feedback Note(Diagnostic note) => new("reading-note", note.Hint is null ? note.Message : $"{note.Message} {note.Hint}");

    public static Feedback UnknownOption(string option, string? near, IEnumerable<string> options) => new("unknown-option", near is null
        ? $"There is no option \"{Cut(option)}\". The options are {string.Join(", ", options)}."
        : $"There is no option \"{Cut(option)}\". Did you mean {near}?");

    public static Feedback WrongOption(Option option) => new("wrong-option", option.Feedback);

    public static Feedback DoubledOption(string option) => new("doubled-option", $"The option {option} is listed twice; it counts once.");

    public static Feedback WronglyChosen(Option option) => new("wrongly-chosen", $"{option.Id}: {option.Feedback}");

    public static Feedback Overlooked(Option option) => new("overlooked", $"{option.Id}: {option.Feedback}");

    public static Feedback UnknownCell(string cell, string? near) => new("unknown-cell", near is null
        ? $"The table has no cell \"{Cut(cell)}\"."
        : $"The table has no cell \"{Cut(cell)}\". Did you mean {near}?");

    public static Feedback DoubledCell(string cell) => new("doubled-key", $"The cell {cell} is given twice, under two of its names. Keep one.");

    public static Feedback CellsMissing(IEnumerable<string> cells) => new("cells-missing", $"Not answered, or not readable: {string.Join(", ", cells)}.");

    public static Feedback ExactValue(string? cells = null) => new("exact-value",
        cells is null ? "The value agrees with exact calculation." : $"Worked out exactly: {cells}.");

    public static Feedback ReadingOfCells(string cells, string message) => new("alternative-reading", $"{message} This holds for {cells}.");

    public static Feedback TurnedInequality() => new("turned-inequality",
        "The condition holds exactly where it should not: the inequality is turned.");

    public static Feedback TurnedAsWell() => new("turned-inequality", "The inequality is turned as well.");

    public static Feedback Boundary(bool holdsThere) => new("boundary", holdsThere
        ? "The condition also holds on the boundary, where both sides are equal; there it should not. Check whether equality belongs to it."
        : "The condition is right on both sides but does not hold on the boundary, where both sides are equal. Check whether equality belongs to it.");

    public static Feedback FormulaBoundary() => new("boundary",
        "The formula is right except exactly where a condition in it turns over. Check to which case equality belongs.");

    public static Feedback WrongCondition() => new("wrong-value",
        "The condition does not hold where it should, or the other way round, for example at the inputs shown.");

    public static Feedback WaitsForPerson(decimal points) => new("waits-for-person",
        $"A person reads this answer against the rubric ({points.ToString(CultureInfo.InvariantCulture)} points). It is counted apart until then.");

    public static Feedback GraderFault() => new("grader-fault",
        "This part was not marked, because of a fault of the grader and not of yours. A person looks at it; no marks are lost.");

    public static Feedback MarkedByPerson(PersonMark mark, decimal most)
    {
        var items = mark.Items is [{ Item: PersonMark.WholePart }] ? "" : $": {string.Join(", ", mark.Items.Select(item => $"{item.Item} {Scoring.Written(item.Points)}"))}";
        return new("marked-by-person", $"A person gave {Scoring.Written(mark.Points)} of {Scoring.Written(most)} points{items}. {mark.Comment}".TrimEnd());
    }

    public static Feedback MarkedOtherText() => new("earlier-mark",
        "A person has marked this part for another text of yours. The text has changed since, so that mark does not count; a person marks the new one.");

    public static Feedback MarkedForMore(decimal points) => new("earlier-mark",
        $"A person gave {Scoring.Written(points)} points, which is more than the part is worth now. A person marks it again.");

    public static Problem UnknownPart(string part, string worksheet, FilePosition position, string? near) => new("unknown-part",
        $"The worksheet {worksheet} has no part \"{Cut(part)}\".", position,
        near is null ? $"`grader show {worksheet}` lists its parts." : $"Did you mean \"{near}\"?");

    private static string DidYouMean(string? near) => near is null ? "" : $" Did you mean \"{near}\"?";

    private static string Cut(string text) => text.Length <= 60 ? text : text[..60] + "...";

    private static string Write(double number)
    {
        foreach (var denominator in (int[])[1, 2, 3, 4, 5, 6, 8])
        {
            var numerator = number * denominator;
            if (numerator != Math.Round(numerator) || Math.Abs(numerator) > 1e6) continue;
            return denominator == 1 ? $"{numerator}" : $"{numerator}/{denominator}";
        }

        return number.ToString("G4", CultureInfo.InvariantCulture);
    }
}
