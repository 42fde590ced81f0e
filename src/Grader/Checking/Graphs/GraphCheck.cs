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
    /// <summary>Enough that a unit that is off in some of them is on in others.</summary>
    private const int BlameSamples = 16;

    private readonly PreparedFunction function;
    private readonly GraphRules rules;
    private readonly Scope inputs;
    private readonly Lazy<EquatableList<KnownFormula<Binding>>> marks;
    private readonly Lazy<EquatableList<KnownFormula<Binding>>> wantedNodes;
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
        wantedNodes = new(() => rules.RequiredNodes.Select(node => function.Known(node, node.Formula)).ToEquatableList());
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
            case Answer.Graph { Content: var written }:
                var given = AnswerReadings.Given(answer);
                var graph = GraphNames.WithTheirMarks(GraphNames.InTheirNames(written, inputs, rules.RequiredOperations), [.. rules.Marks.Select(mark => mark.Name)]);
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
        var value = InWordsOfGraphs(FormulaJudge.Judge(function, runnable.Output));
        var blame = value.Verdict == Verdict.Incorrect && model.Value is { } right ? new GraphBlame(program, right, [.. function.Samples.Take(BlameSamples)]) : null;
        var judged = WithForm(value, graph, runnable, blame);
        // Where something right is not led to the output, that is the mistake, and no other node is to blame.
        var blamed = blame is null || runnable.Unused.Any(blame.IsKnownStep) ? null : blame.Find();
        if (blamed is { } found) judged = judged with { Feedback = judged.Feedback.Append(Messages.WrongNode(found.Node, found.Kind)).ToEquatableList() };
        var values = program.Forward(function.Given);
        return (judged, reading, new(
            graph, function.Inputs(function.Given), values, program.Backward(function.Given, values),
            blamed is { } node ? [node.Node] : [], runnable.Unused,
            GraphOperations.StandIns(graph.Nodes.Select(step => step.Operation).Where(rules.RequiredOperations.Contains)).ToEquatableList()));
    }

    /// <param name="blame">For a graph with a wrong value; null for another.</param>
    private Judgement WithForm(Judgement value, ComputationGraph graph, GraphFormula.Outcome.Runnable runnable, GraphBlame? blame)
    {
        var form = Unused(graph, runnable, value.Verdict == Verdict.Correct)
            .Concat(rules.RequiredOperations.Except(graph.Nodes.Select(node => node.Operation)).Select(Messages.MissingOperation))
            .Concat(Marks(graph, runnable, blame))
            .Concat(value.Verdict == Verdict.Correct ? MissingNodes(runnable) : [])
            .ToEquatableList();
        var all = value.Feedback.Concat(form).Concat(FurtherMarks(graph)).ToEquatableList();
        return value.Verdict == Verdict.Correct && form.Count > 0
            ? new(Verdict.Partial, Judgement.HalfCredit, all)
            : value with { Feedback = all };
    }

    /// <summary>Of a tail that nothing takes up, its end alone is named.</summary>
    private static IEnumerable<Feedback> Unused(ComputationGraph graph, GraphFormula.Outcome.Runnable runnable, bool hasRightOutput)
    {
        var ends = GraphEnds.Of(graph);
        return runnable.Unused.Where(ends.Contains).Select(node => !hasRightOutput && GraphEnds.LeadsTo(graph, node, graph.Output!)
            ? Messages.OutputInBetween(graph.Output!, node)
            : Messages.UnusedNode(node));
    }

    private static Judgement InWordsOfGraphs(Judgement judged) =>
        judged with { Feedback = judged.Feedback.Select(said => said == Messages.WrongFormula() ? Messages.WrongGraph() : said).ToEquatableList() };

    private IEnumerable<Feedback> Marks(ComputationGraph graph, GraphFormula.Outcome.Runnable runnable, GraphBlame? blame)
    {
        foreach (var mark in marks.Value)
        {
            var given = graph.Marks.FirstOrDefault(candidate => candidate.Mark == mark.Source.Name);
            if (given is null) yield return Messages.MissingMark(mark.Source.Name);
            else if (!runnable.Nodes.ContainsKey(given.Node)) yield return Messages.MarkAtNoNode(given.Mark, given.Node, NearestName.Of(given.Node, runnable.Nodes.Keys));
            // A node whose value an earlier mistake has spoilt may be the right place all the same.
            else if (!IsSame(runnable.Nodes[given.Node], mark) && blame?.IsKnown(given.Node) != false) yield return Messages.WrongMark(given.Mark, given.Node);
        }
    }

    /// <summary>A mark that the exercise does not ask for costs nothing, but may be a slip of the pen.</summary>
    private IEnumerable<Feedback> FurtherMarks(ComputationGraph graph)
    {
        var known = rules.Marks.Select(mark => mark.Name).ToList();
        return graph.Marks.Where(mark => !known.Contains(mark.Mark)).Select(extra => Messages.UnknownMark(extra.Mark, NearestName.Of(extra.Mark, known)));
    }

    /// <summary>
    /// The right function can be had from another network, such as max(5 x, 3 x) for one with many nodes. What only leads nowhere is there,
    /// and is said to lead nowhere.
    /// </summary>
    private IEnumerable<Feedback> MissingNodes(GraphFormula.Outcome.Runnable runnable)
    {
        var missing = wantedNodes.Value.Where(wanted => !runnable.Nodes.Values.Any(node => IsSame(node, wanted))).Select(wanted => wanted.Source.Name).ToList();
        if (missing.Count > 0) yield return Messages.MissingNode(missing);
    }

    /// <summary>The quantity may run through the graph as a row as well as a column.</summary>
    private bool IsSame(Expression node, KnownFormula<Binding> mark) => IsSameAs(node, mark)
        || (node.Shape is Shape.RowShape row && IsSameAs(new Expression.Transpose(node, new Shape.VectorShape(row.Length)), mark));

    private bool IsSameAs(Expression node, KnownFormula<Binding> mark)
    {
        var outcomes = function.Samples.Select(sample => Evaluation.EvaluateWithBound(node, sample.Inputs)).ToList();
        return Trial.Of(node.Shape, outcomes, mark.Formula.Shape, mark.AtSamples).IsEqual;
    }
}
