using System.Diagnostics;
using Formulas.Expressions;
using Formulas.Functions;

namespace Formulas.Text;

/// <summary>What is wrong with names and shapes.</summary>
internal static partial class Messages
{
    /// <summary>"is a number", "has n entries", "is n x d": completes a sentence that begins with the student's words.</summary>
    public static string Describe(Shape shape) => shape switch
    {
        Shape.ScalarShape => "is a number",
        Shape.VectorShape v => $"has {v.Length} entries",
        Shape.RowShape v => $"is a row of {v.Length} entries",
        Shape.MatrixShape m => $"is {m.Rows} x {m.Columns}",
        Shape.TruthShape => "is a condition",
        _ => throw new UnreachableException(),
    };

    /// <summary>What a function takes, in the middle of a sentence.</summary>
    public static string Takes(ShapeRule rule) => rule switch
    {
        ShapeRule.Entrywise or ShapeRule.Reduction => "numbers",
        ShapeRule.Extremum => "one vector, or two or more numbers",
        ShapeRule.VectorToScalar or ShapeRule.VectorToVector => "a vector",
        ShapeRule.SquareToScalar or ShapeRule.SquareToSquare => "a square matrix",
        ShapeRule.Diagonal => "a vector or a square matrix",
        ShapeRule.IdentityOfSize or ShapeRule.OnesOfSize or ShapeRule.OneHotOfSize => "sizes",
        _ => throw new UnreachableException(),
    };

    /// <summary>Ways out of shapes that do not fit.</summary>
    public static class Hints
    {
        public const string EqualShapes = "Entry by entry goes only with equal shapes.";
        public const string EqualLengths = "The dot product needs two vectors of one length.";
        public const string EqualShapesOrNumber = "Sums need equal shapes; a number may be added to anything.";
        public const string ColumnAndRow = "One is a column and one a row; transpose one with ^T.";
        public const string TransposeOne = "The sizes fit when one of them is transposed with ^T.";
        public const string Divisor = "Divide by a number, or entry by entry by something of the same shape; for a matrix use inv().";
        public const string MatrixBeforeRow = "A row stands before a matrix, a column behind it; transpose with ^T.";

        public static string Product(string left, string right, Size needed) =>
            $"{right} behind {left} needs {needed} rows or entries; check the order and the transposes.";

        public static string VectorBeforeMatrix(string vector, string matrix) =>
            $"Vectors are columns, and so are gradients by them: write {matrix}^T {vector}. As a row it is {vector}^T {matrix}.";
    }

    public static Diagnostic ShapeMismatch(string left, string right, string hint, SourceSpan span) =>
        new(Codes.ShapeMismatch, $"The sizes do not fit: {left}, but {right}.", span, hint);

    public static Diagnostic AmbiguousProduct(string left, string right, SourceSpan span) =>
        new(Codes.AmbiguousProduct, $"{left} and {right} are both vectors, and their product could mean three things.", span, $"Write {left} . {right} for the dot product, {left} ⊙ {right} for entry by entry, or {left} {right}^T for the outer product.");

    public static Diagnostic AmbiguousPower(string radix, string exponent, SourceSpan span) =>
        new(Codes.AmbiguousPower, $"{radix} is a vector, and its power {exponent} could mean two things.", span, $"Write norm({radix})^{exponent} for the length, or {radix} ⊙ {radix} for entry by entry.");

    public static Diagnostic EntrywiseMatrixPower(string radix, string exponent, SourceSpan span) =>
        new(Codes.MatrixExponent, $"Powers of every entry are read for vectors only, but {radix} .^ {exponent} has a matrix.", span, $"Write {radix} ⊙ {radix} for the squares of the entries.");

    public static Diagnostic AmbiguousBars(string described, string operand, SourceSpan span) =>
        new(Codes.AmbiguousBars, $"{described}, and bars around it could mean two things.", span, $"Write norm({operand}) for the length, or abs({operand}) for entry by entry.");

    public static Diagnostic ExponentNotNumber(string described, SourceSpan span) =>
        new(Codes.ExponentNotNumber, $"An exponent is a number, but {described}.", span, "For a product of powers write prod(i,1,n, ...).");

    public static Diagnostic MatrixExponent(string matrix, SourceSpan span) =>
        new(Codes.MatrixExponent, $"The matrix {matrix} has only whole powers up to 100 and ^-1.", span, $"Write {matrix}^2 or inv({matrix}).");

    public static Diagnostic NotSquare(string described, SourceSpan span) =>
        new(Codes.NotSquare, $"A square matrix is needed, but {described}.", span, "Check the sizes and the transposes.");

    public static Diagnostic NumberNeeded(string described, SourceSpan span) =>
        new(Codes.NumberNeeded, $"A number is needed here, but {described}.", span, "Take one entry with an index, as in x_i.");

    public static Diagnostic UnknownName(string name, string? near, Scope scope, SourceSpan span) =>
        new(Codes.UnknownName, $"{Shorten(name)} is not a name here.", span, near is not null ? $"Did you mean {near}?" : NamesOf(scope));

    public static Diagnostic UnknownIndex(string name, SourceSpan span) =>
        new(Codes.UnknownIndex, $"{name} is not an index here.", span, $"Let it run in a sum, as in sum({name},1,n, ...), or give it to an abbreviation, as in z_{name} = ...");

    public static Diagnostic NeedsIndex(string written, string symbol, SourceSpan span) =>
        new(Codes.NeedsIndex, $"{written} is used with an index here, as in {written}_i.", span, $"Add the index, or write {symbol} for the whole.");

    public static Diagnostic OneIndexOfMatrix(string matrix, string index, SourceSpan span) =>
        new(Codes.OneIndexOfMatrix, $"{matrix} is a matrix and has one index here.", span, $"Write {matrix}[{index},:] for the row, {matrix}[:,{index}] for the column, or two indices for an entry.");

    public static Diagnostic NotIndexable(string described, SourceSpan span) =>
        new(Codes.NotIndexable, $"{described}, so it has no entries.", span, "Take the index away, or use round brackets for a product.");

    public static Diagnostic WrongIndexCount(string described, int count, SourceSpan span) =>
        new(Codes.WrongIndexCount, $"{described}, so {count} indices do not fit.", span, "A vector takes one index, a matrix two.");

    public static Diagnostic IndexNotWhole(string written, SourceSpan span) =>
        new(Codes.IndexNotWhole, $"{written} is no index, for it need not be a whole number.", span, "Use an index such as i or a whole number.");

    public static Diagnostic IndexOutOfRange(int index, string source, int first, string last, SourceSpan span) =>
        new(Codes.IndexOutOfRange, $"{source} has no entry {index}.", span, $"Its indices run from {first} to {last}.");

    public static Diagnostic IndexBeyondAxis(string index, string range, string source, string size, SourceSpan span) =>
        new(Codes.IndexBeyondAxis, $"{index} runs to {range}, but {source} has {size} places there.", span, "Check which index belongs to which name.");

    public static Diagnostic RangeUnknown(string index, SourceSpan span) =>
        new(Codes.RangeUnknown, $"It is not clear how far {index} runs, for it is nobody's index in the body.", span, $"Write the range: sum({index},1,n, ...).");

    public static Diagnostic RangeConflict(string index, string first, string firstSize, string second, string secondSize, SourceSpan span) =>
        new(Codes.RangeConflict, $"It is not clear how far {index} runs: {first} has {firstSize} places and {second} has {secondSize}.", span, $"Write the range: sum({index},1,n, ...).");

    public static Diagnostic StrayColon(SourceSpan span) =>
        new(Codes.StrayColon, "A colon for a whole axis stands only in a matrix's brackets.", span, "Write W[i,:] or W[:,j].");

    public static Diagnostic NotACondition(string written, SourceSpan span) =>
        new(Codes.NotACondition, $"A condition is needed here, but {written} is none.", span, "Write a comparison such as a > 0.");

    public static Diagnostic ConditionAsNumber(string written, SourceSpan span) =>
        new(Codes.ConditionAsNumber, $"{written} is a condition, not a number.", span, $"Write 1[{(written.StartsWith('[') && written.EndsWith(']') ? written[1..^1] : written)}] for 1 where it holds and 0 elsewhere.");

    public static Diagnostic ComparedArrays(string described, SourceSpan span) =>
        new(Codes.ComparedArrays, $"Only numbers can be compared, but {described}.", span, "Compare single entries, as in x_i > 0.");

    public static Diagnostic UnequalBranches(string first, string second, SourceSpan span) =>
        new(Codes.UnequalBranches, $"All cases need one shape: {first}, but {second}.", span, "Make the cases alike.");

    public static Diagnostic RaggedMatrix(int first, int second, SourceSpan span) =>
        new(Codes.RaggedMatrix, $"The rows of a matrix are equally long, but one has {first} entries and one {second}.", span, "Write [[a, b], [c, d]].");

    public static Diagnostic WrongArgumentCount(string function, int least, int most, int count, SourceSpan span) =>
        new(Codes.WrongArgumentCount, $"{function} takes {Count(least, most)}, but has {count} here.", span, $"Commas part arguments; the decimal sign is a point, as in {function}(0.5).");

    public static Diagnostic WrongArgumentShape(string function, string takes, string described, SourceSpan span) =>
        new(Codes.WrongArgumentShape, $"{function} takes {takes}, but {described}.", span, $"Give {function} {takes}.");

    public static Diagnostic MapArgument(string map, string size, string described, SourceSpan span) =>
        new(Codes.WrongArgumentShape, $"{map} takes a vector of {size} entries, but {described}.", span, "Check the sizes and the transposes.");

    public static Diagnostic SizeNeeded(string function, string written, SourceSpan span) =>
        new(Codes.SizeNeeded, $"{function} needs a size, but {written} is none.", span, $"Write a size, as in {function}(n), or a whole number.");

    public static Diagnostic NoPrime(string function, SourceSpan span) =>
        new(Codes.NoPrime, $"{function}' is not defined, for {function} is no function of one number.", span, "A prime goes on functions such as g, s or tanh.");

    public static Diagnostic TooManyPrimes(string function, int most, SourceSpan span) =>
        new(Codes.TooManyPrimes, $"{function} has at most {most} primes.", span, $"Write {function}'(...).");

    public static Diagnostic PrimeOnNumber(string written, SourceSpan span) =>
        new(Codes.PrimeOnNumber, $"{written} is a number: a prime on it means nothing.", span, "A prime goes on a function, as in g'(z), or on a matrix or vector to transpose it.");

    public static Diagnostic IdentityWithoutSize(SourceSpan span) =>
        new(Codes.IdentityWithoutSize, "The size of I is not clear here.", span, "Write I(n).");

    public static Diagnostic OnesWithoutSize(SourceSpan span) =>
        new(Codes.SizeNeeded, "It is not clear how long this vector of ones is, for no vector or matrix beside it says so.", span, "Write ones(n), with the size that you mean.");

    public static Diagnostic AbbreviationIndices(string name, int needed, int given, SourceSpan span) =>
        new(Codes.AbbreviationIndices, $"The abbreviation {name} was introduced with {Number(needed, "index", "indices")}, but has {given} here.", span, "Use it as it was introduced.");

    public static Diagnostic CircularAbbreviation(string name, SourceSpan span) =>
        new(Codes.CircularAbbreviation, $"The abbreviation {name} is made from itself.", span, "Write out one of the abbreviations it goes round by.");

    public static Diagnostic TooManyAbbreviations(int limit, SourceSpan span) =>
        new(Codes.TooManyAbbreviations, $"Abbreviations are used at more than {limit} different indices.", span, "Write a sum over one index.");

    public static Diagnostic AbbreviationHidesName(string name, SourceSpan span) =>
        new(Codes.AbbreviationHidesName, $"{name} is your own abbreviation here.", span);

    public static Diagnostic EIsDeclared(Shape shape, SourceSpan span) =>
        new(Codes.EIsDeclared, $"e is the {(shape is Shape.ScalarShape ? "weight" : "vector")} e here, not Euler's number.", span, "Write exp(x) for a power of Euler's number.");

    public static Diagnostic ExponentBesideE(string written, SourceSpan span) =>
        new(Codes.ExponentBesideE, $"{written} is read as one number, though e has a meaning here.", span, "Put spaces around e if you mean the quantity e.");

    private static string NamesOf(Scope scope)
    {
        var names = new List<string>();
        foreach (var symbol in scope.Symbols) names.Add(symbol.Name);
        foreach (var size in scope.Sizes) names.Add(size);
        if (scope.Open) return "Write it with functions such as exp, ln, sqrt and max.";
        return names.Count == 0 ? "Only numbers and functions can be used here." : $"The names here are {string.Join(", ", names)}.";
    }

    private static string Count(int least, int most) => (least, most) switch
    {
        (_, int.MaxValue) => $"{Number(least, "argument", "arguments")} or more",
        _ when least == most => Number(least, "argument", "arguments"),
        _ => $"{least} to {most} arguments",
    };

    private static string Number(int count, string one, string many) => count == 1 ? $"1 {one}" : $"{count} {many}";
}
