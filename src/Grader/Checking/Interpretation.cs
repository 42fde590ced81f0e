using Formulas.Expressions;
using Formulas.Text;

namespace Grader.Checking;

/// <summary>An answer made into a function of the part's inputs, or why it could not be.</summary>
internal abstract record Interpretation
{
    private Interpretation()
    {
    }

    /// <summary>A formula, typed or run from a graph: the function's value at any inputs.</summary>
    public sealed record Formula(Expression Tree, AnswerReading Reading, EquatableList<Feedback> Notes) : Interpretation
    {
        /// <summary>Of a calculation A = B = C the formulas before the last, which is the answer.</summary>
        public EquatableList<EarlierStep<Expression>> EarlierSteps { get; init; } = [];
    }

    /// <summary>The function's value at the given inputs alone.</summary>
    public sealed record Typed(WrittenValue Value, AnswerReading Reading) : Interpretation;

    public sealed record Missing : Interpretation;

    public sealed record Refused(Feedback Reason, AnswerReading? Reading) : Interpretation;
}
