using Formulas.Expressions;
using Formulas.Text;

namespace Formulas.Parsing;

/// <summary>Reads formulas over one scope, whose names are looked through once: for where many are read. May be shared between threads.</summary>
public sealed class ScopeReader(Scope scope)
{
    private readonly Lazy<Vocabulary> vocabulary = new(() => new Vocabulary(scope));

    /// <inheritdoc cref="FormulaReader.Read(string, Scope)"/>
    public Reading<Expression> Read(string text) => FormulaReader.Read(text, vocabulary);
}
