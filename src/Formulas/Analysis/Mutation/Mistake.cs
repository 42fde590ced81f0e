using Formulas.Expressions;
using Formulas.Text;

namespace Formulas.Analysis.Mutation;

/// <summary>A mistake by name.</summary>
/// <param name="Code">Kebab-case and stable: <c>missing-factor</c>.</param>
/// <param name="Message">One sentence that says what is wrong and shows the piece in question.</param>
public sealed record Mistake(string Code, string Message);

/// <summary>What explains a wrong answer.</summary>
/// <param name="Mistakes">One mistake, two together, or those of a list's entries.</param>
/// <param name="Formula">What they make of the right formula, which has the answer's values; null where only some entries are explained.</param>
/// <param name="Factor">The constant among the mistakes; 1 where there is none.</param>
public sealed record ExplainedAnswer(EquatableList<Mistake> Mistakes, Expression? Formula, double Factor);
