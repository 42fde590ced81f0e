using Formulas.Expressions;
using Formulas.Text;

namespace Grader.Exercises;

/// <summary>One worksheet, read from <c>exercises/ID/worksheet.json</c> and the statements beside it.</summary>
/// <param name="Id">The folder's name, for example <c>backprop-practice</c>.</param>
/// <param name="Introduction">Markdown with mathematics between dollar signs.</param>
/// <param name="Questions">In the order of the sheet.</param>
public sealed record Worksheet(string Id, string Title, string Introduction, EquatableList<Question> Questions)
{
    public CodeRules Code { get; init; } = CodeRules.Usual;

    /// <summary>When students are told what; null where feedback comes at once and the solution on request.</summary>
    public RevealDates? Reveal { get; init; }

    public IEnumerable<Part> Parts => Questions.SelectMany(question => question.Parts);

    public Part? Find(string partId) => Parts.FirstOrDefault(part => part.Id == partId);

    public decimal MaxScore => Parts.Sum(part => part.Points);
}

/// <summary>A question: what its parts share.</summary>
public sealed record Question(string Id, string Title, string Statement, EquatableList<Part> Parts)
{
    /// <summary>The statement for students with numbers of their own, where the other names the sheet's numbers; null where it does not.</summary>
    public string? VariantStatement { get; init; }
}

/// <summary>One thing that is asked and marked.</summary>
/// <param name="Id">For example <c>2c.dw</c>.</param>
/// <param name="Statement">What is asked, in Markdown with mathematics.</param>
/// <param name="Explanation">Shown only with the solution: how one gets there. Markdown.</param>
/// <param name="LookAtNext">What to read or try after a wrong answer; never the answer itself. Markdown.</param>
public sealed record Part(
    string Id, string Title, string Statement, decimal Points, PartKind Kind, string Explanation, string LookAtNext)
{
    /// <summary>The author's further hints, each giving away more than the one before. Markdown.</summary>
    public EquatableList<string> Hints { get; init; } = [];

    /// <summary>The experiment that shows what the part is about, for <c>grader demo</c>; null where there is none.</summary>
    public string? Demo { get; init; }

    /// <inheritdoc cref="Question.VariantStatement"/>
    public string? VariantStatement { get; init; }
}

/// <summary>How a part is answered and judged.</summary>
public abstract record PartKind
{
    private PartKind()
    {
    }

    /// <summary>F: a function of named inputs, with a scalar, vector, matrix or short list as value.</summary>
    public sealed record Function(FunctionSpecification Specification) : PartKind
    {
        /// <summary>How it follows from earlier parts; null where it stands by itself.</summary>
        public PartSources? FromParts { get; init; }
    }

    /// <summary>P: a truth value as a function of inputs.</summary>
    /// <param name="Boundary">A scalar formula that is 0 on the predicate's boundary; samples are drawn on both sides of it and on it.</param>
    public sealed record Predicate(FunctionSpecification Specification, string Boundary) : PartKind;

    /// <summary>T: named cells, each a function; <see cref="Cell.DependsOn"/> names earlier cells a value may be carried from.</summary>
    /// <param name="Readings">Other full-mark values for the cells, such as those worked from rounded intermediate values.</param>
    public sealed record Table(EquatableList<Cell> Cells, EquatableList<CellReading> Readings) : PartKind
    {
        /// <summary>The most of the part's points, as a share, that cells may earn together by following from wrong earlier cells.</summary>
        public decimal CarryCap { get; init; } = 1;
    }

    /// <summary>G: a computation graph, run like a formula and looked at for its form.</summary>
    public sealed record Graph(FunctionSpecification Specification, GraphRules Rules, ComputationGraph Model) : PartKind;

    /// <summary>C: exactly one option is right.</summary>
    public sealed record Choice(EquatableList<Option> Options, string? Experiment) : PartKind;

    /// <summary>M: each option is true or false by itself.</summary>
    public sealed record Claims(EquatableList<Option> Options, string? Experiment) : PartKind;

    /// <summary>X: free text, for a person.</summary>
    public sealed record Prose(EquatableList<RubricItem> Rubric) : PartKind;

    /// <summary>A method only, judged by a property of what it returns.</summary>
    /// <param name="Property">The property in words.</param>
    /// <param name="Returns">The symbols whose values it returns: <c>w</c>, or <c>theta_y</c> and <c>theta</c>.</param>
    public sealed record Fit(string Method, Scope Scope, string Property, EquatableList<Symbol> Returns) : PartKind;
}

/// <summary>A function of named inputs: what is asked in F, P, T and G parts.</summary>
/// <param name="Scope">The symbols an answer may use.</param>
/// <param name="Inputs">Canonical names of the symbols that are inputs (derived symbols are not), in the order of the method's parameters.</param>
/// <param name="Shape">The shape of the value; <see cref="Shape.Truth"/> for predicates.</param>
/// <param name="Canonical">The right formula, in calculator notation.</param>
/// <param name="Method">The name of the method in the reference and in a student's code.</param>
/// <param name="Given">The inputs at which a value answer is judged, in the JSON form of <c>grader answer</c>.</param>
/// <param name="Tolerance">For values that a person rounded. Formulas are never judged by it.</param>
/// <param name="Readings">Other accepted readings, named in the feedback.</param>
/// <param name="Misconceptions">Known mistakes, as formula and message.</param>
/// <param name="Derivation">An independent way to the same values, for the self-test.</param>
/// <param name="Bystanders">
/// Symbols of the question that this part does not need. Inputs may name them, since one set of inputs often serves several parts;
/// their values are not looked at.
/// </param>
/// <param name="Constraints">Conditions on sampled inputs beyond the domains, as formulas with a truth value. Usually empty.</param>
public sealed record FunctionSpecification(
    Scope Scope,
    EquatableList<string> Inputs,
    Shape Shape,
    string Canonical,
    string Method,
    Assignment Given,
    Tolerance Tolerance,
    EquatableList<AlternativeReading> Readings,
    EquatableList<Misconception> Misconceptions,
    Derivation? Derivation,
    EquatableList<string> Constraints,
    EquatableList<PrintedValue> Printed,
    EquatableList<SizeRange> SizeRanges,
    EquatableList<string>? Bystanders = null);

/// <summary>Another reading of the question under which another formula is right.</summary>
/// <param name="Message">What the student is told, as a full sentence.</param>
/// <param name="Credit">1 for full marks, 0 for a reading that is named but not accepted.</param>
public sealed record AlternativeReading(string Id, string Formula, string Message, decimal Credit);

/// <summary>A known mistake: the formula it leads to, and a sentence that names it.</summary>
public sealed record Misconception(string Code, string Formula, string Message);

/// <summary>A value that the source prints, at given inputs, to so many decimals.</summary>
public sealed record PrintedValue(Assignment Inputs, Value Value, int Decimals);

/// <summary>An independent way to a part's values, over the part's symbols and some of its own.</summary>
public abstract record Derivation
{
    private Derivation()
    {
    }

    /// <summary>
    /// Conditions on inputs under which this way leads to the part's values, as formulas with a truth value. Answers are tried at other
    /// inputs too; an answer that has no value there, as one derived in this way may have none, is not refused for it.
    /// </summary>
    public EquatableList<string> Constraints { get; init; } = [];

    /// <summary>Another formula for the same values.</summary>
    public sealed record Formula(Scope Scope, string Text) : Derivation;

    /// <summary>
    /// <paramref name="Combine"/> of the gradient G of a loss by one symbol: for an update, <c>w - eta G</c>; for a gradient, <c>G</c>;
    /// for one entry, <c>G[i,j]</c>. <paramref name="At"/> sets symbols that only the loss knows from the part's inputs.
    /// </summary>
    public sealed record Gradient(Scope Scope, string Loss, string By, string Combine, EquatableList<Binding> At) : Derivation;

    /// <summary>The value, put in for one symbol of the loss (or for its entry), makes the gradient by that symbol vanish.</summary>
    public sealed record Stationary(Scope Scope, string Loss, string By, EquatableList<Binding> At) : Derivation;

    /// <summary>The value, called <c>answer</c>, makes two formulas equal for all values of the further symbols.</summary>
    public sealed record Identity(Scope Scope, string Left, string Right) : Derivation;
}

/// <summary>name = formula.</summary>
public sealed record Binding(string Name, string Formula);

/// <summary>A cell of a table part.</summary>
/// <param name="Spellings">Other names an answer may use for the cell (<c>a</c> for <c>dy/da</c>).</param>
/// <param name="DependsOn">Cells (of this part or, as <c>PART:CELL</c>, of another) whose values the formula <paramref name="FromCells"/> uses.</param>
/// <param name="FromCells">The cell from the earlier cells' values, for values worked consistently from the student's own; null where it rests on inputs alone.</param>
public sealed record Cell(
    string Name, EquatableList<string> Spellings, FunctionSpecification Specification, EquatableList<CellSource> DependsOn, string? FromCells);

/// <summary>Where a carried value comes from: the symbol in <see cref="Cell.FromCells"/>, and the part and cell that give it.</summary>
public sealed record CellSource(string Symbol, string Part, string Cell);

/// <summary>Another full-mark set of cell values, such as the one worked from rounded intermediate values.</summary>
public sealed record CellReading(string Id, string Message, EquatableList<CellValue> Values);

public sealed record CellValue(string Cell, Value Value);

/// <summary>An option of a choice or claims part.</summary>
/// <param name="Id">Kebab-case, as written in answers: <c>all-equal</c>.</param>
/// <param name="Truth">Whether it is right.</param>
/// <param name="Feedback">Why it is right or wrong, shown to a student who judged it wrongly; it must not give other options away.</param>
/// <param name="Claim">
/// The name under which the experiment settles it; null where no run can. With a leading "!" the option is true where the claim is false.
/// </param>
public sealed record Option(string Id, string Text, bool Truth, string Feedback, string? Claim);

/// <summary>What a person looks for in a prose answer, and the points it earns.</summary>
public sealed record RubricItem(string Id, string Text, decimal Points);

/// <summary>The rules of form for a graph answer.</summary>
/// <param name="Marks">Nodes that must be marked: the mark's name and the formula whose value the marked node must have.</param>
/// <param name="RequiredOperations">Operations that must appear (<c>g_1</c>, <c>f</c>); usually empty.</param>
/// <param name="RequiredNodes">Quantities on the way to the output, each of which must be the value of a node: the name by which it is missed, and its formula.</param>
public sealed record GraphRules(EquatableList<Binding> Marks, EquatableList<string> RequiredOperations, EquatableList<Binding> RequiredNodes);

/// <summary>How far a rounded number may be off. A number passes when any of the rules given passes.</summary>
public sealed record Tolerance(double? Absolute, double? Relative, int? SignificantFigures, int? DecimalPlaces);
