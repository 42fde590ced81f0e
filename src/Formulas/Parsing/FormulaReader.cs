using Formulas.Analysis.Binding;
using Formulas.Expressions;
using Formulas.Text;

namespace Formulas.Parsing;

/// <summary>Reads a formula as a student writes it: words, then a tree, then names and shapes.</summary>
public static class FormulaReader
{
    /// <summary>The longest text that is read, in characters.</summary>
    public const int LengthLimit = 10_000;

    /// <param name="scope">The names that the text may use, and the left sides that may stand before the answer.</param>
    /// <returns>The formula with its names resolved and its shapes checked, with notes on what was assumed; or the first reason why it is none.</returns>
    public static Reading<Expression> Read(string text, Scope scope) => new ScopeReader(scope).Read(text);

    /// <param name="names">The vocabulary of the scope; a spelling in it that is none is the first reason why nothing can be read.</param>
    internal static Reading<Expression> Read(string text, Lazy<Vocabulary> names)
    {
        if (text.Length > LengthLimit) return new Reading<Expression>.Failure(Messages.TooLong(text.Length, LengthLimit));
        try
        {
            var vocabulary = names.Value;
            var reading = Read(text, vocabulary, FormulaLexer.Read);
            // Braces without a backslash are read as LaTeX, but theta_{i,v}^k_{i,v} is calculator notation.
            return reading is Reading<Expression>.Failure && FormulaLexer.HasOnlyBraces(text) && Read(text, vocabulary, static (plain, _) => CalculatorLexer.Read(plain)) is Reading<Expression>.Success other
                ? other
                : reading;
        }
        catch (Refusal refusal)
        {
            return new Reading<Expression>.Failure(refusal.Diagnostic);
        }
    }

    private static Reading<Expression> Read(string text, Vocabulary vocabulary, Func<string, Vocabulary, List<Token>> lexer)
    {
        try
        {
            return Binder.Bind(text, DocumentParser.Parse(text, vocabulary, vocabulary.WithFunctionNames(lexer(text, vocabulary))), vocabulary);
        }
        catch (Refusal refusal)
        {
            return new Reading<Expression>.Failure(refusal.Diagnostic);
        }
    }
}
