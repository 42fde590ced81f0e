using Formulas.Analysis;
using Formulas.Expressions;
using Formulas.Text;
using Grader.Submissions;

namespace Grader.Checking;

/// <summary>A function part: a value is judged at the given inputs, a formula at all samples.</summary>
internal static class FunctionCheck
{
    public static (Judgement Judgement, AnswerReading? Reading) Check(PreparedFunction function, Answer answer, PreparedSources? from, CarriedParts carried)
    {
        switch (AnswerInterpreter.Interpret(answer, function))
        {
            case Interpretation.Missing:
                return (Judgement.Missing, null);
            case Interpretation.Refused refused:
                return (Judgement.Unreadable(refused.Reason), refused.Reading);
            case Interpretation.Typed typed:
                return (OrCarried(ValueJudge.Judge(function, typed.Value), sources => carried.Follow(function, sources, typed.Value)), typed.Reading);
            case Interpretation.Formula formula:
                var judged = OrCarried(JudgeFormula(function, formula), sources => carried.Follow(function, sources, formula.Tree));
                return (judged with { Feedback = formula.Notes.Concat(judged.Feedback).ToEquatableList() }, formula.Reading);
            default:
                throw new System.Diagnostics.UnreachableException();
        }

        // The step is right and the formula is not: it earns all the points and is not called correct.
        Judgement OrCarried(Judgement judged, Func<PreparedSources, EquatableList<string>> follow) =>
            judged.Verdict == Verdict.Incorrect && from is not null && follow(from) is { Count: > 0 } parts
                ? Judgement.Partial(1, Messages.PartCarriedForward(parts)) with { Counterexample = judged.Counterexample }
                : judged;
    }

    /// <summary>
    /// A formula without any input may be a value worked out at the given inputs, such as 1/(1 + e^-2). It is judged as a formula
    /// first; where that fails and the value is right at the given inputs, it counts as the value.
    /// </summary>
    public static Judgement JudgeFormula(PreparedFunction function, Interpretation.Formula formula) =>
        ChainCheck.WithSteps(JudgeTree(function, formula), function, formula.EarlierSteps);

    private static Judgement JudgeTree(PreparedFunction function, Interpretation.Formula formula)
    {
        var judged = JudgeAsRead(function, formula);
        return judged.Verdict is Verdict.Incorrect or Verdict.Unreadable && EulersNumber.AsBase(formula.Tree) is { } natural
            && JudgeAsRead(function, formula with { Tree = natural }) is { Verdict: Verdict.Correct } right
            ? right with { Feedback = right.Feedback.Prepend(Messages.NaturalBase()).ToEquatableList() }
            : judged;
    }

    private static Judgement JudgeAsRead(PreparedFunction function, Interpretation.Formula formula)
    {
        var judged = FormulaJudge.Judge(function, formula.Tree);
        var isRefused = judged.Verdict is Verdict.Incorrect or Verdict.Unreadable;
        if (!isRefused || ConstantOf(function, formula) is not { } value) return judged;
        var asValue = ValueJudge.Judge(function, WrittenValue.Exact(value));
        if (asValue.Verdict == Verdict.Correct) return Judgement.Correct(Messages.ConstantAsValue());
        // A list of numbers has the size that the given inputs have, and no other.
        return value is not Value.Scalar && asValue.Verdict != Verdict.Unreadable ? asValue : judged;
    }

    /// <summary>The value of a formula without any input, where the part has given inputs that it may have been worked out at; else null.</summary>
    public static Value? ConstantOf(PreparedFunction function, Interpretation.Formula formula) =>
        function.HasGiven && IsConstant(function, formula.Tree) ? AnswerInterpreter.AtGiven(formula, function) : null;

    /// <summary>A constant right formula has no given inputs to be judged at, so that no approximation passes for it.</summary>
    private static bool IsConstant(PreparedFunction function, Expression formula) =>
        IsClosed(formula) && !IsClosed(function.Canonical);

    /// <summary>Whether the formula has a value without any inputs and sizes.</summary>
    public static bool IsClosed(Expression formula) =>
        Subexpressions.Symbols(formula).Count == 0 && !Subexpressions.All(formula).Any(node => node is Expression.SizeOf);
}
