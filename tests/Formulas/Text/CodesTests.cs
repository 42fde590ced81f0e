using System.Reflection;
using Formulas.Expressions;
using Formulas.Parsing;
using Formulas.Tests.Specs;
using Formulas.Text;

namespace Formulas.Tests.Text;

/// <summary>Every diagnostic by its code: a text that earns it, the sentence, the way out and the place.</summary>
public sealed class CodesTests
{
    private static readonly Scope Names = ScopeText.Parse(
        "a : scalar", "y : scalar", "x : vector(d)", "v : vector(n)", "X : matrix(n,d)", "V : matrix(d,d)", "W : matrix(n,d)  w_i",
        "g : function", "i : index n", "n : size", "d : size", "asked dL/dw");

    private static readonly object[][] Failures =
    [
        [Codes.AbbreviationIndices, "z_k = v_k; z", "The abbreviation z was introduced with 1 index, but has 0 here.", "Use it as it was introduced.", 11, 1],
        [Codes.AmbiguousArgument, "sin 2a", "It is not clear how far the argument of sin reaches.", "Put the whole argument in brackets: sin(2a), or (sin(2)) before the rest.", 0, 6],
        [Codes.AmbiguousBars, "|x|", "x has d entries, and bars around it could mean two things.", "Write norm(x) for the length, or abs(x) for entry by entry.", 0, 3],
        [Codes.AmbiguousPower, "x^2", "x is a vector, and its power 2 could mean two things.", "Write norm(x)^2 for the length, or x ⊙ x for entry by entry.", 0, 3],
        [Codes.AmbiguousProduct, "x x", "x and x are both vectors, and their product could mean three things.", "Write x . x for the dot product, x ⊙ x for entry by entry, or x x^T for the outer product.", 0, 3],
        [Codes.BadAbbreviation, "a where y", "After where stand only abbreviations.", "Write them as z = ..., u = ...", 8, 1],
        [Codes.CasesIncomplete, "cases(a > 0: 1)", "The cases do not say what holds otherwise.", "End them with else: as in cases(a > 0: 1, else: 0).", 0, 15],
        [Codes.CircularAbbreviation, "u = z; z = u; u", "The abbreviation u is made from itself.", "Write out one of the abbreviations it goes round by.", 11, 1],
        [Codes.ComparedArrays, "x > 0", "Only numbers can be compared, but x has d entries.", "Compare single entries, as in x_i > 0.", 0, 1],
        [Codes.ConditionAsNumber, "exp(a > 0)", "a > 0 is a condition, not a number.", "Write 1[a > 0] for 1 where it holds and 0 elsewhere.", 4, 5],
        [Codes.DecimalComma, "0,18", "The comma in 0,18 is no decimal point.", "Write 0.18.", 0, 4],
        [Codes.EmptyFormula, "  ", "There is no formula here.", "Write a formula, for example 2 x + 1.", 0, 2],
        [Codes.ExponentNotNumber, "2^x", "An exponent is a number, but x has d entries.", "For a product of powers write prod(i,1,n, ...).", 2, 1],
        [Codes.FunctionWithoutArgument, "g + 1", "g is a function and needs an argument.", "Write g(...).", 0, 1],
        [Codes.IdentityWithoutSize, "I", "The size of I is not clear here.", "Write I(n).", 0, 1],
        [Codes.IndexBeyondAxis, "x_i", "i runs to n, but x has d places there.", "Check which index belongs to which name.", 0, 3],
        [Codes.IndexNotWhole, "x[a]", "a is no index, for it need not be a whole number.", "Use an index such as i or a whole number.", 2, 1],
        [Codes.IndexOutOfRange, "x_0", "x has no entry 0.", "Its indices run from 1 to d.", 0, 3],
        [Codes.InverseOfFunction, "sin^-1(a)", "A negative power of sin could be its inverse or 1/sin.", "Write 1/sin(...), or the inverse by its name.", 0, 5],
        [Codes.MalformedSum, "sum(k,1,n)", "This sum has 3 of the parts index, from, to and body.", "Write sum(i,1,n, ...), sum(i, ...) or sum(v).", 0, 10],
        [Codes.MatrixExponent, "V^a", "The matrix V has only whole powers up to 100 and ^-1.", "Write V^2 or inv(V).", 0, 3],
        [Codes.NeedsIndex, "w", "w is used with an index here, as in w_i.", "Add the index, or write W for the whole.", 0, 1],
        [Codes.NoAnswer, "where z = a", "There are abbreviations, but no formula that uses them.", "Write the answer before where, or after the last ;.", 6, 5],
        [Codes.NoPrime, "softmax'(x)", "softmax' is not defined, for softmax is no function of one number.", "A prime goes on functions such as g, s or tanh.", 0, 7],
        [Codes.NotACondition, "1[a]", "A condition is needed here, but a is none.", "Write a comparison such as a > 0.", 2, 1],
        [Codes.NotAnIndexName, "sum(a,1,n, v_1)", "a cannot be the running index, for it has another meaning here.", "Take a letter that is free, such as k.", 4, 1],
        [Codes.NotFinite, "1e999", "1e999 is too large for a number or divides by zero.", "Write a number between -1e308 and 1e308.", 0, 5],
        [Codes.NotIndexable, "a_i", "a is a number, so it has no entries.", "Take the index away, or use round brackets for a product.", 0, 3],
        [Codes.NotSquare, "det(X)", "A square matrix is needed, but X is n x d.", "Check the sizes and the transposes.", 4, 1],
        [Codes.NumberAfterNumber, "1 000", "Two numbers stand side by side: 1 and 000.", "Write 1 * 000 for a product, or the number without space.", 0, 5],
        [Codes.NumberNeeded, "[x, a]", "A number is needed here, but x has d entries.", "Take one entry with an index, as in x_i.", 1, 1],
        [Codes.OneIndexOfMatrix, "X_1", "X is a matrix and has one index here.", "Write X[1,:] for the row, X[:,1] for the column, or two indices for an entry.", 0, 3],
        [Codes.PrimeOnNumber, "a'", "a is a number: a prime on it means nothing.", "A prime goes on a function, as in g'(z), or on a matrix or vector to transpose it.", 0, 2],
        [Codes.RaggedMatrix, "[[1, a], [a]]", "The rows of a matrix are equally long, but one has 2 entries and one 1.", "Write [[a, b], [c, d]].", 9, 3],
        [Codes.RangeConflict, "sum(k, v_k x_k)", "It is not clear how far k runs: v has n places and x has d.", "Write the range: sum(k,1,n, ...).", 4, 1],
        [Codes.RangeUnknown, "sum(k, a)", "It is not clear how far k runs, for it is nobody's index in the body.", "Write the range: sum(k,1,n, ...).", 4, 1],
        [Codes.RepeatedAbbreviation, "z = a; z = y; z", "The abbreviation z is introduced twice.", "Give the second another name.", 7, 1],
        [Codes.SeveralAnswers, "a; y", "There is more than one formula, and only one can be the answer.", "Give the others names (z = ...; ...) or take them out.", 3, 1],
        [Codes.ShapeMismatch, "V v", "The sizes do not fit: V is d x d, but v has n entries.", "v behind V needs d rows or entries; check the order and the transposes.", 0, 3],
        [Codes.SizeNeeded, "ones(a)", "ones needs a size, but a is none.", "Write a size, as in ones(n), or a whole number.", 5, 1],
        [Codes.StrayColon, "x[:]", "A colon for a whole axis stands only in a matrix's brackets.", "Write W[i,:] or W[:,j].", 2, 1],
        [Codes.TooManyPrimes, "g'''(a)", "g has at most 2 primes.", "Write g'(...).", 0, 1],
        [Codes.UnequalBranches, "cases(a > 0: x, else: 1)", "All cases need one shape: x has d entries, but 1 is a number.", "Make the cases alike.", 22, 1],
        [Codes.UnexpectedEnd, "(a", "This ( is not closed before the formula ends.", "Add a closing ).", 0, 1],
        [Codes.UnexpectedToken, "a * / y", "Here stands /, where the formula needs a number, a name or a bracket.", "Write a number, a name or a bracket.", 4, 1],
        [Codes.UnknownCharacter, "a $ y", "The character $ has no meaning in a formula.", "Dollars stand in pairs around mathematics: add the second, or leave them away.", 2, 1],
        [Codes.UnknownCommand, "\\sgima(a)", "The command \\sgima is not known here.", "Did you mean \\sigma?", 0, 6],
        [Codes.UnknownIndex, "x_k", "k is not an index here.", "Let it run in a sum, as in sum(k,1,n, ...), or give it to an abbreviation, as in z_k = ...", 0, 3],
        [Codes.UnknownLeftSide, "dL/db = a", "The left side dL/db does not name what is asked.", "Write only the formula, or dL/dw before it; an abbreviation needs the answer after it: z = ...; ...", 0, 5],
        [Codes.UnknownName, "sigmod(a)", "sigmod is not a name here.", "Did you mean sigmoid?", 0, 6],
        [Codes.WrongArgumentCount, "exp(a, y)", "exp takes 1 argument, but has 2 here.", "Commas part arguments; the decimal sign is a point, as in exp(0.5).", 0, 9],
        [Codes.WrongArgumentShape, "norm(V)", "norm takes a vector, but V is d x d.", "Give norm a vector.", 5, 1],
        [Codes.WrongIndexCount, "x_ii", "x has d entries, so 2 indices do not fit.", "A vector takes one index, a matrix two.", 0, 4],
    ];

    /// <summary>Codes that a short text cannot earn, or that are no failures: each has a test of its own below or in the class named.</summary>
    private static readonly string[] Elsewhere =
    [
        Codes.AbbreviationHidesName, Codes.LastOfChain, Codes.EIsDeclared, Codes.ExponentBesideE, Codes.TooLong, Codes.TooDeep, Codes.TooManyTerms,
        Codes.TooManyAbbreviations, Codes.NotANumber,
    ];

    [TestCaseSource(nameof(Failures))]
    public void Read_OfAFaultyText_SaysWhatAndWhereAndTheWayOut(string code, string text, string message, string hint, int start, int length)
    {
        var reading = FormulaReader.Read(text, Names);

        Assert.That((reading as Reading<Expression>.Failure)?.Diagnostic, Is.EqualTo(new Diagnostic(code, message, new SourceSpan(start, length), hint)));
    }

    [TestCase("\\frac{1}{", 8, "This { is not closed before the formula ends.", "Add a closing }.")]
    [TestCase("\\frac{1}", 8, "The formula ends where a command needs an argument.", "Put it in braces, as in \\frac{a}{b} or \\sqrt{a}.")]
    [TestCase("\\left( a + 1", 5, "This ( is not closed before the formula ends.", "Add a closing ).")]
    [TestCase("\\left| a", 8, "The formula ends where it needs a closing |.", "Add a closing |.")]
    [TestCase("a + 1 \\right)", 12, "This ) closes nothing: no bracket before it is open.", "Take it away, or open the bracket where it should begin.")]
    [TestCase("a}", 1, "This } closes nothing: no bracket before it is open.", "Take it away, or open the bracket where it should begin.")]
    [TestCase("(a, y", 2, "Here stands a comma, where the formula needs a closing ).", "Write a closing ).")]
    [TestCase("a + \u0430", 4, "The letter \u0430 only looks like a: it is of another alphabet.", "Type it once more, as the Latin letter a.")]
    [TestCase("\u202ea", 0, "Here stands a character that is not seen, U+202E.", "Delete it: type this place of the formula once more.")]
    [TestCase("50 %", 3, "The character % has no meaning in a formula.", "Write a share as a number, such as 0.5 for 50 %.")]
    [TestCase("1,000", 0, "The comma in 1,000 is no decimal point.", "Write 1.000, or 1000 if the comma parts thousands.")]
    [TestCase("0,5", 0, "The comma in 0,5 is no decimal point.", "Write 0.5.")]
    [TestCase("\\not= a", 0, "The command \\not is not known here.", "Write \\ne for not equal.")]
    public void Read_OfWhatIsEasilyMistyped_SaysWhatToDo(string text, int start, string message, string hint)
    {
        var diagnostic = (FormulaReader.Read(text, Names) as Reading<Expression>.Failure)?.Diagnostic;

        Assert.That((diagnostic?.Message, diagnostic?.Hint, diagnostic?.Span.Start), Is.EqualTo((message, hint, start)));
    }

    [TestCase("a \u200e+ y")]
    [TestCase("a\u00ad + y")]
    [TestCase("a\u2060+\u200fy")]
    public void Read_OfTextWithMarksOfTypesetting_PassesThemOver(string text) =>
        Assert.That(FormulaReader.Read(text, Names), Is.InstanceOf<Reading<Expression>.Success>());

    [Test]
    public void Codes_AreAllNamedByATest()
    {
        var all = typeof(Codes).GetFields(BindingFlags.Public | BindingFlags.Static).Select(field => (string)field.GetRawConstantValue()!);

        Assert.That(Failures.Select(row => (string)row[0]).Concat(Elsewhere), Is.EquivalentTo(all));
    }

    [TestCase("a = 2 y; a y", Codes.AbbreviationHidesName, "a is your own abbreviation here.")]
    [TestCase("e y", Codes.EIsDeclared, "e is the weight e here, not Euler's number.")]
    [TestCase("2e-3 a", Codes.ExponentBesideE, "2e-3 is read as one number, though e has a meaning here.")]
    public void Read_OfATextThatNeedsANote_GivesIt(string text, string code, string message)
    {
        var scope = ScopeText.Parse("a : scalar", "y : scalar", "e : scalar");
        var notes = (FormulaReader.Read(text, scope) as Reading<Expression>.Success)?.Notes;

        Assert.That(notes?.Select(note => (note.Code, note.Message)), Is.EqualTo(new[] { (code, message) }));
    }

    [Test]
    public void Read_PastTheLimits_IsRefusedByName()
    {
        Assert.That(CodeOf(new string('1', 10_001)), Is.EqualTo(Codes.TooLong));
        Assert.That(CodeOf(new string('(', 201) + "a" + new string(')', 201)), Is.EqualTo(Codes.TooDeep));
        Assert.That(CodeOf(new string('-', 9_000) + "a"), Is.EqualTo(Codes.TooDeep));
        Assert.That(CodeOf(new string('(', 9_000)), Is.EqualTo(Codes.TooDeep));
        Assert.That(CodeOf("a" + string.Concat(Enumerable.Repeat("^a", 4_000))), Is.EqualTo(Codes.TooDeep));
        Assert.That(CodeOf("a" + string.Concat(Enumerable.Repeat("*a", 4_000))), Is.EqualTo(Codes.TooManyTerms));
        Assert.That(CodeOf("z_k = v_k; " + string.Join("+", Enumerable.Range(1, 201).Select(index => $"z_{index}"))), Is.EqualTo(Codes.TooManyAbbreviations));
    }

    [Test]
    public void Read_OfTheOldFractionOfTex_SaysHowToWriteIt() =>
        Assert.That((FormulaReader.Read(@"{a \over y}", Names) as Reading<Expression>.Failure)?.Diagnostic.Hint, Is.EqualTo(@"Write a fraction as \frac{a}{b}."));

    [Test]
    public void Read_OfAChainOfEquals_NotesThatTheLastIsTaken()
    {
        var scope = ScopeText.Parse("a : scalar", "y : scalar", "asked L");
        var reading = FormulaReader.Read("L = a + a = 2 a", scope) as Reading<Expression>.Success;

        Assert.That(reading?.Notes.Select(note => note.Code), Is.EqualTo(new[] { Codes.LastOfChain }));
        Assert.That(Formulas.Rendering.Calculator.Print(reading!.Value), Is.EqualTo("2 * a"));
    }

    [TestCase("+", 5_000.0)]
    [TestCase("-", -4_998.0)]
    public void Read_OfASumOfAsManyTermsAsATextHolds_HasItsValue(string sign, double value)
    {
        var reading = FormulaReader.Read("1" + string.Concat(Enumerable.Repeat(sign + "1", 4_999)), Names) as Reading<Expression>.Success;

        Assert.That(Formulas.Analysis.Evaluation.Evaluate(reading!.Value, new Assignment(new Dictionary<string, Value>(), new Dictionary<string, int>())), Is.EqualTo(new Formulas.Analysis.Outcome.Known(new Value.Scalar(value))));
    }

    private static string? CodeOf(string text) => (FormulaReader.Read(text, Names) as Reading<Expression>.Failure)?.Diagnostic.Code;
}
