using Formulas.Analysis;
using Formulas.Analysis.Equality;
using Formulas.Expressions;
using Formulas.Text;
using Grader.Exercises;
using Grader.Submissions;

namespace Grader.Checking;

/// <summary>
/// A graph part: the graph's value as for any formula, and its form apart from it. A right value in a broken form earns half.
/// </summary>
internal sealed class GraphCheck
{
    private readonly PreparedFunction function;
    private readonly GraphRules rules;
    private readonly Scope inputs;
    private readonly Lazy<EquatableList<KnownFormula<Binding>>> marks;

    public GraphCheck(PreparedFunction function, GraphRules rules)
    {
        this.function = function;
        this.rules = rules;
        inputs = InputsOnly(function.Specification);
        marks = new(() => rules.Marks.Select(mark => function.Known(mark, mark.Formula)).ToEquatableList());
    }

    /// <summary>The names that nodes may use: a graph computes from inputs, not from quantities that others worked out.</summary>
    public static Scope InputsOnly(FunctionSpecification specification) => specification.Scope with
    {
        Symbols = specification.Scope.Symbols.Where(symbol => specification.Inputs.Contains(symbol.Name)).ToEquatableList(),
    };

    public (Judgement Judgement, AnswerReading? Reading) Check(Answer answer)
    {
        switch (answer)
        {
            case Answer.Text { Content: var text } when string.IsNullOrWhiteSpace(text):
            case Answer.Cells { Items.Count: 0 }:
                return (Judgement.Missing, null);
            case Answer.Unusable unusable:
                return (Judgement.Unreadable(Messages.Unusable(unusable.Problem)), null);
            case Answer.Graph graph:
                var given = AnswerReadings.Given(graph);
                return GraphFormula.Build(graph.Content, inputs, rules.RequiredOperations) switch
                {
                    GraphFormula.Outcome.Runnable runnable => (Judge(graph.Content, runnable), AnswerReadings.OfFormula(given, runnable.Output, inputs)),
                    GraphFormula.Outcome.Refused refused => (Judgement.Unreadable(refused.Reason), AnswerReadings.OfText(given)),
                    _ => throw new System.Diagnostics.UnreachableException(),
                };
            default:
                return (Judgement.Unreadable(Messages.GraphWanted()), AnswerReadings.OfText(AnswerReadings.Given(answer)));
        }
    }

    private Judgement Judge(ComputationGraph graph, GraphFormula.Outcome.Runnable runnable)
    {
        var value = FormulaJudge.Judge(function, runnable.Output);
        var form = runnable.Unused.Select(Messages.UnusedNode)
            .Concat(rules.RequiredOperations.Except(graph.Nodes.Select(node => node.Operation)).Select(Messages.MissingOperation))
            .Concat(Marks(graph, runnable))
            .ToEquatableList();
        if (form.Count == 0) return value;
        var all = value.Feedback.Concat(form).ToEquatableList();
        return value.Verdict == Verdict.Correct
            ? new(Verdict.Partial, Judgement.HalfCredit, all)
            : value with { Feedback = all };
    }

    private IEnumerable<Feedback> Marks(ComputationGraph graph, GraphFormula.Outcome.Runnable runnable)
    {
        foreach (var mark in marks.Value)
        {
            var given = graph.Marks.FirstOrDefault(candidate => candidate.Mark == mark.Source.Name);
            if (given is null) yield return Messages.MissingMark(mark.Source.Name);
            else if (!runnable.Nodes.TryGetValue(given.Node, out var node) || !IsSame(node, mark)) yield return Messages.WrongMark(given.Mark, given.Node);
        }

        var known = rules.Marks.Select(mark => mark.Name).ToList();
        foreach (var extra in graph.Marks.Where(mark => !known.Contains(mark.Mark)))
        {
            yield return Messages.UnknownMark(extra.Mark, NearestName.Of(extra.Mark, known));
        }
    }

    private bool IsSame(Expression node, KnownFormula<Binding> mark)
    {
        var outcomes = function.Samples.Select(sample => Evaluation.EvaluateWithBound(node, sample.Inputs)).ToList();
        return Trial.Of(node.Shape, outcomes, mark.Formula.Shape, mark.AtSamples).IsEqual;
    }
}
