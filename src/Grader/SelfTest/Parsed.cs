using Formulas.Expressions;
using Formulas.Parsing;
using Formulas.Text;

namespace Grader.SelfTest;

/// <summary>A formula of a worksheet cannot be read: the self-test reports it and goes on with the next comparison.</summary>
internal sealed class UnreadableFormulaException(string message) : Exception(message);

/// <summary>Reads the formulas that a worksheet's author wrote.</summary>
internal static class Parsed
{
    /// <exception cref="UnreadableFormulaException">It cannot be read.</exception>
    public static Expression Formula(string text, Scope scope) => FormulaReader.Read(text, scope) switch
    {
        Reading<Expression>.Success(var expression, _) => expression,
        Reading<Expression>.Failure(var problem) => throw new UnreadableFormulaException(
            $"\"{text}\" cannot be read, at column {problem.Span.Start + 1}: {problem.Message} {problem.Hint}".TrimEnd()),
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    /// <summary>The scope with one more variable; a symbol of that name gives way.</summary>
    public static Scope With(Scope scope, string name, Shape shape) => scope with
    {
        Symbols =
        [
            .. scope.Symbols.Where(symbol => symbol.Name != name),
            new Symbol(name, SymbolKind.Variable, shape, Domain.Reals, [], []),
        ],
    };

    /// <summary>The assignment with one value set.</summary>
    public static Assignment With(Assignment inputs, string name, Value value) =>
        inputs with { Values = new Dictionary<string, Value>(inputs.Values) { [name] = value } };
}
