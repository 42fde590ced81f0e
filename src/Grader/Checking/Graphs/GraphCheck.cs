using Formulas.Analysis;
using Formulas.Analysis.Equality;
using Formulas.Expressions;
using Formulas.Text;
using Grader.Exercises;
using Grader.Submissions;

namespace Grader.Checking.Graphs;

/// <summary>
/// A graph part: the graph's value as for any formula, and its form apart from it. A right value in a broken form earns half.
/// </summary>
internal sealed class GraphCheck
{
    private const int BlameSamples = 4;

    private readonly PreparedFunction function;
    private readonly GraphRules rules;
    private readonly Scope inputs;
    private readonly Lazy<EquatableList<KnownFormula<Binding>>> marks;

    private readonly Lazy<GraphProgram?> model;

    public GraphCheck(PreparedFunction function, GraphRules rules, ComputationGraph model)
    {
        this.function = function;
        this.rules = rules;
        inputs = InputsOnly(function.Specification);
        this.model = new(() => GraphFormula.Build(model, inputs, rules.RequiredOperations) is GraphFormula.Outcome.Runnable runnable
            ? GraphProgram.Of(model.Output!, runnable.Steps, inputs, rules.RequiredOperations)
            : null);
        marks = new(() => rules.Marks.Select(mark => function.Known(mark, mark.Formula)).ToEquatableList());
    }

    /// <summary>The names that nodes may use: a graph computes from inputs, not from quantities that others worked out.</summary>
    public static Scope InputsOnly(FunctionSpecification specification) => specification.Scope with
    {
        Symbols = specification.Scope.Symbols.Where(symbol => specification.Inputs.Contains(symbol.Name)).ToEquatableList(),
    };

    public (Judgement Judgement, AnswerReading? Reading, GraphFindings? Findings) Check(Answer answer)
    {
        switch (answer)
        {
            case Answer.Text { Content: var text } when string.IsNullOrWhiteSpace(text):
            case Answer.Cells { Items.Count: 0 }:
                return (Judgement.Missing, null, null);
            case Answer.Unusable unusable:
                return (Judgement.Unreadable(Messages.Unusable(unusable.Problem)), null, null);
            case Answer.Graph { Content: var graph }:
                var given = AnswerReadings.Given(answer);
                return GraphFormula.Build(graph, inputs, rules.RequiredOperations) switch
                {
                    GraphFormula.Outcome.Runnable runnable => Run(graph, runnable, GraphReading.Of(given, graph.Output!, runnable, inputs)),
                    GraphFormula.Outcome.Refused { Faults: var faults } => (
                        Judgement.Unreadable([.. faults.Select(fault => fault.Reason)]), AnswerReadings.OfText(given), GraphFindings.Broken(graph, faults)),
                    _ => throw new System.Diagnostics.UnreachableException(),
                };
            default:
                return (Judgement.Unreadable(Messages.GraphWanted()), AnswerReadings.OfText(AnswerReadings.Given(answer)), null);
        }
    }

    private (Judgement, AnswerReading, GraphFindings) Run(ComputationGraph graph, GraphFormula.Outcome.Runnable runnable, AnswerReading reading)
    {
        var program = GraphProgram.Of(graph.Output!, runnable.Steps, inputs, rules.RequiredOperations);
        var judged = Judge(graph, runnable);
        var isWrong = judged.Verdict == Verdict.Incorrect;
        var blamed = isWrong && model.Value is { } right ? new GraphBlame(program, right, [.. function.Samples.Take(BlameSamples)]).Find() : null;
        if (blamed is { } found) judged = judged with { Feedback = judged.Feedback.Append(Messages.WrongNode(found.Node, found.IsSure)).ToEquatableList() };
        var values = program.Forward(function.Given);
        return (judged, reading, new(
            graph, function.Inputs(function.Given), values, program.Backward(function.Given, values),
            blamed is { } node ? [node.Node] : [], runnable.Unused,
            GraphOperations.StandIns(graph.Nodes.Select(step => step.Operation).Where(rules.RequiredOperations.Contains)).ToEquatableList()));
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
            else if (!runnable.Nodes.ContainsKey(given.Node)) yield return Messages.MarkAtNoNode(given.Mark, given.Node, NearestName.Of(given.Node, runnable.Nodes.Keys));
            else if (!IsSame(runnable.Nodes[given.Node], mark)) yield return Messages.WrongMark(given.Mark, given.Node);
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
