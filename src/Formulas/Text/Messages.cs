using Formulas.Expressions;

namespace Formulas.Text;

/// <summary>
/// Every sentence that the reader of formulas says, in one place: plain text, no markup. What is wrong comes first, the way
/// out second. Here: what is wrong with the text; what is wrong with names and shapes stands in the other half.
/// </summary>
internal static partial class Messages
{
    /// <summary>What would be accepted at a place, in the middle of a sentence.</summary>
    public static class Expected
    {
        public const string Operand = "a number, a name or a bracket";
        public const string OperatorOrEnd = "an operator such as + or *, or the end";
        public const string RightParenthesis = "a closing )";
        public const string RightBracket = "a closing ]";
        public const string RightBrace = "a closing }";
        public const string CommaOrRightParenthesis = "a comma or a closing )";
        public const string CommaOrRightBracket = "a comma or a closing ]";
        public const string Bar = "a closing |";
        public const string DoubleBar = "a closing ||";
        public const string Colon = "a colon between condition and value";
        public const string Else = "else and the value that holds otherwise";
        public const string Then = "then and the value that holds in this case";
        public const string Subscript = "an index such as i, 1 or {i,j}";
        public const string IndexOfSum = "the name of the running index";
        public const string BoundOfSum = "a bound such as 1 or n";
    }

    public static Diagnostic TooLong(int length, int limit) =>
        new(Codes.TooLong, $"The text has {length} characters; at most {limit} are read.", new SourceSpan(limit, 1), "Shorten it, for example with abbreviations: z = ...; ...");

    public static Diagnostic TooDeep(int limit, SourceSpan span) =>
        new(Codes.TooDeep, $"Brackets, signs, powers and sums stand more than {limit} deep inside one another here.", span, "Use abbreviations: z = ...; ...");

    public static Diagnostic TooTall(int limit, SourceSpan span) =>
        new(Codes.TooManyTerms, $"The formula chains more than {limit} operations.", span, "Shorten it, for example with sum(i,1,n, ...).");

    public static Diagnostic Empty(SourceSpan span) =>
        new(Codes.EmptyFormula, "There is no formula here.", span, "Write a formula, for example 2 x + 1.");

    public static Diagnostic UnknownCommand(string command, string? near, SourceSpan span) =>
        new(Codes.UnknownCommand, $"The command {command} is not known here.", span, (command, near) switch
        {
            ("\\over" or "\\atop" or "\\above", _) => "Write a fraction as \\frac{a}{b}.",
            ("\\not", _) => "Write \\ne for not equal.",
            ("\\binom" or "\\choose", _) => "Write it out as a product, with \\prod.",
            ("\\def" or "\\newcommand" or "\\let", _) => "Own commands are not read: write the formula out, or use abbreviations: z = ...; ...",
            ("\\lim", _) => "Write the value of the limit.",
            (_, null) => "Write it another way, for example with \\frac, \\sum, \\sqrt or calculator notation.",
            _ => $"Did you mean \\{near}?",
        });

    public static Diagnostic NotCalculable(string command, string reason, SourceSpan span) =>
        new(Codes.UnknownCommand, $"{command} {reason}.", span, "Write a formula that can be worked out.");

    public static Diagnostic Unexpected(string met, string expected, SourceSpan span) =>
        new(Codes.UnexpectedToken, $"Here stands {(met == "," ? "a comma" : met)}, where the formula needs {expected}.", span, $"Write {expected}.");

    public static Diagnostic ClosesNothing(string bracket, SourceSpan span) =>
        new(Codes.UnexpectedToken, $"This {bracket} closes nothing: no bracket before it is open.", span, "Take it away, or open the bracket where it should begin.");

    public static Diagnostic NotClosed(string bracket, string expected, SourceSpan span) =>
        new(Codes.UnexpectedEnd, $"This {bracket} is not closed before the formula ends.", span, $"Add {expected}.");

    public static Diagnostic UnexpectedEnd(string expected, SourceSpan span) =>
        new(Codes.UnexpectedEnd, $"The formula ends where it needs {expected}.", span, $"Add {expected}.");

    public static Diagnostic ArgumentMissing(SourceSpan span) =>
        new(Codes.UnexpectedEnd, "The formula ends where a command needs an argument.", span, "Put it in braces, as in \\frac{a}{b} or \\sqrt{a}.");

    public static Diagnostic DecimalComma(string written, string meant, SourceSpan span) =>
        new(Codes.DecimalComma, $"The comma in {written} is no decimal point.", span, written.Length - written.IndexOf(',', StringComparison.Ordinal) == 4
            ? $"Write {meant}, or {written.Replace(",", "", StringComparison.Ordinal)} if the comma parts thousands."
            : $"Write {meant}.");

    public static Diagnostic NumberAfterNumber(string first, string second, SourceSpan span) =>
        new(Codes.NumberAfterNumber, $"Two numbers stand side by side: {first} and {second}.", span, $"Write {first} * {second} for a product, or the number without space.");

    public static Diagnostic NotANumber(string text, SourceSpan span) =>
        new(Codes.NotANumber, $"{Shorten(text)} is not a number.", span, "Write a number such as 0.18, -2, 1e-3 or 2/3.");

    public static Diagnostic NotFinite(string text, SourceSpan span) =>
        new(Codes.NotFinite, $"{Shorten(text)} is too large for a number or divides by zero.", span, "Write a number between -1e308 and 1e308.");

    public static Diagnostic EmptyLeftSide(SourceSpan span) =>
        new(Codes.UnexpectedToken, "Nothing stands before this sign.", span, "Write the name before it, or only the formula.");

    public static Diagnostic UnknownLeftSide(string written, EquatableList<string> asked, SourceSpan span) =>
        new(Codes.UnknownLeftSide, $"The left side {written} does not name what is asked.", span, asked.Count == 0
            ? "Write only the formula; an abbreviation needs the answer after it: z = ...; ..."
            : $"Write only the formula, or {string.Join(" or ", asked)} before it; an abbreviation needs the answer after it: z = ...; ...");

    public static Diagnostic UpdateSign(string sign, SourceSpan span) =>
        new(Codes.UnexpectedToken, $"The sign {sign}= changes what stands before it, which no asked quantity here does.", span, "Write = and the whole new value behind it.");

    public static Diagnostic LastOfChain(SourceSpan span) =>
        new(Codes.LastOfChain, "Of the formulas that you set equal, the last one is taken as your answer.", span);

    public static Diagnostic ValueAtPoint(SourceSpan span) =>
        new(Codes.UnexpectedToken, "A bar with an index would take the value at a point, which is not worked out here.", span, "Put the value in for the variable yourself.");

    public static Diagnostic BarNotClosed(SourceSpan span) =>
        new(Codes.UnexpectedToken, "This | opens an absolute value, and no second | closes it.", span, "Write |x| for an absolute value. A conditional probability p(x|y) is written out with the names that the exercise gives.");

    public static Diagnostic SeveralAnswers(SourceSpan span) =>
        new(Codes.SeveralAnswers, "There is more than one formula, and only one can be the answer.", span, "Give the others names (z = ...; ...) or take them out.");

    public static Diagnostic EntryTwice(string name, SourceSpan span) =>
        new(Codes.SeveralAnswers, $"The entry for {name} is given twice.", span, "Give each entry once.");

    public static Diagnostic EntryMissing(string missing, SourceSpan span) =>
        new(Codes.NoAnswer, $"Entries are given by name, but none for {missing}.", span, "Give every entry, in one list.");

    public static Diagnostic NoAnswer(SourceSpan span) =>
        new(Codes.NoAnswer, "There are abbreviations, but no formula that uses them.", span, "Write the answer before where, or after the last ;.");

    public static Diagnostic BadAbbreviation(SourceSpan span) =>
        new(Codes.BadAbbreviation, "After where stand only abbreviations.", span, "Write them as z = ..., u = ...");

    public static Diagnostic RepeatedAbbreviation(string name, SourceSpan span) =>
        new(Codes.RepeatedAbbreviation, $"The abbreviation {name} is introduced twice.", span, "Give the second another name.");

    public static Diagnostic FunctionWithoutArgument(string name, SourceSpan span) =>
        new(Codes.FunctionWithoutArgument, $"{name} is a function and needs an argument.", span, $"Write {name}(...).");

    /// <param name="longer">The argument with what stands behind it.</param>
    public static Diagnostic AmbiguousArgument(string function, string argument, string longer, SourceSpan span) =>
        new(Codes.AmbiguousArgument, $"It is not clear how far the argument of {function} reaches.", span, $"Put the whole argument in brackets: {function}({longer}), or ({function}({argument})) before the rest.");

    public static Diagnostic InverseOfFunction(string function, SourceSpan span) =>
        new(Codes.InverseOfFunction, $"A negative power of {function} could be its inverse or 1/{function}.", span, $"Write 1/{function}(...), or the inverse by its name.");

    public static Diagnostic CasesWithoutCondition(SourceSpan span) =>
        new(Codes.CasesIncomplete, "The cases have no condition.", span, "Write cases(a > 0: 1, else: 0).");

    public static Diagnostic CasesWithoutElse(SourceSpan span) =>
        new(Codes.CasesIncomplete, "The cases do not say what holds otherwise.", span, "End them with else: as in cases(a > 0: 1, else: 0).");

    public static Diagnostic MalformedSum(string name, int arguments, SourceSpan span) =>
        new(Codes.MalformedSum, $"This {name} has {arguments} of the parts index, from, to and body.", span, $"Write {name}(i,1,n, ...), {name}(i, ...) or {name}(v).");

    public static Diagnostic ReachOfSum(string index, SourceSpan span) =>
        new(Codes.MalformedSum, $"It is not clear how far the sum over {index} reaches: it stops at the next + or - outside brackets, but {index} stands behind it as well.", span, "Put everything that is summed in brackets.");

    public static Diagnostic SetOfIndices(string index, SourceSpan span) =>
        new(Codes.MalformedSum, $"What {index} runs over is not read here.", span, $"Write a range, as in sum({index},1,n, ...), or a condition, as in \\sum_{{{index}: y_{index} = 1}}.");

    public static Diagnostic NotAnIndexName(string name, SourceSpan span) =>
        new(Codes.NotAnIndexName, $"{name} cannot be the running index, for it has another meaning here.", span, "Take a letter that is free, such as k.");

    private static string Shorten(string text) => text.Length <= 40 ? text : string.Concat(text.AsSpan(0, 40), "…");
}
